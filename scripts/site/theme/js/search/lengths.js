/**
 * @file Owns reading the lengths of documents, which scores are reckoned with, and which of them are parts of records.
 *
 * The docstring of `scripts/archive/search/lengths.py` says how they are written.
 */

import { numbers } from "./postings.js";

/** @typedef {import("./score.js").Lengths} Lengths */
/** @typedef {import("./score.js").Measures} Measures */

/**
 * @param {any} plain
 * @param {Record<string, number>} averages
 * @returns {Measures["lengths"]}
 */
export function lengthsFrom(plain, averages) {
  /** @param {string} field @returns {Lengths} */
  const read = (field) => {
    const [levels, letters] = plain[field];
    const places = Uint8Array.from(letters, (letter) => letter.charCodeAt(0) - 65);
    return { levels, places, average: averages[field] };
  };
  const all = read("all");
  return { all, title: read("title"), exact: all, pair: all };
}

/**
 * A 1 for each document that is an ask, and for each that is a commitment.
 * @param {any} plain
 * @param {number} documents
 * @returns {Measures["parts"]}
 */
export function partsFrom(plain, documents) {
  const flags = (/** @type {string} */ row) => {
    const found = new Uint8Array(documents);
    for (const number of numbers(row)) found[number] = 1;
    return found;
  };
  return { ask: flags(plain.ask), commitment: flags(plain.commitment) };
}
