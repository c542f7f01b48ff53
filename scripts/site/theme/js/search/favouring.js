/**
 * @file Owns favouring documents that have more of a query, and more of it in a row, than scores alone would.
 */

import { NOT } from "./nodes.js";
import { SOME } from "./ranking.js";

/** @typedef {import("./nodes.js").Node} Node */
/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./ranking.js").Found} Found */
/** @typedef {import("./score.js").Lengths} Lengths */
/** @typedef {import("./score.js").Measures} Measures */

/** What the score of an ask or a commitment counts beside that of a record, of which it says a part. Measured: known records stay first. */
const PART = 0.5;

const IN_A_ROW = 3;
const LEAST_PAIRS = 3;

/** What a score counts where a text has all of a query in a row: it is what someone knows of a text who seeks just this one. */
const WHOLE = 2;

/** What it counts where a title has all its words, if there are several; twice as much where these are the whole title. */
const TITLED = 1.5;

/** What all stop words of a query add where all else is there: among equals, "closed after floods" is known by its "after". */
const ASIDE = 2;

/** Rounding may leave the sum of all shares a little below 1. */
const ALL_PAIRS = 1 - 1e-9;

/**
 * The same, with more score for documents that have more of the query's parts: one that has all
 * counts twice as much as one that has none, and up to four times as much again if many stand in a
 * row as in the query, and more with its stop words too. All of them in a row, or in the title,
 * count more, the more so the less else the title has. What words exactly as typed give counts less
 * where others are missing: a long question is no text's own words. Measured: this brings up the
 * text that someone half remembers, and does not change for the worse how other queries are answered.
 * @param {Found} what
 * @param {Plan} plan
 * @param {Measures} measures
 * @returns {Found}
 */
export function favouringMore(what, { optional, required, asides }, { parts: { ask, commitment }, lengths }) {
  const nodes = [...optional, ...required];
  const { length } = what.scores;
  const rows = inRows(nodes, length);
  const titles = inTitles(nodes, length, lengths.title);
  for (const part of [ask, commitment]) for (const number of part) titles[number] = 0;
  const scores = what.scores.slice();
  for (const number of what.numbers) {
    const share = what.having[number] / (nodes.length || 1);
    scores[number] -= what.exact[number] * (1 - share ** 2);
    scores[number] *= 1 + share;
    if (what.tiers[number] < SOME) scores[number] *= (1 + IN_A_ROW * rows[number]) * (1 + ASIDE * asideShare(number, asides, nodes));
    if (rows[number] > ALL_PAIRS) scores[number] *= WHOLE;
    if (titles[number] && nodes.length > 1) scores[number] *= TITLED;
    scores[number] *= 1 + titles[number];
  }
  for (const part of [ask, commitment]) for (const number of part) scores[number] *= PART;
  return { ...what, scores };
}

/** How many of the words that were put aside a document has, as a share of the whole query. @param {number} number @param {Node[]} asides @param {Node[]} nodes */
function asideShare(number, asides, nodes) {
  const had = asides.reduce((sum, { levels }) => sum + Number(levels[number] !== NOT), 0);
  return had / (nodes.length + asides.length || 1);
}

/** For each document, how many of the pairs of adjacent words it has, as a share; a few pairs tell nothing. @param {Node[]} nodes @param {number} count */
function inRows(nodes, count) {
  const pairs = nodes.flatMap(({ scored }) => scored).filter(({ fields }) => fields.length === 1 && fields[0] === "pair");
  const shares = new Float64Array(count);
  if (pairs.length < LEAST_PAIRS) return shares;
  for (const { postings } of pairs) for (const number of postings.fields.pair?.documents ?? []) shares[number] += 1 / pairs.length;
  return shares;
}

/** For each document, how much of its title several parts are that it has all of; 0 where it has not all. @param {Node[]} nodes @param {number} count @param {Lengths} lengths of titles */
function inTitles(nodes, count, { levels, places }) {
  const having = nodes.map(({ scored }) => new Set(scored.flatMap(({ postings, fields }) => (fields.includes("title") ? [...(postings.fields.title?.documents ?? [])] : []))));
  const titles = new Float64Array(count);
  const [rarest = new Set(), ...others] = having.sort((one, other) => one.size - other.size);
  for (const number of rarest) if (others.every((documents) => documents.has(number))) titles[number] = Math.min(1, nodes.length / levels[places[number]]);
  return titles;
}
