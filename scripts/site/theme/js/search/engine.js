/**
 * @file Owns the search: a query in, the answer to it out. No DOM, so that it runs in a worker, a page or Node.
 */

import { answered } from "./answering.js";
import { Files, Gone } from "./files.js";
import { Published } from "./published.js";

/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./answers.js").Options} Options */
/** @typedef {import("./clauses.js").Query} Query */
/** @typedef {import("./files.js").Fetcher} Fetcher */

/** @type {Options} */
const DEFAULTS = { sort: "best", from: 0, size: 10, facets: false };

/** Answers queries from the files of a published index. */
export class Engine {
  /** @type {Promise<Published> | null} */
  #published = null;

  /**
   * @param {URL} base the address of root.json's folder
   * @param {Fetcher} fetcher
   */
  constructor(base, fetcher = (url, init) => fetch(url, init)) {
    this.base = base;
    this.fetcher = fetcher;
  }

  /** Fetch what every query needs, as soon as there may be one. */
  prepare() {
    this.#published ??= this.#open();
    this.#published.catch(() => (this.#published = null));
    return this.#published;
  }

  /**
   * @param {Query} query
   * @param {Partial<Options>} options
   * @returns {Promise<Answer>}
   */
  async search(query, options = {}) {
    const index = await this.prepare();
    const whole = { ...DEFAULTS, ...options };
    try {
      return await answered(query, whole, index);
    } catch (error) {
      if (!(error instanceof Gone)) throw error;
      return answered(query, whole, await this.#renewed(index, error));
    }
  }

  /** @returns {Promise<Published>} */
  async #open() {
    const files = new Files(this.base, this.fetcher);
    return new Published(files, await files.fresh("root.json", "no-cache"));
  }

  /**
   * The index of a newer deployment: files are named after their content, so one that is gone tells of it.
   * @param {Published} index
   * @param {Gone} error
   */
  async #renewed(index, error) {
    const fresh = await this.#open();
    if (fresh.version === index.version) throw error;
    this.#published = Promise.resolve(fresh);
    return fresh;
  }
}
