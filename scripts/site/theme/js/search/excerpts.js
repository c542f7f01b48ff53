/**
 * @file Owns excerpts: the stretch of a text around what was sought, in pieces of which some are marked.
 */

import { words } from "./analysis.js";

/** @typedef {import("./analysis.js").Word} Word */
/** @typedef {import("./answers.js").Piece} Piece */
/** @typedef {import("./nodes.js").Place} Place */

const MOST_WORDS = 40;
const WORDS_BEFORE = 10;

/**
 * What the places of each part of a query are worth together: many different parts most, then long
 * rows of words, then many places.
 * @param {Place[][]} rows the places of each part
 */
export function worth(rows) {
  const longest = rows.map((places) => Math.max(0, ...places.map(([first, last]) => last - first + 1)));
  const parts = longest.filter((length) => length > 0).reduce((sum, length) => sum + 1 + length, 0);
  return parts + Math.min(rows.flat().length, 9) / 10;
}

/**
 * A whole text in pieces.
 * @param {string} text
 * @param {Place[]} places what is to be marked
 * @returns {Piece[]}
 */
export function marked(text, places) {
  return cut(text, words(text), new Set(places.flatMap(positions)), 0, text.length);
}

/** The beginning of a text, without marks. @param {string} text @returns {Piece[]} */
export function opening(text) {
  return stretch(text, words(text), 0, []);
}

/**
 * The part of a text around the places that are worth most.
 * @param {string} text
 * @param {Place[][]} rows the places of each part of the query
 * @returns {Piece[]}
 */
export function excerpt(text, rows) {
  const spelt = words(text);
  const begins = [...new Set(rows.flat().map(([first]) => (spelt.length <= MOST_WORDS ? 0 : Math.max(0, first - WORDS_BEFORE))))].sort((one, other) => one - other);
  const windows = begins.map((first) => {
    const inside = (/** @type {Place} */ place) => place[0] >= first && place[1] < first + MOST_WORDS;
    return { first, worth: worth(rows.map((places) => places.filter(inside))) };
  });
  const [{ first }] = windows.sort((one, other) => other.worth - one.worth);
  return stretch(text, spelt, first, rows.flat());
}

/**
 * As many words of a text as an excerpt has, and dots where it goes on.
 * @param {string} text
 * @param {Word[]} spelt
 * @param {number} first the position of the first word
 * @param {Place[]} places what is to be marked
 * @returns {Piece[]}
 */
function stretch(text, spelt, first, places) {
  const end = Math.min(spelt.length, first + MOST_WORDS);
  const begins = first === 0 ? 0 : spelt[first].start;
  const stops = end === spelt.length ? text.length : spelt[end - 1].end;
  const pieces = cut(text, spelt, new Set(places.flatMap(positions)), begins, stops);
  if (begins > 0) pieces.unshift({ text: "… ", mark: false });
  if (stops < text.length) pieces.push({ text: " …", mark: false });
  return pieces;
}

/** @param {Place} place */
function positions([first, last]) {
  return Array.from({ length: last - first + 1 }, (_, more) => first + more);
}

/**
 * A stretch of a text in pieces; marked words that follow each other are one piece.
 * @param {string} text
 * @param {Word[]} spelt
 * @param {Set<number>} marks positions of words
 * @param {number} begins
 * @param {number} stops
 * @returns {Piece[]}
 */
function cut(text, spelt, marks, begins, stops) {
  /** @type {Piece[]} */
  const found = [];
  let done = begins;
  for (const { position, start, end } of spelt) {
    if (!marks.has(position) || start < done || end > stops) continue;
    let last = position;
    while (marks.has(last + 1) && spelt[last + 1] && spelt[last + 1].end <= stops) last += 1;
    if (start > done) found.push({ text: text.slice(done, start), mark: false });
    found.push({ text: text.slice(start, spelt[last].end), mark: true });
    done = spelt[last].end;
  }
  if (done < stops) found.push({ text: text.slice(done, stops), mark: false });
  return found;
}
