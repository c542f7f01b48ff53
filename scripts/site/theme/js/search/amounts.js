/**
 * @file Owns numbers with commas between thousands: 1,250 is no part of 1,250,000, though its words stand there.
 */

/** @typedef {import("./analysis.js").Word} Word */
/** Of a term, whether its number goes on behind it or began before it; unknown where it is no part of a compound. @typedef {{ continues?: boolean, continued?: boolean }} Amount */

/**
 * Whether a word is more digits of the number before it.
 * @param {string} text
 * @param {Word[]} found
 * @param {number} position
 */
export function goesOn(text, found, position) {
  const [before, word] = [found[position - 1], found[position]];
  return before && word ? /^\d+,\d{3}$/.test(`${before.surface}${text.slice(before.end, word.start)}${word.surface}`) : false;
}

/** Whether some words of a text are whole numbers at their ends, or no numbers. @param {Amount[]} row */
export function isWhole(row) {
  return !(row[0].continued || row[row.length - 1].continues);
}

/** Whether some words have an end that may be a part of a longer number in a text: "over 250", 250,000; but not 2024/25. @param {(Amount & { exact: string })[]} row */
export function mayGoOn(row) {
  const first = row[0], last = row[row.length - 1];
  return (/^\d{3}$/.test(first.exact) && first.continues !== false) || (/^\d{1,3}$/.test(last.exact) && last.continued !== false);
}
