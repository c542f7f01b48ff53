/**
 * @file Owns the terms that fit a pattern with wildcards.
 *
 * As lunr.js 2.3.9 has it: `*` is any number of UTF-16 units.
 */

/**
 * The terms that a pattern with wildcards fits.
 * @param {string} pattern
 * @param {string[]} terms
 */
export function fitting(pattern, terms) {
  const parts = pattern.split("*").map((part) => part.replace(/[\\^$.*+?()[\]{}|\/\-]/g, "\\$&"));
  const whole = new RegExp(`^${parts.join("[^]*")}$`);
  return terms.filter((term) => whole.test(term));
}
