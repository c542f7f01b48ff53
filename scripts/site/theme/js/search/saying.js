/**
 * @file Owns saying a query in words: "letters, motions and asks with public health as a phrase, not police, from June 2021 on".
 */

import { KINDS } from "./fields.js";
import { unasked } from "./unasked.js";
import { clausePieces, filterPieces, ours, SAID, wordsOf } from "./wording.js";

/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./clauses.js").Query} Query */
/** @typedef {import("./naming.js").Names} Names */
/** @typedef {import("./wording.js").Piece} Piece */

/** @type {Names} */
const NO_NAMES = { topic: [], person: [] };

/**
 * @param {Query} query
 * @param {Names | null} [names]
 * @param {readonly string[]} [unneeded] small words of it that nothing found needs to have
 * @returns {Piece[]} nothing for the empty query
 */
export function inWords(query, names = null, unneeded = []) {
  const known = names ?? NO_NAMES;
  const { clauses } = query;
  if (!clauses.length) return [];
  const positive = clauses.filter((one) => one.presence !== "prohibited");
  const negative = clauses.filter((one) => one.presence === "prohibited");
  const kinds = kindsOf(positive.filter((one) => one.filter?.name === "kind")), without = kindsOf(negative.filter(isKinds));
  const left = kinds.length || !positive.length ? [] : listedKinds(query).filter((kind) => !without.includes(kind));
  const parts = [
    ...filterParts(positive, known), ...groupParts(positive.filter(isFilterGroup), known), ...wordParts(positive, known, unneeded),
    ...negative.filter((one) => !(left.length && isKinds(one))).map((one) => [ours(isState(one) ? "not those " : "not "), ...clausePieces(one, known)]), ...dateParts(positive),
  ];
  return merged([ours(kinds.map(several).join(" or ") || inARow((left.length ? left : listedKinds(query)).map(several))), ...parts.flatMap((part, at) => [ours(at ? ", " : " "), ...part])]);
}

/** What is listed and counted where no kind is named: what can have what is asked for. @param {Query} query @returns {string[]} */
function listedKinds(query) {
  const named = (/** @type {string} */ name) => query.clauses.some((one) => one.presence !== "prohibited" && one.filter?.name === name && one.kind === "filter");
  if (named("response")) return ["ask"];
  if (named("delivery")) return ["ask", "commitment"];
  const others = /** @type {string[]} */ (unasked(query));
  return KINDS.filter((kind) => !others.includes(kind));
}

/** @param {Clause[]} clauses @returns {string[]} the kinds that they name */
const kindsOf = (clauses) => [...new Set(clauses.flatMap((one) => one.alternatives ?? [one]).map((one) => one.filter?.value ?? ""))];

/** Whether a clause names nothing but kinds. @param {Clause} one */
const isKinds = (one) => (one.alternatives ?? [one]).every(({ filter }) => filter?.name === "kind");

/** @param {string} kind */
const several = (kind) => `${kind}s`;

/** @param {string[]} each */
const inARow = (each) => each.join(", ").replace(/, ([^,]*)$/, " and $1");

/** The sentence as plain text. @param {Piece[]} pieces */
export const plain = (pieces) => pieces.map(({ text }) => text).join("");

/** A state by itself: "not delivered" is another. @param {Clause} one */
const isState = (one) => one.filter?.name === "response" || one.filter?.name === "delivery";

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

/** What the words are: those that must be there, then those that are sought. @param {Clause[]} positive @param {Names} names @param {readonly string[]} unneeded @returns {Piece[][]} */
function wordParts(positive, names, unneeded) {
  const sought = positive.filter((one) => !(one.kind === "filter" && !one.alternatives) && !isFilterGroup(one) && one.filter?.name !== "kind");
  const required = sought.filter((one) => one.presence === "required");
  const optional = sought.filter((one) => one.presence === "optional");
  const must = required.map((one) => bracketed(one, sought.length > 1, names));
  return [...(must.length ? [[ours("with "), ...listed(must)]] : []), ...optionalParts(optional, required.length > 0, names, unneeded)];
}

/** @param {Clause[]} optional @param {boolean} besides whether other words must be there @param {Names} names @param {readonly string[]} unneeded @returns {Piece[][]} */
function optionalParts(optional, besides, names, unneeded) {
  const each = optional.flatMap((one) => (one.kind === "words" && !one.alternatives && one.wildcard === "none" && !one.fuzzy ? wordsOf(one, unneeded) : [bracketed(one, optional.length > 1 || besides, names)]));
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
