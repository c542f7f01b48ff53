/**
 * @file Owns cutting a typed query into its pieces: words, phrases, fields, signs, operators, brackets.
 */

import { speltDateEnd } from "./dates.js";
import { DATE_FILTERS, FILTERS, WORD_FIELDS, isField } from "./fields.js";
import { MARKS } from "./quotation.js";

/**
 * A word or phrase as typed: the signs before it, its field, its value with where that stands, and
 * what is tied to its end (`~1^2`).
 * @typedef {{
 *   kind: "item", start: number, end: number, signs: string, field: string | null,
 *   quoted: boolean, open: boolean, value: string, valueStart: number, tail: string,
 * }} Item
 * @typedef {{ kind: "operator", start: number, end: number, name: "AND" | "OR" | "NOT" | "NEAR", distance: string | null }} Operator
 * @typedef {{ kind: "open", start: number, end: number, signs: string } | { kind: "close", start: number, end: number, signs: string }} Bracket
 * @typedef {Item | Operator | Bracket} Token
 */

/** Dashes that are no minus by themselves: "10 June 2021 – Motions". */
export const DASHES = "\u2010-\u2015\ufe63\uff0d";

export const QUOTE = new RegExp(`[${MARKS}]`);

const BLANK = /\s+/y;
const OPERATOR = /(?:(AND|OR|NOT)|NEAR(?:\/([^\s()]*))?)(?=[\s()]|$)/y;
// What a phone or a text program makes of a minus is one where it stands as one: behind a blank, directly before a word.
const SIGNS = new RegExp(`[+\\-\\u2212!]+(?=[^\\s+\\-\\u2212!])|(?<![^\\s(])[${DASHES}](?=[\\p{L}\\p{N}${MARKS}(*])`, "uy");
const FIELD = /(\p{L}+):/uy;
const VALUE = new RegExp(`[^\\s${MARKS}()]+`, "y");
const QUOTED = new RegExp(`[${MARKS}]([^${MARKS}]*)([${MARKS}]|$)`, "y");
const TAIL = new RegExp(`(?:[~^][^\\s~^${MARKS}()]*)+`, "y");
const FIELD_WITHIN = new RegExp(`\\s+[+\\-]?(?:${[...WORD_FIELDS, ...FILTERS].join("|")}):\\S`, "i");
const SUFFIXED = /^([^~^]+)((?:[~^][^~^]*)+)$/s;

/**
 * @param {string} text
 * @returns {Token[]}
 */
export function scan(text) {
  const tokens = [];
  let at = 0;
  while ((at = past(BLANK, text, at)) < text.length) {
    const token = operatorAt(text, at) ?? bracketAt(text, at) ?? itemAt(text, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

/** @param {RegExp} form @param {string} text @param {number} at @returns {RegExpExecArray | null} */
function here(form, text, at) {
  form.lastIndex = at;
  return form.exec(text);
}

/** @param {RegExp} form @param {string} text @param {number} at */
function past(form, text, at) {
  return at + (here(form, text, at)?.[0].length ?? 0);
}

/** @param {string} text @param {number} at @returns {Operator | null} */
function operatorAt(text, at) {
  const found = here(OPERATOR, text, at);
  if (!found) return null;
  const name = /** @type {Operator["name"]} */ (found[1] ?? "NEAR");
  return { kind: "operator", start: at, end: at + found[0].length, name, distance: found[2] ?? null };
}

/** @param {string} text @param {number} at @returns {Bracket | null} */
function bracketAt(text, at) {
  const behind = past(SIGNS, text, at);
  if (text[behind] === ")" && behind === at) return { kind: "close", start: at, end: at + 1, signs: "" };
  return text[behind] === "(" ? { kind: "open", start: at, end: behind + 1, signs: text.slice(at, behind) } : null;
}

/** @param {string} text @param {number} start @returns {Item} */
function itemAt(text, start) {
  const unsigned = past(SIGNS, text, start);
  const name = here(FIELD, text, unsigned)?.[1] ?? null;
  const known = name !== null && isField(name.toLowerCase());
  const field = name !== null && (known || isTyped(text, unsigned + name.length + 1)) ? name : null;
  const bare = unsigned + (field === null ? 0 : field.length + 1);
  const value = valueAt(text, known ? valueStart(text, bare) : bare, known ? name.toLowerCase() : "");
  return { kind: "item", start, signs: text.slice(start, unsigned), field, ...value };
}

/**
 * Whether what follows a colon is a value: in "Re: buses" and "https://" it is not.
 * @param {string} text
 * @param {number} at
 */
function isTyped(text, at) {
  return at < text.length && !/[\s\/()]/.test(text[at]);
}

/**
 * Where the value of a known field begins: directly behind the colon, or after blanks.
 * @param {string} text
 * @param {number} at
 */
function valueStart(text, at) {
  const next = past(BLANK, text, at);
  return next < text.length && !operatorAt(text, next) && !bracketAt(text, next) && !here(FIELD, text, next) ? next : at;
}

/** @param {string} text @param {number} at @param {string} field @returns {Omit<Item, "kind" | "start" | "signs" | "field">} */
function valueAt(text, at, field) {
  const quoted = here(QUOTED, text, at);
  if (quoted && !quoted[2]) {
    // A phrase that is not closed ends where a field begins, which is never meant as a part of it.
    const end = quoted[1].search(FIELD_WITHIN) + 1 || quoted[1].length + 1;
    return { end: at + end, quoted: true, open: true, value: text.slice(at + 1, at + end), valueStart: at, tail: "" };
  }
  if (quoted) {
    const close = at + quoted[0].length, end = past(TAIL, text, close);
    return { end, quoted: true, open: false, value: quoted[1], valueStart: at, tail: text.slice(close, end) };
  }
  const spelt = DATE_FILTERS.includes(field) ? speltDateEnd(text, at) : -1;
  const end = spelt > 0 ? spelt : past(VALUE, text, at);
  const [, value, tail] = SUFFIXED.exec(text.slice(at, end)) ?? [null, text.slice(at, end), ""];
  return { end, quoted: false, open: false, value, valueStart: at, tail };
}
