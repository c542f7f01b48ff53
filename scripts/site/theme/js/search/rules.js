/**
 * @file Owns the reviewed rules of the analysis as the browser has them: stop words, acronyms among them, stems given by hand.
 *
 * They are written in `scripts/archive/search/words.yml` and shipped as JSON by `Rules.plain()`.
 */

import { remembered } from "./folding.js";
import { stem } from "./stemming.js";

/**
 * @typedef {{ stop: string, acronyms: string, stems: Record<string, string> }} PlainRules
 *   Words are separated by blanks; `stems` has the words of each stem.
 *
 * @typedef {{ stop: Set<string>, acronyms: Set<string>, root: (surface: string) => string }} Rules
 *   `root` gives the stem of a folded word, stop words included.
 */

/**
 * @param {PlainRules} plain
 * @returns {Rules}
 */
export function rulesFrom(plain) {
  const stems = new Map(
    Object.entries(plain.stems).flatMap(([given, words]) => words.split(" ").map((word) => [word, given])),
  );
  return {
    stop: new Set(plain.stop.split(" ")),
    acronyms: new Set(plain.acronyms.split(" ")),
    root: remembered((surface) => stems.get(surface) ?? (/^[a-z]+$/.test(surface) ? stem(surface) : surface)),
  };
}
