/**
 * @file Owns the mistakes of one query: each with its message, its place, and the whole query corrected.
 */

/** @typedef {import("./clauses.js").Mistake} Mistake */
/** @typedef {{ start: number, end: number }} Span */

/** The mistakes that were found in a text. */
export class Mistakes {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    /** Where nothing can match. @type {Span[]} */
    this.fatal = [];
    /** @type {Mistake[]} */
    this.list = [];
  }

  /**
   * @param {Span} where
   * @param {string} message
   * @param {string | null} instead what should stand there, or null where nothing can be offered
   */
  add({ start, end }, message, instead) {
    const correction = instead === null ? null : tidy(this.text.slice(0, start) + instead + this.text.slice(end));
    this.list.push({ message, start, end, correction: correction && correction !== tidy(this.text) ? correction : null });
  }

  /**
   * A mistake that lets nothing match: without this clause the query would find more than was asked.
   * @param {Span} where
   * @param {string} message
   * @param {string | null} instead
   */
  addFatal(where, message, instead) {
    this.add(where, message, instead);
    this.fatal.push(where);
  }

  /** Of what is joined by OR, one thing that nothing can match is not fatal. @param {Span} group */
  forgive({ start, end }) {
    this.fatal = this.fatal.filter((one) => one.start < start || one.end > end);
  }

  /** Whether a mistake lets nothing match. */
  get never() {
    return this.fatal.length > 0;
  }
}

/** @param {string} text */
function tidy(text) {
  return text.replace(/\s+/g, " ").trim();
}

/**
 * A value as it must be typed behind a field: in quotation marks where it has blanks.
 * @param {string} value
 */
export function typed(value) {
  return /^[\p{L}\p{N}][\p{L}\p{N}.\/\-]*$/u.test(value) ? value : `"${value.replace(/["\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]/g, "")}"`;
}
