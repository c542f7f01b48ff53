/**
 * @file Owns what else may stand for words of a query: a compound that they are parts of, other names of what they name.
 */

import { terms } from "./analysis.js";
import { keyOf } from "./names.js";
import { capped, EXACTLY, leaf, levelled, STEM } from "./nodes.js";
import { phrase } from "./phrases.js";
import { word } from "./word.js";

/** @typedef {import("./analysis.js").Term} Term */
/** @typedef {import("./names.js").Group} Group */
/** @typedef {import("./nodes.js").Node} Node */
/** @typedef {import("./nodes.js").Place} Place */
/** @typedef {import("./plan.js").Context} Context */
/** @typedef {import("./postings.js").Entry} Entry */

/** Begins the term of a group of names, as in `scripts/archive/search/entries.py`. */
const GROUP = "@";

/**
 * What else may stand for each of some words, and which of them are names that any record has.
 * @param {Term[]} single
 * @param {Map<Term, Entry | null>} entries
 * @param {Context} context
 * @returns {Promise<{ others: Map<Term, Node[]>, named: Set<Term> }>}
 */
export async function otherNames(single, entries, context) {
  /** @type {Map<Term, Node[]>} */
  const others = new Map();
  /** @type {Set<Term>} */
  const names = new Set();
  for (let first = 0; first < single.length; first += 1) {
    for (let end = single.length; end > first; end -= 1) {
      const row = single.slice(first, end);
      const compounds = compoundOf(row, entries).map((parts) => compound(parts, context));
      const groups = context.also ? context.index.names.at(single, first, end).map((group) => named(group, keyOf(row), context)) : [];
      const meant = (await Promise.all(groups)).filter((node) => node !== null);
      const nodes = [...(await Promise.all(compounds)), ...(meant.length && row.length > 1 ? [await asTyped(row, context)] : []), ...meant];
      for (const term of nodes.length ? row : []) others.set(term, [...(others.get(term) ?? []), ...nodes]);
      for (const term of meant.length ? row : []) names.add(term);
    }
  }
  return { others, named: names };
}

/**
 * @param {Term[]} row
 * @param {Map<Term, Entry | null>} entries
 */
function compoundOf(row, entries) {
  const parts = row.map((term) => term.exact).join(" ");
  return row.some((term) => entries.get(term)?.compounds.includes(parts)) ? [parts.replaceAll(" ", "")] : [];
}

/** @param {string} joined @param {Context} context */
async function compound(joined, context) {
  const [term] = terms(joined, context.index.rules);
  return capped((await word(term, context)).node);
}

/** A name of several words as it was typed, before all other names. @param {Term[]} row @param {Context} context */
async function asTyped(row, context) {
  const typed = row.map((term) => ({ ...term, possessive: false }));
  return { ...(await phrase(context.index, typed, context)), scored: [] };
}

/**
 * What records have any name of a group, if any; the names that were not typed are noted. Who types
 * a name in several words does not mean first whatever else its short form may stand for.
 * @param {Group} group
 * @param {string[]} typed
 * @param {Context} context
 * @returns {Promise<Node | null>}
 */
async function named({ number, names, keys }, typed, { index, titleOnly, boost, also }) {
  names.forEach((name, at) => keys[at].join(" ") === typed.join(" ") || also?.set(keys[at].join(" "), name));
  const term = `${GROUP}${number}`;
  const all = (await index.terms.entry(term))?.all;
  if (!all) return null;
  return leaf({
    levels: levelled(index.documents, [[all.documents, typed.length > 1 ? STEM : EXACTLY]]),
    titleOnly,
    sure: !titleOnly,
    scored: !titleOnly ? [{ postings: { term, fields: { all } }, fields: ["all"], boost }] : [],
    places: (found) => placesOfNames(found, keys),
  });
}

/** Where names stand in a text. @param {Term[]} found @param {string[][]} keys @returns {Place[]} */
function placesOfNames(found, keys) {
  const single = found.filter((one) => !one.joined);
  const stems = keyOf(single);
  return single.flatMap(({ position }, at) =>
    keys.filter((key) => key.length > 0 && key.every((stem, more) => stems[at + more] === stem)).map((key) => /** @type {Place} */ ([position, position + key.length - 1])));
}
