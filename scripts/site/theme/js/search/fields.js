/**
 * @file Owns the names that may stand before a colon, and what else people call them.
 */

import { nearest } from "./nearest.js";

/** @typedef {import("./clauses.js").FilterName} FilterName */

/** Fields of the words themselves, as lunr has them. */
export const WORD_FIELDS = ["title", "all"];

/** @type {readonly FilterName[]} */
export const FILTERS = ["topic", "from", "to", "by", "person", "ref", "kind", "response", "delivery", "after", "before", "date"];

export const DATE_FILTERS = ["after", "before", "date"];
export const PEOPLE_FILTERS = ["from", "to", "by", "person"];
export const KINDS = ["letter", "motion", "ask", "commitment"];

/** @type {ReadonlyMap<string, string>} */
const KINDS_CALLED = new Map([["reply", "letter"], ["replie", "letter"], ["answer", "letter"], ["request", "ask"], ["demand", "ask"], ["promise", "commitment"], ["undertaking", "commitment"]]);

/** What others call a field: offered, never silently taken. @type {ReadonlyMap<string, string>} */
const CALLED = new Map(Object.entries({
  about: "topic", subject: "topic", tag: "topic", category: "topic", author: "from", sender: "from", recipient: "to", mover: "by",
  proposer: "by", name: "person", people: "person", who: "person", reference: "ref", number: "ref", id: "ref", type: "kind", is: "kind",
  since: "after", until: "before", till: "before", year: "date", on: "date", day: "date", month: "date", answer: "response", reply: "response", judgement: "response", state: "delivery", status: "delivery",
  progress: "delivery", evidence: "delivery", heading: "title", intitle: "title",
  text: "all", body: "all",
}));

/** @param {string} name */
export const isField = (name) => WORD_FIELDS.includes(name) || FILTERS.some((filter) => filter === name);

/**
 * The field that was probably meant, or null.
 * @param {string} name
 * @returns {string | null}
 */
export function meantField(name) {
  const small = name.toLowerCase();
  const near = small.length > 2 ? nearest(small, [...WORD_FIELDS, ...FILTERS, ...CALLED.keys()]) : null;
  return CALLED.get(small) ?? (near && (CALLED.get(near) ?? near));
}

/**
 * The kind of record that is meant by a word (letters), and the one that was probably meant.
 * @param {string} word
 * @returns {{ kind: string | null, meant: string | null }}
 */
export function readKind(word) {
  const small = word.trim().toLowerCase().replace(/s$/, "");
  if (KINDS.includes(small)) return { kind: small, meant: null };
  return { kind: null, meant: KINDS_CALLED.get(small) ?? nearest(small, KINDS) };
}
