/**
 * @file Owns reading texts that are mere words, for which the whole language of queries need not be loaded.
 */

import { clause, isPlain } from "./clauses.js";

/** @typedef {import("./clauses.js").Query} Query */

const WORDS = /^\s*[\p{L}\p{N}]+(?:\s+[\p{L}\p{N}]+)*\s*$/u;
const OPERATOR = /(?:^|\s)(?:and|or|not|near)(?:\s|$)/i;
const LONGEST = 200;
const LAST_WORD = /(?:^|\s)([\p{L}\p{N}]{3,})$/u;
const BEGINNING = 0.2;

/** What `parse` in query.js makes of a text of mere words; null for any other text. @param {string} text @returns {Query | null} */
export function plainly(text) {
  if (text.length > LONGEST || !WORDS.test(text) || OPERATOR.test(text)) return null;
  const start = text.search(/\S/), words = text.trim();
  return { text, clauses: [clause({ kind: "words", text: words, start, end: start + words.length })], never: false };
}

/** What is typed so far, its last word also as a beginning: "night bu" finds night buses. @param {Query} query @returns {Query} */
export function begun(query) {
  const { text, clauses } = query;
  const last = clauses.at(-1), word = LAST_WORD.exec(text)?.[1];
  if (!word || !last || !isPlain(last) || last.end !== text.length) return query;
  const beginning = clause({ kind: "words", text: `${word}*`, wildcard: "prefix", boost: BEGINNING, start: text.length - word.length, end: text.length });
  return { ...query, clauses: [...clauses, beginning] };
}
