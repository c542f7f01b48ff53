/**
 * @file Owns nearness: parts of a query that stand near each other, which a document's texts decide.
 */

import { EXACTLY, leaf, NOT } from "./nodes.js";

/** @typedef {import("./nodes.js").Node} Node */
/** @typedef {import("./nodes.js").Place} Place */

/**
 * Parts that stand near each other: each at most some words from the one before.
 * @param {Node[]} parts
 * @param {number} distance
 * @param {number} boost
 * @returns {Node}
 */
export function near(parts, distance, boost) {
  const levels = parts[0].levels.map((_, number) => (parts.every((part) => part.levels[number] !== NOT) ? EXACTLY : NOT));
  return leaf({
    levels,
    sure: false,
    scored: parts.flatMap((part) => part.scored.map((one) => ({ ...one, boost: one.boost * boost }))),
    places: (terms) => chained(parts.map((part) => part.places(terms)), distance),
  });
}

/**
 * The places of all rows that are near to a place of the row before and of the row behind.
 * @param {Place[][]} rows
 * @param {number} distance
 * @returns {Place[]}
 */
function chained(rows, distance) {
  const close = (/** @type {Place} */ one, /** @type {Place} */ other) =>
    one !== other && Math.max(one[0] - other[1], other[0] - one[1]) <= distance && apart(one, other);
  const kept = rows.slice(0, 1);
  for (const row of rows.slice(1)) kept.push(row.filter((place) => kept[kept.length - 1].some((before) => close(before, place))));
  for (let at = kept.length - 2; at >= 0; at -= 1) kept[at] = kept[at].filter((place) => kept[at + 1].some((next) => close(place, next)));
  return kept.flat();
}

/**
 * Whether two places share no word.
 * @param {Place} one
 * @param {Place} other
 */
function apart(one, other) {
  return one[1] < other[0] || other[1] < one[0];
}
