/**
 * @file Owns the reviewed rules of the analysis as the browser has them: stop words, acronyms among them, stems given by hand.
 *
 * They are written in `scripts/archive/search/words.yml` and shipped as JSON by `Rules.plain()`.
 */

import { remembered } from "./folding.js";
import { stem } from "./stemming.js";

/** @typedef {import("./analysis.js").Term} Term */

/** Initials in the plural, typed in small letters (smes, lpas, icbs): the stemmer keeps their s. */
const INITIALS = /^(?=.{4})[b-df-hj-np-tv-xz]*[aeiouy]?s$/;

/**
 * @typedef {{ stop: string, acronyms: string, stems: Record<string, string> }} PlainRules
 *   Words are separated by blanks; `stems` has the words of each stem.
 *
 * @typedef {{ stop: Set<string>, acronyms: Set<string>, given: Map<string, string>, root: (surface: string) => string, ofStem: (stem: string) => (term: Pick<Term, "exact" | "stem">) => boolean }} Rules
 *   `root` gives the stem of a folded word, stop words included; `given` has those that are not the stemmer's.
 *   `ofStem` gives a test of terms that is quick where it fails: all words but given ones begin as their stems do,
 *   with the same letter, and where a stem has more than three letters with the same three (tests/search/test_stemming.py).
 */

/**
 * @param {PlainRules} plain
 * @returns {Rules}
 */
export function rulesFrom(plain) {
  const groups = new Map(Object.entries(plain.stems).map(([stem, words]) => [stem, words.split(" ")]));
  const given = new Map([...groups].flatMap(([stem, words]) => words.map((word) => /** @type {const} */ ([word, stem]))));
  /** @type {Rules["root"]} */
  const root = remembered((surface) => {
    const known = given.get(surface);
    if (known !== undefined) return known;
    if (INITIALS.test(surface)) return root(surface.slice(0, -1));
    return /^[a-z]+$/.test(surface) ? stem(surface) : surface;
  });
  return {
    stop: new Set(plain.stop.split(" ")),
    acronyms: new Set(plain.acronyms.split(" ")),
    given,
    ofStem: (stem) => {
      const beginning = stem.slice(0, stem.length > 3 ? 3 : 1);
      const others = (groups.get(stem) ?? []).filter((word) => !word.startsWith(beginning));
      return (term) => (term.exact.startsWith(beginning) || others.includes(term.exact)) && term.stem === stem;
    },
    root,
  };
}
