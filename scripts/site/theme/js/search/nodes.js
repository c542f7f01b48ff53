/**
 * @file Owns the parts of a query once the index was asked: which documents each part matches, how well, and where in a text.
 */

/** @typedef {import("./analysis.js").Term} Term */
/** @typedef {import("./score.js").Field} Field */
/** @typedef {import("./score.js").TermPostings} TermPostings */

/** Words in a text, from the position of the first to that of the last. @typedef {[number, number]} Place */

/** What a part adds to scores. @typedef {{ postings: TermPostings, fields: Field[], boost: number }} Scored */

/**
 * A part of a query.
 *
 * `levels` has for each document whether it matches EXACTLY, by STEM or not (NOT). Where `sure` is
 * false they promise too much, and `places` in the document's texts decide.
 * @typedef {{
 *   levels: Uint8Array,
 *   sure: boolean,
 *   scored: Scored[],
 *   places: (terms: Term[]) => Place[],
 *   titleOnly: boolean,
 *   parts: Node[],
 *   every: boolean,
 * }} Node
 */

export const NOT = 0;
export const STEM = 1;
export const EXACTLY = 2;

/**
 * A part without parts.
 * @param {Pick<Node, "levels" | "scored" | "places"> & Partial<Node>} given
 * @returns {Node}
 */
export function leaf(given) {
  return { sure: true, titleOnly: false, parts: [], every: false, ...given };
}

/**
 * The part that matches where all its parts do, as well as the worst of them.
 * @param {Node[]} parts
 * @returns {Node}
 */
export function all(parts) {
  return together(parts, true, Math.min);
}

/**
 * The part that matches where any of its parts does, as well as the best of them.
 * @param {Node[]} parts
 * @returns {Node}
 */
export function any(parts) {
  return together(parts, false, Math.max);
}

/**
 * @param {Node[]} parts
 * @param {boolean} every
 * @param {(one: number, other: number) => number} choose
 * @returns {Node}
 */
function together(parts, every, choose) {
  if (parts.length === 1) return parts[0];
  const levels = parts[0].levels.slice();
  for (const { levels: more } of parts.slice(1)) {
    for (let number = 0; number < levels.length; number += 1) levels[number] = choose(levels[number], more[number]);
  }
  return {
    levels,
    sure: parts.every((part) => part.sure),
    scored: parts.flatMap((part) => part.scored),
    places: (terms) => parts.flatMap((part) => part.places(terms)),
    titleOnly: false,
    parts,
    every,
  };
}

/**
 * The same part, never better than by stem: for other names of what was sought.
 * @param {Node} node
 * @returns {Node}
 */
export function capped(node) {
  return { ...node, levels: node.levels.map((level) => Math.min(level, STEM)) };
}

/**
 * A level for each document of one or more rows, NOT for all others.
 * @param {number} count of all documents
 * @param {[ArrayLike<number>, number][]} rows
 */
export function levelled(count, rows) {
  const levels = new Uint8Array(count);
  for (const [documents, level] of rows) for (let at = 0; at < documents.length; at += 1) levels[documents[at]] = level;
  return levels;
}

/**
 * Whether a document really matches a part.
 * @param {Node} node
 * @param {number} number
 * @param {{ title: Term[], others: Term[][] }} texts the document's texts, as terms
 * @returns {boolean}
 */
export function holds(node, number, texts) {
  if (node.sure || node.levels[number] === NOT) return node.levels[number] !== NOT;
  if (node.parts.length) {
    const one = (/** @type {Node} */ part) => holds(part, number, texts);
    return node.every ? node.parts.every(one) : node.parts.some(one);
  }
  const sought = node.titleOnly ? [texts.title] : [texts.title, ...texts.others];
  return sought.some((terms) => node.places(terms).length > 0);
}

/**
 * Whether only a document's texts tell if it matches a part.
 * @param {Node} node
 * @param {number} number
 * @returns {boolean}
 */
export function inDoubt(node, number) {
  if (node.sure || node.levels[number] === NOT) return false;
  const claimed = node.parts.filter((part) => part.levels[number] !== NOT);
  const one = (/** @type {Node} */ part) => inDoubt(part, number);
  return node.every ? claimed.some(one) : claimed.every(one);
}

/**
 * Where terms of a kind stand in a text.
 * @param {(term: Term) => boolean} fits
 * @returns {Node["places"]}
 */
export function placesOf(fits) {
  return (found) => found.filter(fits).map(({ position, span }) => [position, position + span - 1]);
}
