/**
 * @file Owns reading texts that are mere words and phrases, for which the whole language of queries need not be loaded.
 */

import { clause, isPlain } from "./clauses.js";
import { MARKS } from "./quotation.js";

/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./clauses.js").Query} Query */

/** Words, or a phrase in quotation marks: without the signs of which the language would say something. */
const PART = new RegExp(String.raw`\s*(?:([\p{L}\p{N}]+(?:\s+[\p{L}\p{N}]+)*)|[${MARKS}]([^${MARKS}*:]*[a-z\d][^${MARKS}*:]*)[${MARKS}])(?=\s|$)`, "iuy");
const OPERATOR = /(?:^|\s)(?:and|or|not|near)(?:\s|$)/i;
const LONGEST = 200;
/** Words, from which on the language looks whether quotation marks are meant (prose.js). */
const LONG = 12;
const LAST_WORD = /(?:^|\s)([\p{L}\p{N}]{3,})$/u;
const BEGINNING = 0.2;

/** What `parse` in query.js makes of a text of mere words and phrases; null for any other text. @param {string} text @returns {Query | null} */
export function plainly(text) {
  if (text.length > LONGEST || !text.trim()) return null;
  /** @type {Clause[]} */
  const clauses = [];
  const end = text.trimEnd().length;
  for (PART.lastIndex = 0; PART.lastIndex < end; ) {
    const found = PART.exec(text);
    const one = found && partOf(found);
    if (!one) return null;
    clauses.push(one);
  }
  const outside = clauses.filter(isPlain).flatMap((one) => one.text.split(/\s+/));
  return outside.length < LONG || clauses.every(isPlain) ? { text, clauses, never: false } : null;
}

/** @param {RegExpExecArray} found @returns {Clause | null} null where a word may be an operator */
function partOf({ 0: whole, 1: words, 2: phrase, index }) {
  const end = index + whole.length;
  if (phrase) return clause({ kind: "phrase", presence: "required", text: phrase.replace(/\s+/g, " ").trim(), start: index + whole.search(/\S/), end });
  return OPERATOR.test(words) ? null : clause({ kind: "words", text: words, start: end - words.length, end });
}

/** What is typed so far, its last word also as a beginning: "night bu" finds night buses. @param {Query} query @returns {Query} */
export function begun(query) {
  const { text, clauses } = query;
  const last = clauses.at(-1), word = LAST_WORD.exec(text)?.[1];
  if (!word || !last || !isPlain(last) || last.end !== text.length) return query;
  const beginning = clause({ kind: "words", text: `${word}*`, wildcard: "prefix", boost: BEGINNING, start: text.length - word.length, end: text.length });
  return { ...query, clauses: [...clauses, beginning] };
}
