/**
 * @file Owns reading one word or phrase of a query, with its signs, into a clause.
 */

import { words } from "./analysis.js";
import { clause } from "./clauses.js";
import { FILTERS, isField, meantField } from "./fields.js";
import { readFilter } from "./filters.js";
import { DASHES } from "./scanning.js";
import { readTail } from "./tails.js";

/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./clauses.js").Presence} Presence */
/** @typedef {import("./mistakes.js").Mistakes} Mistakes */
/** @typedef {import("./naming.js").Names} Names */
/** @typedef {import("./scanning.js").Item} Item */
/** @typedef {Pick<Clause, "presence" | "field" | "start" | "end">} Common */

const OTHERS = new Map([["||", "OR"], ["|", "OR"], ["&&", "AND"], ["|||", "OR"], ["&&&", "AND"]]);
const MINUS = new RegExp(`^[\u2212${DASHES}]$`);
const LONE_SIGN = /^[+\-\u2212]+$/;
const OPERATOR = /^(?:AND|OR|NOT|NEAR)$/;
const NEAR_IN_SMALL = /^(?:near|w)\/(\d+)$/i;
const EDGES = /^[^\p{L}\p{N}*]+|[^\p{L}\p{N}*]+$/gu;

/** @param {string} text */
const hasWord = (text) => words(text).length > 0;

/**
 * The clause of an item; null where it is mere punctuation or nothing can be made of it.
 * @param {Item} item
 * @param {Mistakes} mistakes
 * @param {Names | null} names
 * @returns {Clause | null}
 */
export function readItem(item, mistakes, names) {
  const common = { presence: readSigns(item, mistakes), field: null, start: item.start, end: item.end };
  const name = item.field?.toLowerCase() ?? null;
  const filter = FILTERS.find((known) => known === name);
  if (item.open && item.value.trim()) {
    const before = mistakes.text.slice(item.start, item.valueStart);
    mistakes.add(item, "The quotation mark is not closed. Everything behind it was taken as one phrase.", `${before}"${item.value.trimEnd()}"`);
  }
  if (filter) return readFilter(item, filter, common, mistakes, names);
  if (name !== null && !isField(name)) return unknownField(item, common, mistakes);
  const field = name === null ? null : name === "title" ? "title" : "all";
  const inField = { ...common, field: /** @type {Clause["field"]} */ (field) };
  if (!item.quoted && item.value === "" && name !== null) {
    mistakes.add(item, `${name}: needs a word or a phrase directly behind it.`, "");
    return null;
  }
  return item.quoted ? readPhrase(item, inField, mistakes) : readWord(item, inField, mistakes);
}

/** @param {Item} item @param {Mistakes} mistakes @returns {Presence} */
function readSigns({ start, signs }, mistakes) {
  if (!signs) return "optional";
  const prohibited = /[^+]/.test(signs);
  const right = prohibited ? "-" : "+";
  if (signs !== right && !MINUS.test(signs)) {
    mistakes.add({ start, end: start + signs.length }, `“${signs}” was read as “${right}”: ${right === "+" ? "+ before what must be there" : "- before what is to be left out"}.`, right);
  }
  return prohibited ? "prohibited" : "required";
}

/** @param {Item} item @param {Common} common @param {Mistakes} mistakes @returns {Clause | null} */
function unknownField(item, common, mistakes) {
  const name = item.field ?? "";
  const meant = meantField(name);
  const before = mistakes.text.slice(item.start, item.start + item.signs.length);
  const behind = mistakes.text.slice(item.start + item.signs.length + name.length + 1, item.end);
  // Without a field, words are sought in titles and texts.
  const anywhere = meant === "all";
  const advice = anywhere ? " Words without a field are looked for in all of a record." : meant ? ` Did you mean ${meant}:?` : " It was searched for as a word.";
  mistakes.add(item, `There is no field “${name}:”.${advice}`, before + (anywhere ? "" : meant ? `${meant}:` : `${name} `) + behind);
  const text = `${name} ${item.value}`;
  return hasWord(text) ? clause({ ...common, kind: "words", text }) : null;
}

