/**
 * @file Owns numbers of several words: 1,250 is no part of 1,250,000, though its words stand there, and 1.5 is not 15.
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

/**
 * Whether a word is digits behind a point: they stay behind one where the words are written as one, as 1.5 is not 15.
 * @param {string} text
 * @param {Word[]} found
 * @param {number} position
 */
export function areDecimals(text, found, position) {
  const [before, word] = [found[position - 1], found[position]];
  return Boolean(before) && /^\d/.test(word.surface) && /\d$/.test(before.surface) && text.slice(before.end, word.start).includes(".");
}

/** Whether some words of a text are whole numbers at their ends, or no numbers. @param {Amount[]} row */
export function isWhole(row) {
  return !(row[0].continued || row[row.length - 1].continues);
}

/** Words that follow each other, written as one. @param {{ exact: string, decimals?: boolean }[]} row */
export function joinedUp(row) {
  return row.map(({ exact, decimals }, at) => (at && decimals ? `.${exact}` : exact)).join("");
}

/**
 * A pattern whose letters are folded; points between digits stay.
 * @param {string} text letters and stars
 * @param {(part: string) => string} folded
 * @param {string} [star] what stands for a star
 * @param {string} [point] what stands for a point
 */
export function foldedPattern(text, folded, star = "*", point = ".") {
  return text.split(/(?<=[\d*])\.(?=[\d*])/).map((piece) => piece.split("*").map(folded).join(star)).join(point);
}

/** Whether some words have an end that may be a part of a longer number in a text: "over 250", 250,000; but not 2024/25. @param {(Amount & { exact: string })[]} row */
export function mayGoOn(row) {
  const first = row[0], last = row[row.length - 1];
  return (/^\d{3}$/.test(first.exact) && first.continues !== false) || (/^\d{1,3}$/.test(last.exact) && last.continued !== false);
}
