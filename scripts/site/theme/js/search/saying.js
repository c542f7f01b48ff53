/**
 * @file Owns saying a query in words: "letters and motions with public health as a phrase, not police, from June 2021 on".
 */

import { words } from "./analysis.js";
import { said } from "./dates.js";
import { isOneFilter } from "./editing.js";
import { labelOf, resolve } from "./naming.js";

/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./clauses.js").Query} Query */
/** @typedef {import("./naming.js").Names} Names */

/**
 * A piece of the sentence; `theirs` marks the reader's own words and the archive's names.
 * @typedef {{ text: string, theirs: boolean }} Piece
 */

/** @type {Names} */
const NO_NAMES = { topic: [], person: [] };

/** Filters as they are said, in their order in the sentence. @type {readonly [name: string, before: string][]} */
const SAID = [["by", "by "], ["from", "from "], ["to", "to "], ["person", "naming "], ["topic", "on "], ["ref", "with the reference "]];

const ours = (/** @type {string} */ text) => ({ text, theirs: false });
const theirs = (/** @type {string} */ text) => ({ text, theirs: true });

/**
 * @param {Query} query
 * @param {Names | null} [names]
 * @returns {Piece[]} nothing for the empty query
 */
export function inWords(query, names = null) {
  const known = names ?? NO_NAMES;
  const { clauses } = query;
  if (!clauses.length) return [];
  const positive = clauses.filter((one) => one.presence !== "prohibited");
  const negative = clauses.filter((one) => one.presence === "prohibited");
  const kinds = [...new Set(positive.filter((one) => one.filter?.name === "kind").flatMap((one) => one.alternatives ?? [one]).map((one) => `${one.filter?.value}s`))];
  const parts = [
    ...filterParts(positive, known), ...groupParts(positive.filter(isFilterGroup), known), ...wordParts(positive, known),
    ...negative.map((one) => [ours("not "), ...clausePieces(one, known)]), ...dateParts(positive),
  ];
  return merged([ours(kinds.join(" or ") || "letters and motions"), ...parts.flatMap((part, at) => [ours(at ? ", " : " "), ...part])]);
}

/** The sentence as plain text. @param {Piece[]} pieces */
export const plain = (pieces) => pieces.map(({ text }) => text).join("");

/** @param {Clause} one */
const isFilterGroup = (one) => one.alternatives !== null && one.filter?.name !== "kind" && one.alternatives.every((other) => other.kind === "filter");

/** @param {Clause[]} positive @param {Names} names @returns {Piece[][]} */
function filterParts(positive, names) {
  return SAID.flatMap(([name]) => positive.filter((one) => !one.alternatives && one.filter?.name === name).map((one) => filterPieces(one, names)));
}

/** @param {Clause[]} groups @param {Names} names @returns {Piece[][]} */
function groupParts(groups, names) {
  return groups.map((one) => clausePieces(one, names));
}

/** @param {Clause} one @param {Names} names @returns {Piece[]} */
function filterPieces(one, names) {
  const { name, value } = one.filter ?? { name: "", value: "" };
  if (name === "kind") return [ours(`${value}s`)];
  if (name === "after") return [ours("from "), ours(said(value)), ours(" on")];
  if (name === "before") return [ours("before "), ours(said(value))];
  if (name === "date") return [ours(value.length === 10 ? "of " : "in "), ours(said(value))];
  return [ours(SAID.find(([known]) => known === name)?.[1] ?? ""), theirs(nameOf(name, value, names))];
}

/** @param {string} name @param {string} value @param {Names} names */
function nameOf(name, value, names) {
  const entries = name === "topic" ? names.topic : name === "ref" ? [] : names.person;
  const ids = resolve(value, entries);
  return ids.length && ids.length < 4 ? ids.map((id) => labelOf(id, entries)).join(" or ") : value;
}

/** What the words are: those that must be there, then those that are sought. @param {Clause[]} positive @param {Names} names @returns {Piece[][]} */
function wordParts(positive, names) {
  const sought = positive.filter((one) => !(one.kind === "filter" && !one.alternatives) && !isFilterGroup(one) && one.filter?.name !== "kind");
  const required = sought.filter((one) => one.presence === "required");
  const optional = sought.filter((one) => one.presence === "optional");
  const must = required.map((one) => bracketed(one, sought.length > 1, names));
  return [...(must.length ? [[ours("with "), ...listed(must)]] : []), ...optionalParts(optional, required.length > 0, names)];
}

/** @param {Clause[]} optional @param {boolean} besides whether other words must be there @param {Names} names @returns {Piece[][]} */
function optionalParts(optional, besides, names) {
  const each = optional.flatMap((one) => (one.kind === "words" && !one.alternatives && one.wildcard === "none" && !one.fuzzy ? wordsOf(one) : [bracketed(one, optional.length > 1 || besides, names)]));
  if (!each.length) return [];
  if (besides) return [[ours("if possible with "), ...listed(each)]];
  return [[ours("with "), ...listed(each), ours(each.length > 1 ? ", or some of these" : "")]];
}

/** Several things with commas and a last "and". @param {Piece[][]} each @returns {Piece[]} */
function listed(each) {
  return each.flatMap((pieces, at) => [...(at ? [ours(at === each.length - 1 ? " and " : ", ")] : []), ...pieces]);
}

/** What is joined by OR stands in brackets beside other things. @param {Clause} one @param {boolean} beside @param {Names} names @returns {Piece[]} */
function bracketed(one, beside, names) {
  const pieces = clausePieces(one, names);
  return beside && one.alternatives ? [ours("("), ...pieces, ours(")")] : pieces;
}

/** Each word of a clause, with what is asked of all of them. @param {Clause} one @returns {Piece[][]} */
function wordsOf(one) {
  const found = words(one.text);
  // The parts of a compound (anti-semitism) are said as one word.
  const starts = found.filter((word, at) => word.compound === null || at === 0 || found[at - 1].compound !== word.compound);
  return starts.map((word, at) => {
    const last = found.filter(({ start }) => start < (starts[at + 1]?.start ?? Infinity)).at(-1) ?? word;
    return [theirs(one.text.slice(word.start, last.end)), ...asked(one)];
  });
}

/** @param {Clause} one @param {Names} names @returns {Piece[]} */
function clausePieces(one, names) {
  if (one.alternatives && one.filter && isOneFilter(one)) return filterPieces(one, names);
  if (one.alternatives) {
    return [...one.alternatives.flatMap((other, at) => [...(at ? [ours(" or ")] : []), ...clausePieces(other, names)])];
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

/** @param {Clause[]} positive @returns {Piece[][]} */
function dateParts(positive) {
  const dates = positive.filter((one) => !one.alternatives && ["after", "before", "date"].includes(one.filter?.name ?? ""));
  const order = ["date", "after", "before"];
  dates.sort((a, b) => order.indexOf(a.filter?.name ?? "") - order.indexOf(b.filter?.name ?? ""));
  return dates.map((one) => filterPieces(one, NO_NAMES));
}

/** Neighbours of one owner made one. @param {Piece[]} pieces @returns {Piece[]} */
function merged(pieces) {
  /** @type {Piece[]} */
  const result = [];
  for (const piece of pieces.filter(({ text }) => text)) {
    const last = result.at(-1);
    if (last && !last.theirs && !piece.theirs) last.text += piece.text;
    else result.push({ ...piece });
  }
  return result;
}
