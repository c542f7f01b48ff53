/**
 * @file Owns reading the lengths of documents, which scores are reckoned with, and which of them are parts of records.
 *
 * The docstring of `scripts/archive/search/lengths.py` says how they are written.
 */

import { numbers } from "./postings.js";

/** @typedef {import("./score.js").Measures} Measures */

const FIRST = 35;
const BACKSLASH = 92;

/**
 * @param {{ all: number[], title: number[], letters: string, pairs: string[] }} plain
 * @param {Record<string, number>} averages
 * @returns {Measures["lengths"]}
 */
export function lengthsFrom({ all, title, letters: paired, pairs }, averages) {
  const letters = pairs.reduceRight((row, [sign, ...two]) => row.split(sign).join(two.join("")), paired);
  const places = new Uint16Array(letters.length);
  for (let at = 0; at < places.length; at += 1) {
    const code = letters.charCodeAt(at);
    places[at] = code - FIRST - (code > BACKSLASH ? 1 : 0);
  }
  const ofText = { levels: all, places, average: averages.all };
  return { all: ofText, title: { levels: title, places, average: averages.title }, exact: ofText, pair: ofText };
}

/**
 * The documents that are asks, and those that are commitments.
 * @param {{ ask: string, commitment: string }} plain
 * @returns {Measures["parts"]}
 */
export function partsFrom({ ask, commitment }) {
  return { ask: numbers(ask), commitment: numbers(commitment) };
}
