/**
 * @file Owns what is said of a phrase in single quotation marks, which makes none here: an apostrophe is the same sign.
 */

import { words } from "./analysis.js";
import { isLong } from "./prose.js";
import { MARKS } from "./quotation.js";
import { scan } from "./scanning.js";

/** @typedef {import("./mistakes.js").Mistakes} Mistakes */

const SINGLE = "'`\u2018\u2019\u201a\u201b\u00b4\u2032\u2033\u02ba";
/** What stands between two of them; those between letters (O'Malley) are apostrophes. */
const BETWEEN = `(?=\\S)((?:[^${SINGLE}${MARKS}]|(?<=\\p{L})[${SINGLE}](?=\\p{L}))+)(?<=\\S)`;
const QUOTED = new RegExp(`[${MARKS}][^${MARKS}]*[${MARKS}]|(?<=^|[\\s(:+\\-])[${SINGLE}]{1,2}${BETWEEN}[${SINGLE}]{1,2}(?![\\p{L}\\p{N}])`, "gu");

/**
 * Remark on phrases in single quotation marks, unless the text is a long one that was pasted.
 * @param {string} text
 * @param {Mistakes} mistakes
 */
export function remarkSingles(text, mistakes) {
  const found = [...text.matchAll(QUOTED)].filter(([, inside]) => inside && words(inside).length > 1);
  if (!found.length || isLong(scan(text))) return;
  for (const { 0: whole, 1: inside, index } of found) {
    mistakes.add({ start: index, end: index + whole.length }, "For a phrase, use double quotation marks.", `"${inside}"`);
  }
}
