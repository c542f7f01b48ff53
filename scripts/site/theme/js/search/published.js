/**
 * @file Owns one published index: its root, and whatever of its files a query needs.
 *
 * The docstring of `scripts/archive/search/index.py` says what there is.
 */

import { columnsReader, rare } from "./later.js";
import { lengthsFrom, partsFrom } from "./lengths.js";
import { Names } from "./names.js";
import { OWN } from "./postings.js";
import { rulesFrom } from "./rules.js";
import { Pairs, Terms, numbered } from "./shards.js";

/** @typedef {import("./columns.js").Columns} Columns */
/** @typedef {import("./files.js").Files} Files */
/** @typedef {import("./postings.js").Postings} Postings */
/** @typedef {import("./postings.js").Entry} Entry */
/** @typedef {import("./score.js").Measures} Measures */
/** @typedef {import("./score.js").TermPostings} TermPostings */
/** @typedef {import("./vocabulary.js").Vocabulary} Vocabulary */

/** An index as one deployment published it. */
export class Published {
  /** @type {Names | null} */
  #names = null;
  /** @type {Measures | null} */
  #measures = null;

  /**
   * @param {Files} files
   * @param {any} root
   */
  constructor(files, root) {
    this.files = files;
    this.version = root.version;
    this.documents = root.documents;
    this.rules = rulesFrom(root.rules);
    this.terms = new Terms(files, root.terms, root.starts);
    this.pairs = new Pairs(files, root.pairs);
    this.root = root;
  }

  /** The archive's names; made when they are asked for, as what a first query fetches does not wait for them. */
  get names() {
    return (this.#names ??= new Names(this.root.named, this.rules));
  }

  /** What scores are reckoned with; made as late. */
  get measures() {
    const { documents, lengths, averages, weights, parts } = this.root;
    return (this.#measures ??= { documents, lengths: lengthsFrom(lengths, averages), weights, parts: partsFrom(parts) });
  }

  /** @returns {Promise<Columns>} */
  async columns() {
    const [{ columnsFrom }, plain] = await Promise.all([columnsReader(), this.files.get(this.root.columns)]);
    return (this.root.columnsRead ??= columnsFrom(plain, this.documents));
  }

  /** All terms: only for wildcards at the beginning, for words a few edits away, and for suggestions. @returns {Promise<Vocabulary>} */
  async vocabulary() {
    const [{ vocabularyFrom }, plain] = await Promise.all([rare(), this.files.get(this.root.vocabulary)]);
    return (this.root.vocabularyRead ??= vocabularyFrom(plain));
  }

  /** @param {number} number */
  fragment(number) {
    return this.files.get(numbered("texts", number, this.root.texts));
  }

  /**
   * The postings of a stem, and of the exact form in which it is sought.
   * @param {string} stem
   * @param {string} word
   */
  async stemmed(stem, word) {
    const entry = await this.terms.entry(stem);
    if (!entry) return { entry, stem: null, exact: null };
    const exact = this.rules.stop.has(word) ? null : entry.exactly(word) ?? (await this.#own(word));
    return { entry, stem: ofStem(entry), exact: exact && ofWord(word, exact) };
  }

  /**
   * The documents that have a word in exactly this form, whatever its stem.
   * @param {string} word
   * @returns {Promise<TermPostings>}
   */
  async exactly(word) {
    const entry = this.rules.stop.has(word) ? null : await this.terms.entry(this.rules.root(word));
    const found = entry?.exactly(word);
    return ofWord(word, found?.documents.length ? found : await this.#own(word));
  }

  /**
   * @param {string} word
   * @returns {Promise<Postings>}
   */
  async #own(word) {
    const entry = await this.terms.entry(OWN + word);
    return entry?.exactly(word) ?? { documents: new Uint32Array(), times: new Float64Array() };
  }
}

/**
 * @param {Entry} entry
 * @returns {TermPostings}
 */
export function ofStem(entry) {
  return { term: entry.term, fields: { all: entry.all, title: entry.title } };
}

/**
 * @param {string} word
 * @param {Postings} exact
 * @returns {TermPostings}
 */
export function ofWord(word, exact) {
  return { term: OWN + word, fields: { exact } };
}
