/**
 * @file Owns the order of what was found: tiers first, then scores or dates.
 */

import { EXACTLY, inDoubt, NOT } from "./nodes.js";
import { Scoring } from "./score.js";

/** @typedef {import("./nodes.js").Node} Node */
/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./score.js").Measures} Measures */
/** @typedef {"best" | "newest" | "oldest"} Sort */

/** All words exactly, all words by their stems, some of the words. */
export const SOME = 2;
const GRAIN = 1e9;
const ENOUGH = 4;

/**
 * What was found: a 1 for each document, and the tiers and scores of these, whose `numbers` come in
 * order. Of them, `listed` has a 1 for each document that may be listed and counted; `having` counts
 * the parts of the query that each has; `exact` is what words exactly as typed gave to its score.
 * @typedef {{
 *   found: Uint8Array, numbers: number[], listed: Uint8Array, tiers: Uint8Array, scores: Float64Array, exact: Float64Array, having: Uint16Array,
 * }} Found
 */

/**
 * The documents that match a plan. One that the texts must decide about is among them.
 * @param {Plan} plan
 * @param {Measures} measures
 * @returns {Found}
 */
export function found(plan, measures) {
  const nodes = [...plan.optional, ...plan.required];
  const { having, worse } = hadOf(nodes, measures.documents);
  const hits = matching(plan, having);
  const numbers = [];
  for (let number = 0; number < hits.length; number += 1) if (hits[number]) numbers.push(number);
  const tiers = new Uint8Array(hits.length);
  for (const number of numbers) tiers[number] = having[number] < nodes.length ? SOME : worse[number];
  return { found: hits, numbers, listed: listed(plan, measures), tiers, ...scoresOf(plan, measures), having };
}

/** @param {Plan} plan @param {Measures} measures */
function listed({ unasked }, { documents, parts }) {
  const kept = new Uint8Array(documents).fill(1);
  for (const kind of unasked) for (const number of parts[kind]) kept[number] = 0;
  return kept;
}

/**
 * How many documents are listed, and how many of them have all words.
 * @param {Found} what
 */
export function counted({ found: hits, numbers, listed, tiers }) {
  let total = 0;
  let complete = 0;
  for (const number of numbers) {
    if (!hits[number] || !listed[number]) continue;
    total += 1;
    if (tiers[number] < SOME) complete += 1;
  }
  return { total, complete };
}

/**
 * @param {Plan} plan
 * @param {Found["having"]} having
 */
function matching({ optional, required, prohibited, filters }, having) {
  const count = having.length;
  const hits = new Uint8Array(count);
  if (optional.length + required.length + prohibited.length + filters.length === 0) return hits;
  if (optional.length && !required.length) {
    for (let number = 0; number < count; number += 1) if (having[number]) hits[number] = 1;
  } else hits.fill(1);
  for (const { levels } of required) for (let number = 0; number < count; number += 1) if (levels[number] === NOT) hits[number] = 0;
  for (const node of prohibited) {
    for (let number = 0; number < count; number += 1) if (node.levels[number] !== NOT && !inDoubt(node, number)) hits[number] = 0;
  }
  for (const kept of filters) for (let number = 0; number < count; number += 1) hits[number] &= kept[number];
  return hits;
}

/**
 * How many of the parts each document has, and a 1 where it has any of them by its stem alone.
 * @param {Node[]} nodes
 * @param {number} count
 */
function hadOf(nodes, count) {
  const having = new Uint16Array(count);
  const worse = new Uint8Array(count);
  for (const { levels } of nodes) {
    for (let number = 0; number < count; number += 1) {
      const level = levels[number];
      if (level === NOT) continue;
      having[number] += 1;
      if (level < EXACTLY) worse[number] = 1;
    }
  }
  return { having, worse };
}

/**
 * @param {Plan} plan
 * @param {Measures} measures
 * @returns {Pick<Found, "scores" | "exact">}
 */
function scoresOf({ optional, required }, measures) {
  const scoring = new Scoring(measures);
  for (const { scored } of [...optional, ...required]) {
    for (const { postings, fields, boost } of scored) scoring.add(postings, fields, boost);
  }
  return scoring.scores();
}

/**
 * The first documents of an order, at least as many as are needed. Equal ones stand newest first.
 *
 * Sorted by date, documents with all words still come before those with some.
 * @param {Found} what
 * @param {Sort} sort
 * @param {number} needed
 * @returns {number[]}
 */
export function ordered({ found: hits, numbers, listed, tiers, scores }, sort, needed) {
  const keys = new Float64Array(hits.length);
  const asked = numbers.filter((number) => hits[number] && listed[number]);
  for (const number of asked) keys[number] = keyOf(number, sort, tiers[number], scores[number], hits.length);
  const kept = asked.length > ENOUGH * needed ? above(asked, keys, needed) : asked;
  return kept.sort((one, other) => keys[other] - keys[one] || other - one);
}

/**
 * @param {number} number
 * @param {Sort} sort
 * @param {number} tier
 * @param {number} score
 * @param {number} count
 */
function keyOf(number, sort, tier, score, count) {
  if (sort === "best") return (SOME - tier) * 1e5 + Math.round(score * GRAIN) / GRAIN;
  const behind = tier < SOME ? count : 0;
  return behind + (sort === "newest" ? number : count - 1 - number);
}

/**
 * Those whose key is not below that of the last one needed.
 * @param {number[]} numbers
 * @param {Float64Array} keys
 * @param {number} needed
 */
function above(numbers, keys, needed) {
  const best = new Float64Array(needed).fill(-Infinity); // in ascending order
  for (const number of numbers) {
    const key = keys[number];
    if (!(key > best[0])) continue;
    let place = 0;
    for (; place + 1 < needed && best[place + 1] < key; place += 1) best[place] = best[place + 1];
    best[place] = key;
  }
  return needed ? numbers.filter((number) => keys[number] >= best[0]) : [];
}
