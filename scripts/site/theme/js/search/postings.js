/**
 * @file Owns reading the entries of the index: for each term, which documents have it, in which forms.
 *
 * The docstring of `scripts/archive/search/entries.py` says how they are written.
 */

/** Begins a term that is a word's exact form, and a form that has such an entry of its own. */
export const OWN = "=";

/**
 * Ascending document numbers, each with how often the document has what is counted.
 * @typedef {{ documents: Uint32Array, times: Uint16Array }} Postings
 */

/** @typedef {[string, number[], number[]?, string?, number[]?, string[]?]} PlainEntry */

/** What the index says of one term. */
export class Entry {
  /** @type {Map<string, Postings>} */
  #forms = new Map();
  /** @type {Float64Array | null} */
  #masks = null;

  /** @param {PlainEntry} plain */
  constructor([term, documents, titles = [], forms = "", masks = [], compounds = []]) {
    this.term = term;
    this.all = withTimes(documents);
    this.title = picked(this.all.documents, withTimes(titles));
    this.forms = (forms || term).split(" ");
    this.plainMasks = masks;
    /** Rows of words that are also written as one word, parted by blanks. */
    this.compounds = compounds;
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
    return documents.filter((_, place) => Math.floor(masks[place] / 2 ** form) % 2 === 1);
  }
}

/**
 * The numbers whose steps from one to the next, from -1 on, are given.
 * @param {number[]} gaps
 * @returns {Uint32Array}
 */
export function numbers(gaps) {
  let number = -1;
  return Uint32Array.from(gaps, (gap) => (number += gap));
}

/**
 * @param {number[]} plain
 * @returns {Postings}
 */
function withTimes(plain) {
  const gaps = plain.filter((number) => number > 0);
  const times = new Uint16Array(gaps.length).fill(1);
  let place = -1;
  for (const number of plain) {
    if (number > 0) place += 1;
    else times[place] = -number;
  }
  return { documents: numbers(gaps), times };
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
  return { documents, times: new Uint16Array(documents.length).fill(1) };
}

/**
 * @param {number} count
 * @param {number[]} plain
 */
function maskOfEach(count, plain) {
  const masks = new Float64Array(count).fill(1);
  let place = -1;
  for (let at = 0; at < plain.length; at += 2) {
    place += plain[at];
    masks[place] = plain[at + 1];
  }
  return masks;
}
