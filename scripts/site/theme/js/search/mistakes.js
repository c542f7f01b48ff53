/**
 * @file Owns the mistakes of one query: each with its message, its place, and the whole query corrected.
 */

/** @typedef {import("./clauses.js").Mistake} Mistake */
/** @typedef {{ start: number, end: number }} Span */
/** @typedef {{ at: number, edits: { start: number, end: number, instead: string | null }[] }} Mending */

/** The mistakes that were found in a text. */
export class Mistakes {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    /** Where nothing can match. @type {Span[]} */
    this.fatal = [];
    /** @type {Mistake[]} */
    this.list = [];
    /** By its message, where a mistake was made and what should stand there. @type {Map<string, Mending>} */
    this.made = new Map();
    /** How often one was made. */
    this.count = 0;
  }

  /**
   * A mistake; the same one made again is told once, and mended everywhere.
   * @param {Span} where
   * @param {string} message
   * @param {string | null} instead what should stand there, or null where nothing can be offered
   */
  add({ start, end }, message, instead) {
    this.count += 1;
    const { at, edits } = this.made.get(message) ?? { at: this.list.length, edits: [] };
    if (edits.some((one) => start < one.end && one.start < end)) return;
    this.made.set(message, { at, edits: [...edits, { start, end, instead }] });
    const correction = this.#mended([...edits, { start, end, instead }]);
    this.list[at] = { message, start: this.list[at]?.start ?? start, end: this.list[at]?.end ?? end, correction };
  }

  /** @param {Mending["edits"]} edits @returns {string | null} */
  #mended(edits) {
    if (edits.some(({ instead }) => instead === null)) return null;
    const mended = [...edits].sort((a, b) => b.start - a.start).reduce((text, { start, end, instead }) => text.slice(0, start) + instead + text.slice(end), this.text);
    return tidy(mended) && tidy(mended) !== tidy(this.text) ? tidy(mended) : null;
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
