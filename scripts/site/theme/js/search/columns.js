/**
 * @file Owns the columns of the index: filters over all documents, and counts over those that were found.
 *
 * The docstring of `scripts/archive/search/columns.py` says how they are written.
 */

import { firstDay, lastDay } from "./days.js";
import { fold } from "./folding.js";
import { numbers } from "./postings.js";

/** @typedef {import("./clauses.js").FilterName} FilterName */
/** @typedef {import("./answers.js").Facet} Count */
/** @typedef {{ topic: Count[], kind: Count[], response: Count[], delivery: Count[], person: Count[], year: Count[] }} Facets */

const PERSON = ["from", "to", "by"];

/** What documents are filtered and counted by. */
export class Columns {
  /** @param {any} plain @param {number} documents */
  constructor(plain, documents) {
    this.plain = plain;
    this.documents = documents;
    /** @type {{ day: string, first: number, end: number }[]} */
    this.days = [];
    for (let at = 0, first = 0; at < plain.days.length; at += 2) {
      const end = first + plain.days[at + 1];
      this.days.push({ day: plain.days[at], first, end });
      first = end;
    }
  }

  /**
   * The documents that a filter lets through: a 1 for each.
   *
   * A record whose date is known to a month or a year alone may be of any of its days, so it is let
   * through where one of them is. `after` is from the first day of a date on, `before` before it.
   * @param {string} name
   * @param {string} value
   */
  filtered(name, value) {
    if (name === "after") return this.#dated((_, last) => last >= firstDay(value));
    if (name === "before") return this.#dated((first) => first < firstDay(value));
    if (name === "date") return this.#dated((first, last) => last >= firstDay(value) && first <= lastDay(value));
    const columns = name === "person" ? PERSON : [name];
    const found = new Uint8Array(this.documents);
    for (const column of columns) {
      for (const [kind, rows] of [[column, this.plain[column]], ["office", this.plain.offices[column]]]) {
        for (const [id, gaps] of Object.entries(rows ?? {})) {
          if (this.#means(kind, id, value)) for (const number of numbers(gaps)) found[number] = 1;
        }
      }
    }
    return found;
  }

  /**
   * How many of the listed documents each topic, person and year has; of kinds and states, how many
   * of all that were found, as asking for one lists them.
   * @param {Uint8Array} found
   * @param {Uint8Array} listed
   * @returns {Facets}
   */
  facets(found, listed) {
    const shown = found.map((one, number) => one & listed[number]);
    return {
      topic: this.#counts(["topic"], shown),
      kind: this.#kinds(found, shown),
      response: this.#counts(["response"], found),
      delivery: this.#counts(["delivery"], found),
      person: this.#counts(PERSON, shown),
      year: this.#years(shown),
    };
  }

  /** @param {Uint8Array} found @param {Uint8Array} shown @returns {Count[]} those that are listed first */
  #kinds(found, shown) {
    const listed = this.#counts(["kind"], shown);
    const others = this.#counts(["kind"], found).filter(({ value }) => !listed.some((one) => one.value === value));
    return [...listed, ...others.map((one) => ({ ...one, unlisted: true }))];
  }

  /** What a value is called. @param {string} column @param {string} id */
  #label(column, id) {
    const labels = this.plain.labels[PERSON.includes(column) ? "person" : column];
    return labels?.[id] ?? id;
  }

  /**
   * Whether a typed value means an id: it is the id or the label, or some words of either.
   * @param {string} column
   * @param {string} id
   * @param {string} value
   */
  #means(column, id, value) {
    const sought = wordsOf(value);
    const label = this.#label(column, id);
    if (value === id || sought.join(" ") === wordsOf(label).join(" ")) return true;
    const { person, office } = this.plain.labels;
    if (!(column === "office" || PERSON.includes(column)) || person[value] || office[value]) return false;
    const known = [...wordsOf(id), ...wordsOf(label)];
    return sought.length > 0 && sought.every((word) => known.includes(word));
  }

  /** @param {(firstDay: string, lastDay: string) => boolean} fits */
  #dated(fits) {
    const found = new Uint8Array(this.documents);
    for (const { day, first, end } of this.days) if (day && fits(firstDay(day), lastDay(day))) found.fill(1, first, end);
    return found;
  }

  /**
   * @param {string[]} columns
   * @param {Uint8Array} found
   * @returns {Count[]}
   */
  #counts(columns, found) {
    /** @type {Map<string, Set<number>>} */
    const having = new Map();
    for (const column of columns) {
      for (const [id, gaps] of Object.entries(this.plain[column] ?? {})) {
        const numbersFound = [...numbers(gaps)].filter((number) => found[number]);
        if (numbersFound.length) having.set(id, new Set([...(having.get(id) ?? []), ...numbersFound]));
      }
    }
    const counts = [...having].map(([value, { size }]) => ({ value, label: this.#label(columns[0], value), count: size }));
    return counts.sort((one, other) => other.count - one.count || (one.label < other.label ? -1 : 1));
  }

  /**
   * @param {Uint8Array} found
   * @returns {Count[]} oldest first
   */
  #years(found) {
    const years = new Map();
    for (const { day, first, end } of this.days) {
      const count = found.subarray(first, end).reduce((sum, one) => sum + one, 0);
      const year = day.slice(0, 4);
      if (count && year) years.set(year, (years.get(year) ?? 0) + count);
    }
    return [...years].map(([value, count]) => ({ value, label: value, count }));
  }
}

/** @param {any} plain as the index has them @param {number} documents */
export const columnsFrom = (plain, documents) => new Columns(plain, documents);

/** @param {string} text */
function wordsOf(text) {
  return text.split(/[\s_-]+/).map(fold).filter(Boolean);
}
