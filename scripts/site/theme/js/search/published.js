/**
 * @file Owns one published index: its root, and whatever of its files a query needs.
 *
 * The docstring of `scripts/archive/search/index.py` says what there is.
 */

import { terms } from "./analysis.js";
import { Columns } from "./columns.js";
import { OWN } from "./postings.js";
import { rulesFrom } from "./rules.js";
import { Pairs, Terms } from "./shards.js";
import { Vocabulary } from "./vocabulary.js";

/** @typedef {import("./files.js").Files} Files */
/** @typedef {import("./postings.js").Postings} Postings */
/** @typedef {import("./postings.js").Entry} Entry */
/** @typedef {import("./score.js").Lengths} Lengths */
/** @typedef {import("./score.js").Measures} Measures */
/** @typedef {import("./score.js").TermPostings} TermPostings */

/** An index as one deployment published it. */
export class Published {
  /**
   * @param {Files} files
   * @param {any} root
   * @param {any} lengths
   */
  constructor(files, root, lengths) {
    this.files = files;
    this.version = root.version;
    this.documents = root.documents;
    this.rules = rulesFrom(root.rules);
    this.terms = new Terms(files, root.terms, root.starts ? root.starts.split(" ") : []);
    this.pairs = new Pairs(files, root.pairs[0], root.pairs[1]);
    this.root = root;
    /** @type {Measures} */
    this.measures = { documents: root.documents, lengths: lengthsOf(lengths, root.averages), weights: root.weights };
    this.names = namesByKey(root.names, (name) => this.key(name));
  }

  /**
   * The index that a root leads to.
   * @param {Files} files
   * @param {any} root
   */
  static async of(files, root) {
    return new Published(files, root, await files.get(root.lengths));
  }

  /**
   * A name as its stems, for names to be compared.
   * @param {string} name
   */
  key(name) {
    const single = terms(name, this.rules).filter((term) => !term.joined);
    return single.map((term) => term.stem ?? term.exact).join(" ");
  }

  /** @returns {Promise<Columns>} */
  async columns() {
    return (this.root.columnsRead ??= new Columns(await this.files.get(this.root.columns), this.documents));
  }

  /** All terms: only for wildcards at the beginning, for words a few edits away, and for suggestions. */
  async vocabulary() {
    return (this.root.vocabularyRead ??= new Vocabulary(await this.files.get(this.root.vocabulary)));
  }

  /** @param {number} number */
  fragment(number) {
    return this.files.get(`texts/${number}.json`);
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
    return entry?.exactly(word) ?? { documents: new Uint32Array(), times: new Uint16Array() };
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

/**
 * @param {Record<string, [number[], string]>} plain
 * @param {Record<string, number>} averages
 * @returns {Measures["lengths"]}
 */
function lengthsOf(plain, averages) {
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
 * The other names of each name that has any.
 * @param {string[][]} groups
 * @param {(name: string) => string} keyOf
 * @returns {Map<string, string[]>}
 */
function namesByKey(groups, keyOf) {
  const found = new Map();
  for (const group of groups) {
    for (const name of group) {
      const key = keyOf(name);
      const others = group.filter((other) => keyOf(other) !== key);
      found.set(key, [...(found.get(key) ?? []), ...others]);
    }
  }
  return found;
}
