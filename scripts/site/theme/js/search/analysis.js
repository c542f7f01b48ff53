/**
 * @file Owns the way from a text to its words, and from words to the terms of the index.
 *
 * The archive's texts went the same way when the site was built: `scripts/archive/search/analysis.py`,
 * whose docstrings say more; tests/search/test_same_in_browser.py proves that both give the same.
 */

import { areDecimals, goesOn } from "./amounts.js";
import { CAPITAL, connected, shape, spellings } from "./folding.js";

/** @typedef {import("./folding.js").Shape} Shape */
/** @typedef {import("./rules.js").Rules} Rules */

/**
 * A word of a text: where it begins and ends, its number in the text, and its folded form.
 *
 * `compound` is the position of the first word of the compound that it belongs to, or null.
 * Offsets count UTF-16 units.
 * @typedef {{ start: number, end: number, position: number, surface: string, shape: Shape, compound: number | null }} Word
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
  /** @type {Word[]} */
  const found = [];
  let end = 0;
  for (const spelt of spellings(text)) {
    const start = text.indexOf(spelt, end);
    end = start + spelt.length;
    const understood = shape(spelt);
    if (understood.surface) found.push({ start, end, position: found.length, surface: understood.surface, shape: understood, compound: null });
  }
  for (let at = 1; at < found.length; at += 1) {
    const before = found[at - 1], word = found[at];
    if (text[before.end] !== " " && connected(text.slice(before.end, word.start))) word.compound = before.compound ??= before.position;
  }
  return found;
}

/**
 * The terms of a text: one for each word, and one more for each compound, at its first word.
 * @param {string} text
 * @param {Rules} rules
 * @returns {Term[]}
 */
export function terms(text, rules) {
  const found = words(text);
  /** @type {Term[]} */
  const made = [];
  for (const { position, surface, shape: { acronym, possessive }, compound } of found) {
    const ordinary = acronym !== null && rules.stop.has(surface) && shouted(text, found, position);
    const term = new Analysed(position, surface, ordinary ? null : acronym, rules, 1, possessive);
    made.push(term);
    if (compound === null) continue;
    Object.assign(term, {
      continues: goesOn(text, found, position + 1),
      continued: goesOn(text, found, position),
      decimals: areDecimals(text, found, position),
    });
    if (compound === position) made.push(joinedForm(text, found, position, rules));
  }
  return made;
}

/** A term; most are never asked for their stem. @implements {Term} */
class Analysed {
  /**
   * @param {number} position
   * @param {string} exact
   * @param {string | null} acronym
   * @param {Rules} rules
   * @param {number} span
   * @param {boolean} [possessive]
   */
  constructor(position, exact, acronym, rules, span, possessive = false) {
    this.position = position;
    this.exact = exact;
    this.acronym = acronym;
    this.rules = rules;
    this.span = span;
    this.joined = span > 1;
    this.possessive = possessive;
  }

  get stem() {
    return stemOf(this.exact, this.acronym, this.rules);
  }
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
 * @param {number} position
 */
function shouted(text, found, position) {
  const word = found[position];
  const near = found
    .slice(Math.max(0, position - NEAR), position + NEAR + 1)
    .filter((other) => other !== word)
    .filter((other) => !text.slice(Math.min(other.end, word.end), Math.max(other.start, word.start)).includes("\n"))
    .map((other) => other.shape);
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
  return new Analysed(first, joined, letters ? joined : null, rules, parts.length);
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
    .map(({ first, span, joined }) => new Analysed(first, joined, null, rules, span));
}

/** Whether a word of a text is a word of a phrase, with an 's if that has one. @param {Pick<Term, "exact" | "possessive">} sought @param {Term | undefined} found */
export function isWritten({ exact, possessive }, found) {
  return found?.exact === exact && (found.possessive || !possessive);
}
