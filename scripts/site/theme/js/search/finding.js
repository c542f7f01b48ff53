/**
 * @file Owns finding in a text what a query seeks: the places to be marked.
 */

import { foldedPattern, isWhole, joinedUp } from "./amounts.js";
import { isWritten, terms, words } from "./analysis.js";
import { sought } from "./carried.js";
import { fold } from "./folding.js";
import { keyOf } from "./names.js";
import { apart } from "./nearest.js";

/** @typedef {import("./analysis.js").Term} Term */
/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./clauses.js").Query} Query */
/** @typedef {import("./rules.js").Rules} Rules */

/**
 * What is sought: for each word of a row, whether a word of the text is it.
 * @typedef {((term: Term) => boolean)[]} Pattern
 */

const JOINED = [2, 3];

/**
 * What a query seeks in texts: not what it leaves out, nor what stands in filters.
 * @param {Query} query
 * @param {Rules} rules
 * @returns {Pattern[]}
 */
export function patterns(query, rules) {
  return sought(query.clauses).flatMap((one) => patternsOf(one, rules));
}

/** Names in all forms of their words, as records are found by them. @param {string[]} names @param {Rules} rules @returns {Pattern[]} */
export function patternsOfNames(names, rules) {
  const keys = names.map((name) => keyOf(terms(name, rules).filter((term) => !term.joined)));
  return keys.map((key) => key.map((wanted) => (term) => keyOf([term])[0] === wanted));
}

/**
 * The stop words of a query, as they stand: to be sought where a text has nothing else of it.
 * @param {Query} query
 * @param {Rules} rules
 * @returns {Pattern[]}
 */
export function stopWords(query, rules) {
  const plain = sought(query.clauses).filter((one) => one.kind !== "phrase" && one.wildcard === "none");
  return plain.flatMap((one) => terms(one.text, rules)).filter((term) => term.stem === null).map((term) => [exactly(term)]);
}

/** @param {Clause} one @param {Rules} rules @returns {Pattern[]} */
function patternsOf(one, rules) {
  if (one.kind === "phrase") return [phrase(terms(one.text, rules).filter((term) => !term.joined))];
  if (one.wildcard !== "none") return [[wildcard(one.text)]];
  const found = terms(one.text, rules);
  const near = one.fuzzy ? found.map(({ exact }) => [(/** @type {Term} */ term) => apart(term.exact, exact) <= one.fuzzy]) : [];
  return [...single(found), ...compounds(found), ...written(found, rules), ...near];
}

/** Words as they are written; a number by itself is no part of a longer one, as it may be where it is not quoted. @param {Term[]} row @returns {Pattern} */
function phrase(row) {
  return row.map((word) => (term) => isWritten(word, term) && (row.length > 1 || isWhole([term])));
}

/** A word with stars, as a test. @param {string} text @returns {Pattern[number]} */
function wildcard(text) {
  const folded = (/** @type {string} */ part) => (words(part).map((word) => word.surface).join("") || fold(part)).replace(/[^\p{L}\p{N}]/gu, "");
  const form = new RegExp(`^${foldedPattern(text, folded, ".*", "\\.")}$`, "u");
  return ({ exact }) => form.test(exact);
}

/** @param {Term} wanted @returns {Pattern[number]} */
const sameStem = (wanted) => (term) => term.stem !== null && term.stem === wanted.stem;

/** @param {Term} wanted @returns {Pattern[number]} */
const exactly = (wanted) => (term) => term.exact === wanted.exact;

/** Words by their stems; the parts of a compound are sought as a row instead. @param {Term[]} found @returns {Pattern[]} */
function single(found) {
  const parts = new Set(found.filter((term) => term.joined).flatMap(({ position, span }) => Array.from({ length: span }, (_, at) => position + at)));
  return found.filter((term) => term.stem !== null && (term.joined || !parts.has(term.position))).map((term) => [sameStem(term)]);
}

/** The parts of each compound, one behind the other; in a number, a date or a reference exactly so. @param {Term[]} found @returns {Pattern[]} */
function compounds(found) {
  return found
    .filter((term) => term.joined)
    .map(({ position, span }) => found.filter((part) => !part.joined && part.position >= position && part.position < position + span))
    .map((parts) => parts.map((part) => (part.stem === null || parts.some(({ exact }) => /\p{N}/u.test(exact)) ? exactly(part) : sameStem(part))));
}

/** Adjacent words of the query that a text writes as one. @param {Term[]} found @param {Rules} rules @returns {Pattern[]} */
function written(found, rules) {
  const row = found.filter((term) => !term.joined);
  return row.flatMap((_, at) => JOINED.filter((span) => at + span <= row.length).map((span) => joinedUp(row.slice(at, at + span))))
    .map((joined) => [(/** @type {Term} */ term) => term.span === 1 && term.stem !== null && term.stem === rules.root(joined)]);
}

/**
 * The places of a text that have what is sought, in order, without overlaps, the longest first.
 * @param {string} text
 * @param {Pattern[]} patterns
 * @param {Rules} rules
 * @returns {{ start: number, end: number }[]}
 */
export function found(text, patterns, rules) {
  const places = words(text);
  const all = terms(text, rules);
  const row = all.filter((term) => !term.joined);
  const result = [];
  for (let at = 0; at < row.length;) {
    const span = Math.max(0, ...patterns.map((pattern) => spanAt(row, all, at, pattern, rules)));
    if (span) result.push({ start: places[at].start, end: places[at + span - 1].end });
    at += span || 1;
  }
  return result;
}

/** How many words of the text a pattern covers at a place; 0 if it is not there. @param {Term[]} row @param {Term[]} all @param {number} at @param {Pattern} pattern @param {Rules} rules */
function spanAt(row, all, at, pattern, rules) {
  if (!pattern.length) return 0;
  if (at + pattern.length <= row.length && pattern.every((test, next) => test(row[at + next])) && (pattern.length < 2 || isWhole(row.slice(at, at + pattern.length)))) return pattern.length;
  if (pattern.length > 1) return 0;
  const own = all.find((term) => term.joined && term.position === at && pattern[0](term));
  return own?.span ?? JOINED.find((span) => at + span <= row.length && pattern[0](asOne(row, at, span, rules))) ?? 0;
}

/** Words of a text that stand apart, as the one word that they make: anti semitism. @param {Term[]} row @param {number} at @param {number} span @param {Rules} rules @returns {Term} */
function asOne(row, at, span, rules) {
  const exact = joinedUp(row.slice(at, at + span));
  return { position: at, exact, stem: rules.root(exact), span, joined: true };
}
