/**
 * @file Owns the marks on a record's page that was opened from a result: what was sought is marked in its text.
 *
 * The address says what to mark (`?marks=`); start.js loads this where it does.
 */

import { SITE } from "./dom.js";
import { found, patterns } from "./finding.js";
import { Bar } from "./marksbar.js";
import { parse } from "./query.js";
import { rulesFrom } from "./rules.js";
import { blocksOf, wrap } from "./wrapping.js";

/** @typedef {import("./rules.js").Rules} Rules */

/** The rules of the published index; without them every word is sought as it stands. @returns {Promise<Rules>} */
async function rules() {
  try {
    const root = await (await fetch(new URL("search/root.json", SITE))).json();
    return rulesFrom(root.rules);
  } catch {
    return rulesFrom({ stop: "", acronyms: "", stems: {} });
  }
}

/**
 * Mark in a document what a query seeks, and put the bar above it.
 * @param {string} marks
 * @param {HTMLElement} doc
 */
export async function mark(marks, doc) {
  const known = await rules();
  const sought = patterns(parse(marks).query, known);
  const places = blocksOf(doc).flatMap((nodes) => wrap(nodes, found(nodes.map((node) => node.data).join(""), sought, known)));
  doc.toggleAttribute("data-marked", places.length > 0);
  doc.before(new Bar(doc, places, marks).element);
  // What was put above the text has moved the paragraph that the address names.
  document.querySelector(":target")?.scrollIntoView();
}
