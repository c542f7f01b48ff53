/**
 * @file Owns reading rows of ascending numbers that are written as letters.
 *
 * The docstring of `scripts/archive/search/rows.py` says how.
 */

const BACKSLASH = 92;
const FIRST = 35;
const LOW = 64;
const HIGH = 19;
/** The letters of times begin behind the low and the high ones; the last of them needs a number. */
const TIMES = LOW + HIGH;
const LAST = TIMES + 7;

/** Ascending numbers, each with how often it counts. @typedef {{ numbers: Uint32Array, times: Float64Array }} Row */

/**
 * @param {string} text
 * @returns {Row}
 */
export function row(text) {
  const numbers = new Uint32Array(text.length);
  const times = new Float64Array(text.length).fill(1);
  let count = 0;
  let number = -1;
  let high = 0;
  let many = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const letter = code - FIRST - (code > BACKSLASH ? 1 : 0);
    if (letter >= TIMES) {
      if (letter < LAST) times[count - 1] = letter - TIMES + 2;
      else many = true;
    } else if (letter >= LOW) high = high * HIGH + letter - LOW + 1;
    else {
      const value = high * LOW + letter;
      if (many) times[count - 1] = value + LAST - TIMES + 2;
      else numbers[count++] = number += value + 1;
      high = 0;
      many = false;
    }
  }
  return { numbers: numbers.slice(0, count), times: times.slice(0, count) };
}
