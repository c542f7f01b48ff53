/**
 * @file Owns plain words: a part for each, with what else may stand for it, and what words in a row add.
 */

import { mayGoOn } from "./amounts.js";
import { terms } from "./analysis.js";
import { all, any, capped, NOT } from "./nodes.js";
import { otherNames } from "./othernames.js";
import { pair, phrase } from "./phrases.js";
import { word } from "./word.js";

/** @typedef {import("./analysis.js").Term} Term */
/** @typedef {import("./nodes.js").Node} Node */
/** @typedef {import("./plan.js").Context} Context */

/** Pairs of adjacent words that are asked for at most, to rank plain words. */
const MOST_PAIRS = 24;

/**
 * A part for each word, or for each row of words that are connected as in anti-semitism; stop words
 * that are to be none are put aside, but not from such a row: follow-up is not follow.
 * @param {string} text
 * @param {Context} context
 * @param {boolean} withoutStopWords
 * @returns {Promise<Node[]>}
 */
export async function plainWords(text, context, withoutStopWords) {
  const { index } = context;
  const found = terms(text, index.rules);
  const single = found.filter((term) => !term.joined);
  const adjacent = inARow(single.map((term) => term.exact), context);
  const asked = await Promise.all(found.map((term) => word(term, context)));
  const nodeOf = new Map(found.map((term, at) => [term, asked[at].node]));
  const entries = new Map(found.map((term, at) => [term, asked[at].entry]));
  const { others, named } = await otherNames(single, entries, context);
  // Records that mean what is named come before those that only have its letters: ACEs, aces high.
  const own = (/** @type {Term} */ term) => named.has(term) ? capped(/** @type {Node} */ (nodeOf.get(term))) : /** @type {Node} */ (nodeOf.get(term));
  /** @type {Node[]} */
  const parts = [];
  for (let at = 0; at < single.length; ) {
    const joined = found.find((term) => term.joined && term.position === single[at].position);
    const row = single.slice(at, at + (joined?.span ?? 1));
    at += row.length;
    if (!joined && withoutStopWords && row[0].stem === null) continue;
    const apart = all(row.map((term) => any([own(term), ...(others.get(term) ?? [])])));
    if (!joined) {
      parts.push(apart);
      continue;
    }
    const asOne = [{ .../** @type {Node} */ (nodeOf.get(joined)), sure: !mayGoOn(row) }, ...((await otherNames([joined], entries, context)).others.get(joined) ?? [])];
    const asWritten = any([...asOne, await sideBySide(row, apart, others, context)]);
    parts.push(row.some(hasDigit) || isAnywhere(asWritten) ? asWritten : any([...asOne, apart]));
  }
  if (withoutStopWords) context.asides.push(...single.filter((term) => term.stem === null).map((term) => /** @type {Node} */ (nodeOf.get(term))));
  if (parts.length) parts[0] = { ...parts[0], scored: [...parts[0].scored, ...(await adjacent)] };
  return parts;
}

/** Whether any document matches a part. @param {Node} node */
const isAnywhere = ({ levels }) => levels.some((level) => level !== NOT);

/** @param {Term} term */
const hasDigit = ({ exact }) => /\p{N}/u.test(exact);

/**
 * Connected words as typed: follow-up, and £31,212. A text that has the parts of it elsewhere says
 * something else; only where no text has them side by side, words may be meant wherever they stand.
 * @param {Term[]} row
 * @param {Node} apart the same parts wherever they stand, to be scored as ever
 * @param {Map<Term, Node[]>} others
 * @param {Context} context
 * @returns {Promise<Node>}
 */
async function sideBySide(row, apart, others, context) {
  const inThisRow = await phrase(context.index, row.map((term) => ({ ...term, possessive: false })), context);
  const names = (others.get(row[0]) ?? []).filter((node) => row.every((term) => others.get(term)?.includes(node)));
  return any([{ ...inThisRow, scored: apart.scored }, ...names.map((node) => ({ ...node, scored: [] }))]);
}

/**
 * What words that follow each other as in the query add to scores, stop words included.
 * @param {string[]} surfaces
 * @param {Context} context
 * @returns {Promise<import("./nodes.js").Scored[]>}
 */
async function inARow(surfaces, { index, boost, titleOnly }) {
  if (titleOnly) return [];
  const asked = surfaces.slice(1, MOST_PAIRS + 1).map((second, at) => pair(index, surfaces[at], second));
  const found = (await Promise.all(asked)).filter(({ fields }) => fields.pair.documents.length > 0);
  return found.map((postings) => ({ postings, fields: ["pair"], boost }));
}
