/**
 * @file Owns the archive's names that mean one thing (ACEs, adverse childhood experiences), and where a query has one.
 *
 * The docstring of `scripts/archive/search/naming.py` says when a name counts in a text.
 */

import { terms } from "./analysis.js";

/** @typedef {import("./analysis.js").Term} Term */
/** @typedef {import("./rules.js").Rules} Rules */

/** A group of names, by its number in the index. @typedef {{ number: number, names: string[], keys: string[][] }} Group */

/** A row of words as stems, stop words as they are: so names are compared. @param {Term[]} single @returns {string[]} */
export function keyOf(single) {
  return single.map((term) => term.stem ?? term.exact);
}

/** All names of an archive. */
export class Names {
  /** @type {Map<string, Group[]>} */
  #byKey = new Map();

  /**
   * @param {{ groups: string[][], not: string[] }} plain
   * @param {Rules} rules
   */
  constructor({ groups, not }, rules) {
    const key = (/** @type {string} */ name) => keyOf(terms(name, rules).filter((term) => !term.joined));
    groups.forEach((names, number) => {
      const group = { number, names, keys: names.map(key) };
      for (const own of new Set(group.keys.map((one) => one.join(" ")))) this.#byKey.set(own, [...(this.#byKey.get(own) ?? []), group]);
    });
    /** Rows in which no name counts. @type {string[][]} */
    this.not = not.map(key);
  }

  /**
   * The groups that some words of a query name: none where they are a part of a longer row that is not meant.
   * @param {Term[]} single all words of the query
   * @param {number} first
   * @param {number} end
   * @returns {Group[]}
   */
  at(single, first, end) {
    const groups = this.#byKey.get(keyOf(single.slice(first, end)).join(" ")) ?? [];
    return groups.length && this.#isBarred(keyOf(single), first, end) ? [] : groups;
  }

  /** @param {string[]} key @param {number} first @param {number} end */
  #isBarred(key, first, end) {
    return this.not.some((row) => {
      if (row.length <= end - first) return false;
      for (let at = Math.max(0, end - row.length); at <= first; at += 1) if (row.every((stem, more) => key[at + more] === stem)) return true;
      return false;
    });
  }
}
