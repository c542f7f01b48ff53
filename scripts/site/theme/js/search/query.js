/**
 * @file Owns the language of queries: typed text to clauses, and what is wrong with it. Pure; never throws.
 *
 * What each piece means is said by saying.js and on the help page (pages/search-help.md).
 */

import { isPlain } from "./clauses.js";
import { FILTERS, PEOPLE_FILTERS } from "./fields.js";
import { Mistakes } from "./mistakes.js";
import { named, whoever } from "./naming.js";
import { isBare, nodesOf } from "./operands.js";
import { sequence } from "./operators.js";
import { calmed, unquoted } from "./prose.js";
import { checkWhole } from "./ranges.js";
import { scan } from "./scanning.js";
import { remarkSingles } from "./singles.js";
import { statesOf } from "./states.js";

/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./clauses.js").Query} Query */
/** @typedef {import("./clauses.js").Mistake} Mistake */
/** @typedef {import("./naming.js").Names} Names */
/** @typedef {import("./scanning.js").Token} Token */
/** @typedef {{ query: Query, mistakes: Mistake[] }} Parsed */

const LONGEST = 1000;
const LONGEST_NAME = 8;

/**
 * @param {string} typed
 * @param {Names | null} [names] if given, topics and people that the archive does not have are mistakes
 * @returns {Parsed}
 */
export function parse(typed, names = null) {
  const text = typed.slice(0, LONGEST);
  const mistakes = new Mistakes(text);
  if (typed.length > LONGEST) {
    const correction = text.replace(/\s+\S*$/, "");
    mistakes.list.push({ message: `Only the first ${LONGEST.toLocaleString("en")} characters were read.`, start: LONGEST, end: typed.length, correction });
  }
  const read = unquoted(text, mistakes);
  const nodes = nodesOf(withWholeNames(calmed(scan(read), mistakes), read, names), mistakes, names);
  const clauses = joined(sequence(nodes, mistakes), read);
  checkWhole(clauses, mistakes);
  remarkSingles(read, mistakes);
  const nothing = clauses.length === 0 && text.trim() !== "";
  if (nothing && !mistakes.list.length) mistakes.add({ start: 0, end: text.length }, `There is no word in “${text.trim()}”.`, null);
  return { query: { text, clauses, never: mistakes.never || nothing }, mistakes: mistakes.list };
}

/**
 * The tokens, with `from:sadiq khan` made one where the archive knows that name, and `response:not mentioned`.
 * @param {Token[]} tokens
 * @param {string} text
 * @param {Names | null} names
 * @returns {Token[]}
 */
function withWholeNames(tokens, text, names) {
  /** @type {Token[]} */
  const result = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at], last = lastOfName(tokens, at, text, names);
    if (token.kind !== "item" || last === at) result.push(token);
    else result.push({ ...token, end: tokens[last].end, value: text.slice(token.valueStart, tokens[last].end) });
    at = last;
  }
  return result;
}

/** @param {Token[]} tokens @param {number} at @param {string} text @param {Names | null} names */
function lastOfName(tokens, at, text, names) {
  const token = tokens[at];
  if (token.kind !== "item" || token.quoted || token.tail || !token.field) return at;
  const field = FILTERS.find((name) => name === token.field?.toLowerCase());
  const entries = field ? entriesOf(field, names) : [];
  let last = at;
  for (let next = at + 1; next < Math.min(tokens.length, at + LONGEST_NAME) && isBare(tokens[next]); next += 1) {
    if (named(text.slice(token.valueStart, tokens[next].end), entries).length) last = next;
  }
  return last;
}

/** What values of several words a filter has. @param {import("./clauses.js").FilterName} field @param {Names | null} names */
function entriesOf(field, names) {
  if (field === "response" || field === "delivery") return statesOf(field).map((state) => /** @type {import("./naming.js").Entry} */ ([state, state]));
  if (field === "topic") return names?.topic ?? [];
  return names && PEOPLE_FILTERS.includes(field) ? whoever(names) : [];
}

/**
 * The clauses with adjacent plain words made one, as typed: the analysis needs to see them side by side.
 * @param {Clause[]} clauses
 * @param {string} text
 * @returns {Clause[]}
 */
function joined(clauses, text) {
  /** @type {Clause[]} */
  const result = [];
  for (const one of clauses) {
    const last = result[result.length - 1];
    const literal = text.slice(one.start, one.end) === one.text;
    const beside = literal && last && isPlain(last) && isPlain(one) && text.slice(last.start, last.end) === last.text && last.end <= one.start && !/[\p{L}\p{N}"]/u.test(text.slice(last.end, one.start));
    if (beside) result[result.length - 1] = { ...last, text: text.slice(last.start, one.end), end: one.end };
    else result.push(one);
  }
  return result;
}
