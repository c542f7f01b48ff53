/**
 * @file Owns saying one clause of a query in words: "public health as a phrase", "by Emma Best", "before 2022".
 */

import { words } from "./analysis.js";
import { said } from "./dates.js";
import { isOneFilter } from "./editing.js";
import { labelOf, resolve, whoever } from "./naming.js";
import { SAID_OF } from "./states.js";

/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./naming.js").Names} Names */

/**
 * A piece of the sentence; `theirs` marks the reader's own words and the archive's names.
 * @typedef {{ text: string, theirs: boolean }} Piece
 */

/** Filters as they are said, in their order in the sentence. @type {readonly [name: string, before: string][]} */
export const SAID = [["response", ""], ["delivery", ""], ["by", "by "], ["from", "from "], ["to", "to "], ["person", "naming "], ["topic", "on "], ["ref", "with the reference "]];

/** @param {string} text @returns {Piece} */
export const ours = (text) => ({ text, theirs: false });

/** @param {string} text @returns {Piece} */
const theirs = (text) => ({ text, theirs: true });

/** @param {Clause} one @param {Names} names @returns {Piece[]} */
export function filterPieces(one, names) {
  const { name, value } = one.filter ?? { name: "", value: "" };
  if (name === "kind") return [ours(`${value}s`)];
  if (name === "response" || name === "delivery") return [ours(SAID_OF[name][value] ?? value)];
  if (name === "after") return [ours("from "), ours(said(value)), ours(" on")];
  if (name === "before") return [ours("before "), ours(said(value))];
  if (name === "date") return [ours(value.length === 10 ? "of " : "in "), ours(said(value))];
  return [ours(SAID.find(([known]) => known === name)?.[1] ?? ""), theirs(nameOf(name, value, names))];
}

/** @param {string} name @param {string} value @param {Names} names */
function nameOf(name, value, names) {
  const entries = name === "topic" ? names.topic : name === "ref" ? [] : whoever(names);
  const ids = resolve(value, entries);
  return ids.length && ids.length < 4 ? ids.map((id) => labelOf(id, entries)).join(" or ") : value;
}

/** Each word of a clause that is not unneeded, with what is asked of all of them. @param {Clause} one @param {readonly string[]} unneeded @returns {Piece[][]} */
export function wordsOf(one, unneeded) {
  const found = words(one.text);
  // The parts of a compound (anti-semitism) are said as one word.
  const starts = found.filter((word, at) => word.compound === null || at === 0 || found[at - 1].compound !== word.compound);
  return starts.flatMap((word, at) => {
    const last = found.filter(({ start }) => start < (starts[at + 1]?.start ?? Infinity)).at(-1) ?? word;
    const typed = one.text.slice(word.start, last.end);
    return unneeded.includes(typed) ? [] : [[theirs(typed), ...asked(one)]];
  });
}

/** @param {Clause} one @param {Names} names @returns {Piece[]} */
export function clausePieces(one, names) {
  if (one.alternatives && one.filter && isOneFilter(one)) return filterPieces(one, names);
  if (one.alternatives) {
    const mixed = one.alternatives.some(({ kind }) => kind !== "filter");
    const pieces = (/** @type {Clause} */ other) => [...(mixed && other.filter?.name === "kind" ? [ours("among ")] : []), ...clausePieces(other, names)];
    return one.alternatives.flatMap((other, at) => [...(at ? [ours(" or ")] : []), ...pieces(other)]);
  }
  if (one.kind === "filter") return filterPieces(one, names);
  return [...contentPieces(one), ...asked(one)];
}

/** @param {Clause} one @returns {Piece[]} */
function contentPieces(one) {
  if (one.kind === "phrase") return [theirs(one.text), ours(words(one.text).length > 1 ? " as a phrase" : " exactly so")];
  if (one.kind === "near") {
    const each = (one.near ?? []).flatMap((other, at) => [...(at ? [ours(" and ")] : []), theirs(other.text)]);
    return [...each, ours(one.distance === 1 ? " side by side" : ` at most ${one.distance} words apart`)];
  }
  const core = one.text.replace(/^\*|\*$/g, "").replaceAll("*", "…");
  if (one.wildcard === "prefix") return [ours("words beginning with "), theirs(core)];
  if (one.wildcard === "suffix") return [ours("words ending in "), theirs(core)];
  if (one.wildcard === "both") return [ours("words containing "), theirs(core)];
  if (one.wildcard === "inner") return [ours("words like "), theirs(one.text.replaceAll("*", "…"))];
  if (one.fuzzy) return [theirs(one.text), ours(` or words that differ from it in ${one.fuzzy === 1 ? "one letter" : "one or two letters"}`)];
  return [theirs(one.text)];
}

/** What is asked of a word besides being there. @param {Clause} one @returns {Piece[]} */
function asked(one) {
  const title = one.field === "title" ? [ours(" in the title")] : [];
  return one.boost === 1 ? title : [...title, ours(` (counting ${one.boost} times)`)];
}
