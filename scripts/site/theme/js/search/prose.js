/**
 * @file Owns telling prose that was pasted from a query that was written: a sentence in capitals has
 * no operators, and a long text no phrases.
 */

import { words } from "./analysis.js";
import { isBare } from "./operands.js";
import { QUOTE, scan } from "./scanning.js";

/** @typedef {import("./mistakes.js").Mistakes} Mistakes */
/** @typedef {import("./scanning.js").Item} Item */
/** @typedef {import("./scanning.js").Token} Token */

/** Words in a row that no one puts between operators when writing nothing but short names: NHS AND VRU. */
const SENTENCE = 3;

/** Words that no one writes beside a phrase, which all records would have to have. */
const LONG = 12;

/**
 * A text in which nothing is quoted if it is a long one, of the same length; and that is said.
 * @param {string} text
 * @param {Mistakes} mistakes
 * @returns {string}
 */
export function unquoted(text, mistakes) {
  const tokens = scan(text);
  const quoted = itemsOf(tokens).filter((item) => item.quoted);
  if (!quoted.length || !isLong(tokens)) return text;
  const phrases = quoted.filter(({ value, open }) => !open && words(value).length).map(({ value }) => `"${value}"`);
  const blank = text.replaceAll(new RegExp(QUOTE, "g"), " ");
  mistakes.add({ start: 0, end: text.length }, "In a text as long as this, quoted words are sought like all others.", phrases.join(" ") || blank);
  return blank;
}

/** @param {Token[]} tokens @returns {Item[]} */
function itemsOf(tokens) {
  return tokens.flatMap((token) => (token.kind === "item" ? [token] : []));
}

/** Whether many words and nothing of the language stand outside of the quotation marks. @param {Token[]} tokens */
export function isLong(tokens) {
  const items = itemsOf(tokens);
  if (tokens.some((token) => token.kind === "operator") || items.some(({ signs, field, tail }) => signs || field || tail)) return false;
  return items.filter((item) => !item.quoted || item.open).reduce((sum, { value }) => sum + words(value).length, 0) >= LONG;
}

/**
 * The tokens of a query; where it is a sentence in capitals, its operators as words, and that is said.
 * @param {Token[]} tokens
 * @param {Mistakes} mistakes
 * @returns {Token[]}
 */
export function calmed(tokens, mistakes) {
  const { text } = mistakes;
  const operators = tokens.filter((token) => token.kind === "operator");
  if (!operators.length || !isShouted(tokens, text)) return tokens;
  const names = [...new Set(operators.map(({ name }) => name))].join(" and ");
  const calm = tokens.map((token) => (token.kind === "operator" ? token.name : text.slice(token.start, token.end).toLowerCase()));
  const verb = names.includes(" ") ? "were read as words" : "was read as a word";
  mistakes.add({ start: 0, end: text.length }, `Everything is in capitals, so ${names} ${verb}.`, calm.join(" "));
  return tokens.map((token) => (token.kind === "operator" ? wordOf(token, text) : token));
}

/** Whether words in capitals alone make it, some of them in a row. @param {Token[]} tokens @param {string} text */
function isShouted(tokens, text) {
  const plain = tokens.every((token) => isBare(token) || (token.kind === "operator" && token.distance === null));
  if (!plain || !/\p{Lu}/u.test(text) || /\p{Ll}/u.test(text)) return false;
  const rows = tokens.map((token) => (token.kind === "operator" ? "|" : "w")).join("").split("|");
  return rows.some((row) => row.length >= SENTENCE);
}

/** @param {import("./scanning.js").Operator} operator @param {string} text @returns {Item} */
function wordOf({ start, end }, text) {
  return { kind: "item", start, end, signs: "", field: null, quoted: false, open: false, value: text.slice(start, end), valueStart: start, tail: "" };
}