/** @param {Item} item @param {Common} common @param {Mistakes} mistakes @returns {Clause | null} */
function readPhrase(item, common, mistakes) {
  const text = item.value.replace(/\s+/g, " ").trim();
  const found = words(text);
  if (!found.length) {
    mistakes.add(item, item.open ? "A quotation mark stands alone; a phrase has one on each side." : "Nothing to search for stands between the quotation marks.", "");
    return null;
  }
  if (text.includes("*")) {
    const [start, end] = [item.valueStart, item.valueStart + item.value.length + 1];
    mistakes.add({ start, end }, "Inside quotation marks every word is taken literally, and * with it.", mistakes.text.slice(start, end).replaceAll("*", ""));
  }
  const { boost } = readTail(item, mistakes, (distance) => {
    const single = found.length === 1;
    const apart = Math.min(Math.max(Number(distance) || 5, 1), 100);
    const instead = single ? `${text}~1` : found.map((word) => text.slice(word.start, word.end)).join(` NEAR/${apart} `);
    return { message: single ? "~ does not work behind a quotation mark: a quoted word is literal." : "For words near each other, write NEAR between them.", instead: item.signs + instead };
  });
  return clause({ ...common, kind: "phrase", presence: common.presence === "optional" ? "required" : common.presence, text, boost });
}

/** @param {Item} item @param {Common} common @param {Mistakes} mistakes @returns {Clause | null} */
function readWord(item, common, mistakes) {
  const typed = item.value;
  const rest = { start: item.valueStart, end: item.valueStart + typed.length };
  if (/^[~^]/.test(typed)) {
    mistakes.add(item, `“${typed[0]}” belongs directly behind a word.`, mistakes.text.slice(item.start, item.end).replace(/[~^]+/, ""));
    return hasWord(typed) ? clause({ ...common, kind: "words", text: typed.replace(/^[~^]+/, "") }) : null;
  }
  if (!hasWord(typed) || (item.signs && OPERATOR.test(typed))) return noWord(item, mistakes);
  if (NEAR_IN_SMALL.test(typed)) mistakes.add(item, "NEAR is written in capitals, with a number: NEAR/5.", typed.replace(NEAR_IN_SMALL, "NEAR/$1"));
  if (/[\p{L}\p{N}]\?+[\p{L}\p{N}]/u.test(typed) && !/[\/=]/.test(typed)) {
    mistakes.add(rest, "? does not stand for a letter here; * stands for any number of them.", typed.replace(/(?<=[\p{L}\p{N}])\?+(?=[\p{L}\p{N}])/gu, "*"));
  }
  const wildcard = wildcardOf(typed);
  const { fuzzy, boost } = readTail(item, mistakes);
  if (fuzzy && wildcard !== "none") {
    mistakes.add(item, "A word has either * or ~, not both; ~ was left out.", mistakes.text.slice(item.start, item.end).replace(/~[^~^]*/g, ""));
  }
  const text = wildcard === "none" ? typed : typed.replace(EDGES, "").replace(/\*+/g, "*");
  return clause({ ...common, kind: "words", text, wildcard, boost, fuzzy: wildcard === "none" ? fuzzy : 0 });
}

/** What is no word: an operator of another language, a sign alone, or punctuation. @param {Item} item @param {Mistakes} mistakes @returns {null} */
function noWord(item, mistakes) {
  const { value, signs } = item, other = OTHERS.get(value);
  if (OPERATOR.test(value)) mistakes.add(item, `“${signs}” does not work on ${value}.`, value);
  else if (other) mistakes.add(item, `“${value}” is written ${other} here.`, other);
  else if (signs || LONE_SIGN.test(value)) mistakes.add(item, `“${signs || value}” stands alone. It works only directly before a word.`, "");
  else if (value.includes("*")) mistakes.add(item, "* needs at least one letter beside it; alone it would find everything.", "");
  else if (item.tail) mistakes.add(item, `“${item.tail}” belongs directly behind a word.`, "");
  return null;
}

/** Where the stars of a word are. @param {string} typed @returns {Clause["wildcard"]} */
function wildcardOf(typed) {
  const text = typed.replace(EDGES, "");
  if (!text.includes("*")) return "none";
  if (text.replace(/^\*+|\*+$/g, "").includes("*")) return "inner";
  if (text.startsWith("*")) return text.endsWith("*") ? "both" : "suffix";
  return "prefix";
}
