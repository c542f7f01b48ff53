/**
 * @file Owns the way from a text to its words, and from words to the terms of the index.
 *
 * The archive's texts went the same way when the site was built: `scripts/archive/search/analysis.py`,
 * whose docstrings say more; tests/search/test_same_in_browser.py proves that both give the same.
 */

import { areDecimals, goesOn } from "./amounts.js";
import { CAPITAL, connected, shape, WORD } from "./folding.js";

/** @typedef {import("./folding.js").Shape} Shape */
/** @typedef {import("./rules.js").Rules} Rules */

/**
 * A word of a text: where it begins and ends, its number in the text, and its folded form.
 *
 * `compound` is the position of the first word of the compound that it belongs to, or null.
 * Offsets count UTF-16 units.
 * @typedef {{ start: number, end: number, position: number, surface: string, compound: number | null }} Word
 */

/**
 * What the index holds of a word, or of `span` words written as one (antisemitism), which is then
 * `joined`. `stem` is null for a stop word, and reckoned when it is asked for, as few are of a text
 * in which a query is sought; `possessive` tells of an 's, which `exact` has not.
 * `continues` and `continued` tell of a number that goes on behind a word or began before it, as
 * 1,250,000 does around 250; `decimals` of digits behind a point, as the 5 of 1.5.
 * @typedef {{
 *   position: number, exact: string, stem: string | null, span: number, joined: boolean, possessive: boolean,
 *   continues?: boolean, continued?: boolean, decimals?: boolean,
 * }} Term
 */

const NEAR = 2;
const JOINED = [2, 3];

/**
 * The words of a text, in order.
 * @param {string} text
 * @returns {Word[]}
 */
export function words(text) {
  const found = [...text.matchAll(WORD)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, surface: shape(match[0]).surface }))
    .filter((word) => word.surface);
  const links = found.map((word, at) => at > 0 && connected(text.slice(found[at - 1].end, word.start)));
  let first = 0;
  return found.map(({ start, end, surface }, position) => {
    if (!links[position]) first = position;
    return { start, end, position, surface, compound: links[position] || links[position + 1] ? first : null };
  });
}

/**
 * The terms of a text: one for each word, and one more for each compound, at its first word.
 * @param {string} text
 * @param {Rules} rules
 * @returns {Term[]}
 */
export function terms(text, rules) {
  const found = words(text);
  const shapes = found.map((word) => shape(text.slice(word.start, word.end)));
  return found.flatMap(({ position, surface, compound }) => {
    const { acronym, possessive } = shapes[position];
    const ordinary = acronym !== null && rules.stop.has(surface) && shouted(text, found, shapes, position);
    const own = termOf(position, surface, ordinary ? null : acronym, rules, 1, possessive);
    if (compound === null) return own;
    const term = Object.assign(own, {
      continues: goesOn(text, found, position + 1),
      continued: goesOn(text, found, position),
      decimals: areDecimals(text, found, position),
    });
    return compound === position ? [term, joinedForm(text, found, position, rules)] : term;
  });
}

/**
 * @param {number} position
 * @param {string} exact
 * @param {string | null} acronym
 * @param {Rules} rules
 * @param {number} span
 * @param {boolean} [possessive]
 * @returns {Term}
 */
function termOf(position, exact, acronym, rules, span, possessive = false) {
  return { position, exact, get stem() { return stemOf(exact, acronym, rules); }, span, joined: span > 1, possessive };
}

/**
 * The stem of a word, or null where it is a stop word and not an acronym.
 * @param {string} surface
 * @param {string | null} acronym
 * @param {Rules} rules
 * @returns {string | null}
 */
function stemOf(surface, acronym, rules) {
  if (rules.stop.has(surface) && (acronym === null || !rules.acronyms.has(surface))) return null;
  return rules.root(acronym ?? surface);
}

/**
 * Whether a word is one of a line in capitals, which is not a row of acronyms.
 *
 * Of the two words before it and the two behind it, as far as they are in its line, at least two
 * must be in capitals and none may have a small letter; ACEs has none that counts.
 * @param {string} text
 * @param {Word[]} found
 * @param {Shape[]} shapes
 * @param {number} position
 */
function shouted(text, found, shapes, position) {
  const word = found[position];
  const near = found
    .slice(Math.max(0, position - NEAR), position + NEAR + 1)
    .filter((other) => other !== word)
    .filter((other) => !text.slice(Math.min(other.end, word.end), Math.max(other.start, word.start)).includes("\n"))
    .map((other) => shapes[other.position]);
  return near.filter((one) => one.acronym !== null).length >= NEAR && !near.some((one) => one.small);
}

/**
 * The joined form of the compound that begins at a position.
 * @param {string} text
 * @param {Word[]} found
 * @param {number} first
 * @param {Rules} rules
 * @returns {Term}
 */
function joinedForm(text, found, first, rules) {
  let end = first;
  while (found[end]?.compound === first) end += 1;
  const parts = found.slice(first, end);
  const joined = parts.map((word, at) => (at && areDecimals(text, found, first + at) ? `.${word.surface}` : word.surface)).join("");
  const letters = parts.every((word) => CAPITAL.test(text.slice(word.start, word.end)));
  return termOf(first, joined, letters ? joined : null, rules, parts.length);
}

/**
 * More terms for two or three adjacent words whose joined form is known to be a compound.
 * @param {Term[]} terms
 * @param {{ has(joined: string): boolean }} known
 * @param {Rules} rules
 * @returns {Term[]}
 */
export function joins(terms, known, rules) {
  const exact = terms.filter((term) => !term.joined).map((term) => term.exact);
  const given = new Set(terms.filter((term) => term.joined).map((term) => `${term.position} ${term.span}`));
  const places = exact.flatMap((_, first) => JOINED.map((span) => ({ first, span })));
  return places
    .filter(({ first, span }) => first + span <= exact.length && !given.has(`${first} ${span}`))
    .map(({ first, span }) => ({ first, span, joined: exact.slice(first, first + span).join("") }))
    .filter(({ joined }) => known.has(joined))
    .map(({ first, span, joined }) => termOf(first, joined, null, rules, span));
}

/** Whether a word of a text is a word of a phrase, with an 's if that has one. @param {Pick<Term, "exact" | "possessive">} sought @param {Term | undefined} found */
export function isWritten({ exact, possessive }, found) {
  return found?.exact === exact && (found.possessive || !possessive);
}
