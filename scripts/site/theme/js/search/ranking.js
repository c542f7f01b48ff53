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
 * What was found: a 1 for each document, and the tiers and scores of all. Of these, `listed` has a
 * 1 for each document that may be listed and counted; `having` counts the parts of the query that
 * each has; `exact` is what words exactly as typed gave to its score.
 * @typedef {{ found: Uint8Array, listed: Uint8Array, tiers: Uint8Array, scores: Float64Array, exact: Float64Array, having: Uint16Array }} Found
 */

/**
 * The documents that match a plan. One that the texts must decide about is among them.
 * @param {Plan} plan
 * @param {Measures} measures
 * @returns {Found}
 */
export function found(plan, measures) {
  const { having, tiers } = tiersOf([...plan.optional, ...plan.required], measures.documents);
  return { found: matching(plan, having), listed: listed(plan, measures), tiers, ...scoresOf(plan, measures), having };
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
export function counted({ found: hits, listed, tiers }) {
  let total = 0;
  let complete = 0;
  for (let number = 0; number < hits.length; number += 1) {
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
 * How many of the parts each document has, and the tier of the part that it has worst.
 * @param {Node[]} nodes
 * @param {number} count
 * @returns {Pick<Found, "having" | "tiers">}
 */
function tiersOf(nodes, count) {
  const having = new Uint16Array(count);
  const tiers = new Uint8Array(count);
  for (const { levels } of nodes) {
    for (let number = 0; number < count; number += 1) {
      const level = levels[number];
      if (level !== NOT) having[number] += 1;
      if (EXACTLY - level > tiers[number]) tiers[number] = EXACTLY - level; // the better it matches, the lower
    }
  }
  return { having, tiers };
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
  return { scores: scoring.scores(), exact: scoring.scores(["exact"]) };
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
export function ordered({ found: hits, listed, tiers, scores }, sort, needed) {
  const keys = new Float64Array(hits.length);
  const numbers = [];
  for (let number = 0; number < hits.length; number += 1) {
    if (!hits[number] || !listed[number]) continue;
    numbers.push(number);
    keys[number] = keyOf(number, sort, tiers[number], scores[number], hits.length);
  }
  const kept = numbers.length > ENOUGH * needed ? above(numbers, keys, needed) : numbers;
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
