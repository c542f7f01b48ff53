/**
 * @file Owns reading the entries of the index: for each term, which documents have it, in which forms.
 *
 * The docstring of `scripts/archive/search/entries.py` says how they are written.
 */

import { row } from "./rows.js";

/** Begins a term that is a word's exact form, and a form that has such an entry of its own. */
export const OWN = "=";

/**
 * Ascending document numbers, each with how often the document has what is counted.
 * @typedef {{ documents: Uint32Array, times: Float64Array }} Postings
 */

/** @typedef {[string, string, string?, string?, string?, string[]?]} PlainEntry */

/** What the index says of one term; its rows are read when they are asked for, as few of a shard are. */
export class Entry {
  /** @type {Postings | null} */
  #all = null;
  /** @type {Map<string, Postings>} */
  #forms = new Map();
  /** @type {Float64Array | null} */
  #masks = null;

  /** @param {PlainEntry} plain */
  constructor([term, documents, titles = "", forms = "", masks = "", compounds = []]) {
    this.term = term;
    this.documents = documents;
    this.titles = titles;
    this.forms = (forms || term).split(" ");
    this.plainMasks = masks;
    /** Rows of words that are also written as one word, parted by blanks. */
    this.compounds = compounds;
  }

  get all() {
    return (this.#all ??= withTimes(this.documents));
  }

  get title() {
    return picked(this.all.documents, withTimes(this.titles));
  }

  /** Whether it is of an exact form alone. */
  get own() {
    return this.term.startsWith(OWN);
  }

  /**
   * The documents that have a word of this stem in exactly this form; null if another entry tells.
   * @param {string} word
   * @returns {Postings | null}
   */
  exactly(word) {
    if (this.own) return once(this.all.documents);
    if (this.forms.includes(OWN + word)) return null;
    let found = this.#forms.get(word);
    if (!found) this.#forms.set(word, (found = once(this.#withForm(this.forms.indexOf(word)))));
    return found;
  }

  /**
   * @param {number} form
   * @returns {Uint32Array}
   */
  #withForm(form) {
    const { documents } = this.all;
    if (form < 0) return new Uint32Array();
    this.#masks ??= maskOfEach(documents.length, this.plainMasks);
    const masks = this.#masks;
    const bit = 2 ** form;
    return documents.filter((_, place) => Math.floor(masks[place] / bit) % 2 === 1);
  }
}

/**
 * The numbers of a row, which count once each.
 * @param {string} text
 * @returns {Uint32Array}
 */
export function numbers(text) {
  return row(text).numbers;
}

/**
 * @param {string} text
 * @returns {Postings}
 */
function withTimes(text) {
  const { numbers: documents, times } = row(text);
  return { documents, times };
}

/**
 * Postings whose documents are places in a row of documents, with the documents themselves.
 * @param {Uint32Array} documents
 * @param {Postings} places
 * @returns {Postings}
 */
function picked(documents, places) {
  return { documents: places.documents.map((place) => documents[place]), times: places.times };
}

/**
 * @param {Uint32Array} documents
 * @returns {Postings}
 */
function once(documents) {
  return { documents, times: new Float64Array(documents.length).fill(1) };
}

/**
 * The mask of each document; in the row, 1 stands for the mask 2 and 2 for 0.
 * @param {number} count
 * @param {string} plain
 */
function maskOfEach(count, plain) {
  const masks = new Float64Array(count).fill(1);
  const { numbers: places, times } = row(plain);
  places.forEach((place, at) => (masks[place] = times[at] > 2 ? times[at] : 4 - 2 * times[at]));
  return masks;
}
