/**
 * @file Owns asking: typed text in, parsed query and answer out. The newest question wins; a failure is tried again once.
 */

import { nothing } from "./answers.js";
import { Here, NoWorker, Thread } from "./connection.js";

/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./answers.js").Options} Options */
/** @typedef {import("./clauses.js").Query} Query */
/** @typedef {import("./connection.js").Connection} Connection */
/** @typedef {import("./query.js").Parsed} Parsed */

const AGAIN_AFTER = 700;
const SLOW_AFTER = 4000;
const FAILED_AFTER = 30000;

/** A newer question was asked meanwhile: nobody waits for this answer. */
export class Overtaken extends Error {}

/** The search cannot be had now. */
export class Failed extends Error {}

/** One connection for the whole page, made by the first question. @type {Connection | null} */
let connection = null;
let workers = true;
let askers = 0;

/** @returns {Connection} */
function connected() {
  if (!connection && workers) {
    try {
      connection = new Thread();
    } catch {
      workers = false;
    }
  }
  return (connection ??= new Here());
}

/** Load what every question needs: to be called when someone is about to ask. */
export function prepare() {
  connected();
}

/** Forget the connection with everything it has loaded; the next question makes a new one. */
function disconnect() {
  connection?.close();
  connection = null;
}

/** Someone who asks, and is interested in the newest answer only. */
export class Asker {
  /** @param {{ read: (text: string) => Parsed | Promise<Parsed>, onSlow?: () => void }} settings `read` makes a query of a text */
  constructor({ read, onSlow = () => {} }) {
    this.read = read;
    this.onSlow = onSlow;
    this.number = (askers += 1);
    this.newest = 0;
  }

  /**
   * The query that a text is, and its answer: none for the empty query, and one without hits where nothing can match.
   * Throws `Overtaken` or `Failed`.
   * @param {string} text
   * @param {Partial<Options>} [options]
   * @returns {Promise<{ parsed: Parsed, answer: Answer | null }>}
   */
  async ask(text, options = {}) {
    const question = (this.newest += 1);
    const parsed = await this.read(text);
    this.check(question);
    if (parsed.query.never) return { parsed, answer: nothing() };
    if (!parsed.query.clauses.length) return { parsed, answer: null };
    const slow = setTimeout(() => question === this.newest && this.onSlow(), SLOW_AFTER);
    try {
      const answer = await this.answered(parsed, { sort: "best", from: 0, size: 10, facets: false, ...options }, question);
      this.check(question);
      return { parsed, answer };
    } finally {
      clearTimeout(slow);
    }
  }

  /** No answer to any question so far is wanted any more. */
  forget() {
    this.newest += 1;
  }

  /** @param {number} question */
  check(question) {
    if (question !== this.newest) throw new Overtaken();
  }

  /** @param {Parsed} parsed @param {Options} options @param {number} question @returns {Promise<Answer>} */
  async answered({ query }, options, question) {
    for (const pause of [AGAIN_AFTER, 0]) {
      const used = connected();
      try {
        return await inTime(used.ask(query, options, this.number));
      } catch (error) {
        this.check(question);
        if (used === connection) disconnect();
        if (error instanceof NoWorker) workers = false;
        else await new Promise((resolve) => setTimeout(resolve, pause));
        this.check(question);
      }
    }
    return this.lastTry(query, options);
  }

  /** @param {Query} query @param {Options} options @returns {Promise<Answer>} */
  async lastTry(query, options) {
    try {
      return await inTime(connected().ask(query, options, this.number));
    } catch (error) {
      disconnect();
      workers = true;
      throw new Failed(error instanceof Error ? error.message : String(error));
    }
  }
}

/** @template T @param {Promise<T>} answer @returns {Promise<T>} */
function inTime(answer) {
  return Promise.race([answer, new Promise((_, reject) => setTimeout(() => reject(new Error("no answer in time")), FAILED_AFTER))]);
}
