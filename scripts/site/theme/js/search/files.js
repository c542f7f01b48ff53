/**
 * @file Owns fetching the index's files: each once, again after a failure, and with two kinds of failure told apart.
 */

const WAITS = [300, 1200];

/** A file that the server does not have: what named it is of an older deployment. */
export class Gone extends Error {}

/** A file that could not be fetched, or not whole; another try may succeed. */
export class Unreachable extends Error {}

/** @typedef {(url: URL, init: RequestInit) => Promise<Pick<Response, "ok" | "status" | "json">>} Fetcher */

/** The files below an address, as JSON values. */
export class Files {
  /** @type {Map<string, Promise<any>>} */
  #fetched = new Map();

  /**
   * @param {URL} base
   * @param {Fetcher} fetcher
   * @param {number[]} waits milliseconds before each new try
   */
  constructor(base, fetcher, waits = WAITS) {
    this.base = base;
    this.fetcher = fetcher;
    this.waits = waits;
  }

  /**
   * The value of a file; asked for twice, it is fetched once.
   * @param {string} path
   * @returns {Promise<any>}
   */
  get(path) {
    const known = this.#fetched.get(path);
    if (known) return known;
    // What a browser keeps of the time before the file was there, as hosts may tell it to for ever, does not count.
    const fetched = this.fresh(path, "default").catch((error) => {
      if (error instanceof Gone) return this.fresh(path, "reload");
      throw error;
    });
    this.#fetched.set(path, fetched);
    fetched.catch(() => this.#fetched.delete(path));
    return fetched;
  }

  /**
   * The value of a file, fetched now.
   * @param {string} path
   * @param {RequestCache} cache how the browser's own cache is used
   */
  async fresh(path, cache) {
    for (const wait of this.waits) {
      try {
        return await this.#fetch(path, cache);
      } catch (error) {
        if (error instanceof Gone) throw error;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
    return this.#fetch(path, cache);
  }

  /**
   * @param {string} path
   * @param {RequestCache} cache
   */
  async #fetch(path, cache) {
    const { fetcher } = this;
    const response = await fetcher(new URL(path, this.base), { cache }).catch((error) => {
      throw new Unreachable(`${path}: ${error.message}`);
    });
    if (response.status === 404 || response.status === 410) throw new Gone(path);
    if (!response.ok) throw new Unreachable(`${path}: ${response.status}`);
    return response.json().catch((error) => {
      throw new Unreachable(`${path}: ${error.message}`);
    });
  }
}
