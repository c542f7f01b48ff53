/**
 * @file Owns the ways to the engine: a thread of its own, or this one where that cannot be had.
 */

import { ahead } from "./ahead.js";
import { handing } from "./handing.js";

/** @typedef {import("./ahead.js").Ahead} Ahead */
/** @typedef {import("./clauses.js").Query} Query */
/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./answers.js").Options} Options */
/** @typedef {{ ask(query: Query, options: Options, asker: number): Promise<Answer>, close(): void }} Connection */

let questions = 0;

/** Begun before this script arrived, for the first thread to take over. @type {Ahead | null} */
let begun = null;

/** @param {Ahead | null} early */
export function takeOver(early) {
  begun ??= early;
}

/** The engine in a worker; `NoWorker` is thrown to every question if the worker does not start. @implements {Connection} */
export class Thread {
  constructor() {
    const { worker, died } = begun ?? ahead();
    begun = null;
    this.worker = worker;
    /** @type {Map<number, { resolve: (answer: Answer) => void, reject: (error: Error) => void }>} */
    this.waiting = new Map();
    /** @type {Error | null} */
    this.closed = null;
    worker.addEventListener("message", ({ data: { id, answer, failure } }) => {
      const one = this.waiting.get(id);
      this.waiting.delete(id);
      if (failure === undefined) one?.resolve(answer);
      else one?.reject(new Error(failure));
    });
    died.then(() => this.close(new NoWorker()));
  }

  /** @param {Query} query @param {Options} options @param {number} asker @returns {Promise<Answer>} */
  ask(query, options, asker) {
    if (this.closed) return Promise.reject(this.closed);
    const id = (questions += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, asker, query, options });
    });
  }

  /** @param {Error} [reason] */
  close(reason = new Error("closed")) {
    this.closed = reason;
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
    const address = new URL("./engine.js", import.meta.url).href;
    this.engine = import(address).then(({ Engine }) => new Engine(new URL("../../search/", import.meta.url), handing(Promise.resolve(null))));
    this.engine.then((engine) => engine.prepare()).catch(() => {}); // the first question will say so
  }

  /** @param {Query} query @param {Options} options @returns {Promise<Answer>} */
  async ask(query, options) {
    return (await this.engine).search(query, options);
  }

  close() {}
}
