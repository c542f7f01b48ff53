/**
 * @file Owns the first and the last day of a date as the index has it; they are compared as strings, so that no month needs to have 31.
 */

/** @param {string} date 2021, 2021-06 or 2021-06-10 */
export function firstDay(date) {
  return date + "-01-01".slice(date.length - 4);
}

/** @param {string} date */
export function lastDay(date) {
  return date + "-12-31".slice(date.length - 4);
}
