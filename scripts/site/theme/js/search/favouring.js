/**
 * @file Owns favouring documents that have more of a query, and more of it in a row, than scores alone would.
 */

import { SOME } from "./ranking.js";

/** @typedef {import("./nodes.js").Node} Node */
/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./ranking.js").Found} Found */
/** @typedef {import("./score.js").Measures} Measures */

/** What the score of an ask or a commitment counts beside that of a record, of which it says a part. Measured: known records stay first. */
const PART = 0.5;

const IN_A_ROW = 3;
const LEAST_PAIRS = 3;

/** What a score counts where a text has the whole query as it stands, or a title all its words: that is what someone knows of a text who seeks just this one. */
const WHOLE = 1.5;

/** Rounding may leave the sum of all shares a little below 1. */
const ALL_PAIRS = 1 - 1e-9;

/**
 * The same, with more score for documents that have more of the query's parts: one that has all
 * counts twice as much as one that has none, and up to four times as much again if many stand in a
 * row as in the query. All of them in a row, or in the title, count more. Measured: this brings up
 * the text that someone half remembers, and does not change how other queries are answered.
 * @param {Found} what
 * @param {Plan} plan
 * @param {Measures["parts"]} parts
 * @returns {Found}
 */
export function favouringMore(what, { optional, required }, { ask, commitment }) {
  const nodes = [...optional, ...required];
  const { length } = what.scores;
  const rows = inRows(nodes, length);
  const titles = inTitles(nodes, length);
  const scores = what.scores.slice();
  for (let number = 0; number < length; number += 1) {
    if (!scores[number]) continue;
    scores[number] *= 1 + what.having[number] / (nodes.length || 1);
    if (what.tiers[number] < SOME) scores[number] *= 1 + IN_A_ROW * rows[number];
    if (rows[number] > ALL_PAIRS || titles[number]) scores[number] *= WHOLE;
  }
  for (const part of [ask, commitment]) for (const number of part) scores[number] *= PART;
  return { ...what, scores };
}

/** For each document, how many of the pairs of adjacent words it has, as a share; a few pairs tell nothing. @param {Node[]} nodes @param {number} count */
function inRows(nodes, count) {
  const pairs = nodes.flatMap(({ scored }) => scored).filter(({ fields }) => fields.length === 1 && fields[0] === "pair");
  const shares = new Float64Array(count);
  if (pairs.length < LEAST_PAIRS) return shares;
  for (const { postings } of pairs) for (const number of postings.fields.pair?.documents ?? []) shares[number] += 1 / pairs.length;
  return shares;
}

/** A 1 for each document whose title has all of several parts. @param {Node[]} nodes @param {number} count */
function inTitles(nodes, count) {
  const having = nodes.map(({ scored }) => new Set(scored.flatMap(({ postings, fields }) => (fields.includes("title") ? [...(postings.fields.title?.documents ?? [])] : []))));
  const titles = new Uint8Array(count);
  if (nodes.length < 2) return titles;
  const [rarest, ...others] = having.sort((one, other) => one.size - other.size);
  for (const number of rarest) if (others.every((documents) => documents.has(number))) titles[number] = 1;
  return titles;
}
