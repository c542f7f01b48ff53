/**
 * @file Owns addresses that lead to the very words: a paragraph's anchor with a text fragment behind it.
 *
 * Source: https://wicg.github.io/scroll-to-text-fragment/. A browser marks the first place that has the words, counts
 * whole words only, and looks for a start and an end in one block each; so words that stand in the page more than once
 * are told apart by words before and behind them.
 */

/** Words at either end of a long passage, which is named by its beginning and its end. */
const ENDS = 6;
/** A passage of more characters is long. */
const LONG = 160;
/** Words of context that are tried at most, before and behind. */
const MOST_CONTEXT = 12;

/** A block's text up to what was selected in it, the selected words, and what follows. @typedef {{ before: string, words: string, behind: string }} Part */

const SIGN = /[\p{L}\p{M}\p{N}]/u;

/** @param {string} text */
export const collapsed = (text) => text.replace(/\s+/g, " ").trim();

/** Half words at the ends made whole. @param {Part} part @returns {Part} */
function whole({ before, words, behind }) {
  const head = SIGN.test(words[0] ?? "") ? /[\p{L}\p{M}\p{N}]*$/u.exec(before)?.[0] ?? "" : "";
  const tail = SIGN.test(words.at(-1) ?? "") ? /^[\p{L}\p{M}\p{N}]*/u.exec(behind)?.[0] ?? "" : "";
  return { before: before.slice(0, before.length - head.length), words: head + words + tail, behind: behind.slice(tail.length) };
}

/** @param {string} text @param {number} count */
const first = (text, count) => collapsed(text).split(" ").slice(0, count).join(" ");
/** @param {string} text @param {number} count */
const last = (text, count) => (count ? collapsed(text).split(" ").slice(-count).join(" ") : "");

/** How often words stand in a text, however they are spaced. @param {string} text @param {string} words */
function occurrences(text, words) {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) count += 1;
  return count;
}

/** @param {string} text */
const encoded = (text) => encodeURIComponent(text).replace(/-/g, "%2D");

/**
 * The text fragment of a passage, without its `:~:`.
 * @param {Part[]} parts the selected part of each block, in order; the first and the last hold words
 * @param {string} page all the words of the page
 */
export function directive(parts, page) {
  const from = whole(parts[0]), to = whole(parts[parts.length - 1]);
  const single = parts.length === 1;
  const text = collapsed(from.words);
  const short = single && text.length <= LONG;
  const start = short ? text : first(from.words, ENDS);
  const end = short ? "" : last(single ? from.words : to.words, ENDS);
  const all = collapsed(page).toLowerCase();
  const { prefix, suffix } = context({ from, to, start, end, short }, all);
  return `text=${[prefix && `${encoded(prefix)}-`, encoded(start), encoded(end), suffix && `-${encoded(suffix)}`].filter(Boolean).join(",")}`;
}

/**
 * The fewest words before, and behind where the passage is short, with which it stands in the page once.
 * @param {{ from: Part, to: Part, start: string, end: string, short: boolean }} passage
 * @param {string} all
 */
function context({ from, to, start, end, short }, all) {
  for (let count = 0; count <= MOST_CONTEXT; count += 1) {
    const prefix = last(from.before, count), suffix = short && count ? first(from.behind, count) : "";
    const wanted = collapsed(`${prefix} ${start}${short ? gap(from.behind, suffix) : ""}`).toLowerCase();
    const once = occurrences(all, wanted) < 2;
    if (once || count === MOST_CONTEXT) return { prefix, suffix: end && occurrences(all, end.toLowerCase()) > 1 ? first(to.behind, 3) : suffix };
  }
  return { prefix: "", suffix: "" };
}

/** The suffix as it follows the words: behind a blank, or at once where it begins with a comma or the like. @param {string} behind @param {string} suffix */
const gap = (behind, suffix) => (suffix && /^\s/.test(behind) ? ` ${suffix}` : suffix);
