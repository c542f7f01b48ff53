/**
 * @file Owns what is shown of a found record: its best passages, and the words in them that were sought.
 */

import { terms, words } from "./analysis.js";

/** @typedef {import("./analysis.js").Term} Term */
/** @typedef {import("./nodes.js").Node} Node */
/** @typedef {import("./nodes.js").Place} Place */
/** @typedef {import("./rules.js").Rules} Rules */

/**
 * A record as `texts/<number>.json` has it; a passage is its anchor, its number or null, its words.
 * @typedef {{ id: string, name: string }} Named
 * @typedef {{
 *   id: string, kind: string, address: string, title: string, day: string, spoken: string, reference: string | null,
 *   people: { from: Named[], to: Named[], by: Named[] }, topics: { id: string, label: string }[],
 *   passages: [string, number | null, string][],
 * }} Fragment
 *
 * Its texts as terms; `others` are the passages, and the reference behind them.
 * @typedef {{ title: Term[], others: Term[][] }} Texts
 *
 * @typedef {{ text: string, mark: boolean }} Piece
 * @typedef {{ anchor: string, number: number | null, pieces: Piece[] }} Passage
 */

const MOST_PASSAGES = 2;
const MOST_WORDS = 40;
const WORDS_BEFORE = 10;

/** @type {WeakMap<Fragment, Texts>} */
const known = new WeakMap();

/**
 * The terms of all texts of a record, analysed once.
 * @param {Fragment} fragment
 * @param {Rules} rules
 * @returns {Texts}
 */
export function textsOf(fragment, rules) {
  let texts = known.get(fragment);
  if (!texts) known.set(fragment, (texts = analysed(fragment, rules)));
  return texts;
}

/**
 * @param {Fragment} fragment
 * @param {Rules} rules
 * @returns {Texts}
 */
function analysed(fragment, rules) {
  const others = fragment.passages.map((passage) => terms(passage[2], rules));
  if (fragment.reference) others.push(terms(fragment.reference, rules));
  return { title: terms(fragment.title, rules), others };
}

/**
 * The passages that hold most of what was sought, in the order of the text, and how many more hold any.
 * @param {Fragment} fragment
 * @param {Term[][]} read the terms of each passage
 * @param {Node[]} sought
 * @returns {{ passages: Passage[], more: number }}
 */
export function best(fragment, read, sought) {
  const found = fragment.passages
    .map((passage, at) => ({ passage, at, rows: sought.map((node) => node.places(read[at] ?? [])) }))
    .filter(({ rows }) => rows.some((places) => places.length));
  const ranked = found
    .map((one) => ({ ...one, worth: worth(one.rows.flatMap(indexed)) }))
    .sort((one, other) => other.worth - one.worth || one.at - other.at)
    .slice(0, MOST_PASSAGES)
    .sort((one, other) => one.at - other.at);
  const passages = ranked.map(({ passage: [anchor, number, text], rows }) => ({ anchor, number, pieces: pieces(text, rows) }));
  return { passages, more: found.length - passages.length };
}

/**
 * A text in pieces, where words that were sought are marked.
 * @param {string} text
 * @param {Node[]} sought
 * @param {Rules} rules
 * @returns {Piece[]}
 */
export function marked(text, sought, rules) {
  const read = terms(text, rules);
  return cut(text, words(text), new Set(sought.flatMap((node) => node.places(read)).flatMap(positions)), 0, text.length);
}

/** @typedef {{ part: number, place: Place }} Indexed */

/**
 * @param {Place[]} places
 * @param {number} part
 * @returns {Indexed[]}
 */
function indexed(places, part) {
  return places.map((place) => ({ part, place }));
}

/**
 * Many different parts of the query are worth most, then long rows of words, then many places.
 * @param {Indexed[]} found
 */
function worth(found) {
  const longest = new Map();
  for (const { part, place } of found) longest.set(part, Math.max(longest.get(part) ?? 0, place[1] - place[0] + 1));
  const rows = [...longest.values()].reduce((sum, length) => sum + 1 + length, 0);
  return rows + Math.min(found.length, 9) / 10;
}

/**
 * The part of a text around the places that are worth most.
 * @param {string} text
 * @param {Place[][]} rows
 * @returns {Piece[]}
 */
function pieces(text, rows) {
  const spelt = words(text);
  const found = rows.flatMap(indexed).sort((one, other) => one.place[0] - other.place[0]);
  const windows = found.map(({ place: [begin] }) => {
    const first = spelt.length <= MOST_WORDS ? 0 : Math.max(0, begin - WORDS_BEFORE);
    const end = Math.min(spelt.length, first + MOST_WORDS);
    const inside = found.filter(({ place }) => place[0] >= first && place[1] < end);
    return { first, end, worth: worth(inside) };
  });
  const [{ first, end }] = windows.sort((one, other) => other.worth - one.worth);
  const begins = first === 0 ? 0 : spelt[first].start;
  const stops = end === spelt.length ? text.length : spelt[end - 1].end;
  const cutOut = cut(text, spelt, new Set(rows.flat().flatMap(positions)), begins, stops);
  if (begins > 0) cutOut.unshift({ text: "… ", mark: false });
  if (stops < text.length) cutOut.push({ text: " …", mark: false });
  return cutOut;
}

/**
 * @param {Place} place
 */
function positions([first, last]) {
  return Array.from({ length: last - first + 1 }, (_, more) => first + more);
}

/**
 * A stretch of a text in pieces; marked words that follow each other are one piece.
 * @param {string} text
 * @param {import("./analysis.js").Word[]} spelt
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
