/**
 * @file Owns the ways to the engine: a thread of its own, or this one where that cannot be had.
 */

/** @typedef {import("./clauses.js").Query} Query */
/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./answers.js").Options} Options */
/** @typedef {{ ask(query: Query, options: Options, asker: number): Promise<Answer>, prepare(): void, close(): void }} Connection */

let questions = 0;

/** The engine in a worker; `NoWorker` is thrown to every question if the worker does not start. @implements {Connection} */
export class Thread {
  constructor() {
    this.worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
    /** @type {Map<number, { resolve: (answer: Answer) => void, reject: (error: Error) => void }>} */
    this.waiting = new Map();
    this.worker.addEventListener("message", ({ data: { id, answer, failure } }) => {
      const one = this.waiting.get(id);
      this.waiting.delete(id);
      if (failure === undefined) one?.resolve(answer);
      else one?.reject(new Error(failure));
    });
    this.worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.close(new NoWorker());
    });
  }

  /** @param {Query} query @param {Options} options @param {number} asker @returns {Promise<Answer>} */
  ask(query, options, asker) {
    const id = (questions += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, asker, query, options });
    });
  }

  prepare() {
    this.worker.postMessage({});
  }

  /** @param {Error} [reason] */
  close(reason = new Error("closed")) {
    this.worker.terminate();
    for (const { reject } of this.waiting.values()) reject(reason);
    this.waiting.clear();
  }
}

/** Said when a worker does not start: the same engine may still work here. */
export class NoWorker extends Error {}

/** The engine in the page's own thread. @implements {Connection} */
export class Here {
  constructor() {
    this.engine = import("./engine.js").then(({ Engine }) => new Engine(new URL("../../search/", import.meta.url), (/** @type {URL | string} */ url, /** @type {RequestInit | undefined} */ options) => fetch(url, options)));
  }

  /** @param {Query} query @param {Options} options @returns {Promise<Answer>} */
  async ask(query, options) {
    return (await this.engine).search(query, options);
  }

  prepare() {
    this.engine.then((engine) => engine.prepare()).catch(() => {});
  }

  close() {}
}
