/**
 * @file Owns which topics or people are meant by what someone types behind `topic:` or `from:`.
 */

import { words } from "./analysis.js";

/**
 * An id with its label and its other names.
 * @typedef {readonly [id: string, label: string, ...others: string[]]} Entry
 *
 * What the archive calls things; all people stand in one list, whatever they did.
 * @typedef {{ topic: readonly Entry[], person: readonly Entry[], office?: readonly Entry[] }} Names
 */

/** Who can be meant behind `from:`, `to:`, `by:` and `person:`. @param {Names} names @returns {readonly Entry[]} */
export const whoever = ({ person, office = [] }) => [...person, ...office];

/** @param {string} text @returns {string[]} */
const folded = (text) => words(text).map((word) => word.surface);

/**
 * The ids that are meant: the one that is named in full, or else all that have the typed words,
 * each as the beginning of one of theirs; none where nothing has them.
 * @param {string} value
 * @param {readonly Entry[]} entries
 * @returns {string[]}
 */
export function resolve(value, entries) {
  const exact = named(value, entries);
  if (exact.length) return exact;
  const typed = folded(value);
  if (!typed.length) return [];
  const has = (/** @type {string} */ name) => { const own = folded(name); return typed.every((word) => own.some((one) => one.startsWith(word))); };
  return entries.filter((names) => names.some(has)).map(([id]) => id);
}

/**
 * The ids of what has exactly this id, label or other name.
 * @param {string} value
 * @param {readonly Entry[]} entries
 * @returns {string[]}
 */
export function named(value, entries) {
  const typed = folded(value).join(" ");
  if (!typed) return [];
  const byId = entries.filter(([id]) => id === value.toLowerCase());
  return (byId.length ? byId : entries.filter((names) => names.some((name) => folded(name).join(" ") === typed))).map(([id]) => id);
}

/**
 * The entries that have one of their names in a row of words, or whose surname is all that was typed.
 * @param {string} text
 * @param {readonly Entry[]} entries
 * @param {boolean} [surnames] whether the last word of a name is one
 * @returns {Entry[]}
 */
export function namedIn(text, entries, surnames = false) {
  const row = ` ${folded(text).join(" ")} `;
  const stands = (/** @type {string} */ name) => {
    const own = folded(name);
    return own.length > 0 && (row.includes(` ${own.join(" ")} `) || (surnames && row === ` ${own[own.length - 1]} `));
  };
  return entries.filter(([, ...all]) => all.some(stands));
}

/**
 * The label of an id, or the id itself where it is not known.
 * @param {string} id
 * @param {readonly Entry[]} entries
 * @returns {string}
 */
export function labelOf(id, entries) {
  return entries.find(([known]) => known === id)?.[1] ?? id;
}
