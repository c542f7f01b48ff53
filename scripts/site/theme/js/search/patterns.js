/**
 * @file Owns words with wildcards, and words that may be misspelt: all words as they are written that fit.
 */

import { fitting, similar } from "./expand.js";
import { fold } from "./folding.js";
import { EXACTLY, leaf, levelled, placesOf } from "./nodes.js";
import { OWN } from "./postings.js";

/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./nodes.js").Node} Node */
/** @typedef {import("./plainwords.js").Context} Context */
/** @typedef {import("./published.js").Published} Published */

const LEAST_BEGINNING = 3;
const ENDINGS = 3;

/**
 * A word with wildcards, or one that may be misspelt: any word as it is written that fits.
 * @param {Clause} clause
 * @param {Context} context
 * @returns {Promise<Node>}
 */
export async function pattern(clause, { index, titleOnly, boost }) {
  const sought = clause.text.split("*").map(fold).join("*");
  const fits = clause.fuzzy > 0 ? similar(OWN + sought, clause.fuzzy, (await index.vocabulary()).words) : await fittingWords(sought, index);
  const surfaces = new Set(fits.filter((term) => term.startsWith(OWN)).map((term) => term.slice(OWN.length)));
  const postings = await Promise.all([...surfaces].map((surface) => index.exactly(surface)));
  const rows = postings.map(({ fields }) => fields.exact?.documents ?? new Uint32Array());
  return leaf({
    levels: levelled(index.documents, rows.map((row) => [row, EXACTLY])),
    sure: !titleOnly,
    titleOnly,
    scored: postings.map((one) => ({ postings: one, fields: ["exact"], boost })),
    places: placesOf((term) => surfaces.has(term.exact)),
  });
}

/**
 * The exact forms that a pattern fits. Where it begins with letters, their stems are near.
 * @param {string} sought
 * @param {Published} index
 */
async function fittingWords(sought, index) {
  const beginning = sought.slice(0, sought.indexOf("*"));
  if (!beginning) return fitting(OWN + sought, (await index.vocabulary()).words);
  const least = beginning.slice(0, Math.max(Math.min(LEAST_BEGINNING, beginning.length), beginning.length - ENDINGS));
  const [stems, own] = await Promise.all([
    index.terms.between(least, `${beginning}\uffff`),
    index.terms.between(OWN + beginning, `${OWN}${beginning}\uffff`),
  ]);
  const forms = stems.flatMap((entry) => entry.forms.filter((form) => !form.startsWith(OWN)).map((form) => OWN + form));
  return fitting(OWN + sought, [...forms, ...own.map((entry) => entry.term)]);
}
