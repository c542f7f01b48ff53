/**
 * @file Owns reading the lengths of documents, which scores are reckoned with.
 *
 * The docstring of `scripts/archive/search/lengths.py` says how they are written.
 */

/** @typedef {import("./score.js").Lengths} Lengths */
/** @typedef {import("./score.js").Measures} Measures */

/**
 * @param {Record<string, [number[], string]>} plain
 * @param {Record<string, number>} averages
 * @returns {Measures["lengths"]}
 */
export function lengthsFrom(plain, averages) {
  /** @param {string} field @returns {Lengths} */
  const read = (field) => {
    const [levels, letters] = plain[field];
    const places = Uint8Array.from(letters, (letter) => letter.charCodeAt(0) - 65);
    return { levels, places, average: averages[field] };
  };
  const all = read("all");
  return { all, title: read("title"), exact: all, pair: all };
}
