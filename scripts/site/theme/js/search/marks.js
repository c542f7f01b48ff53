/**
 * @file Owns the marks on a record's page that was opened from a result: what was sought is marked in its text.
 *
 * The address says what to mark (`?marks=`, `&also=`); start.js loads this where it does.
 */

import { SITE } from "./dom.js";
import { found, patterns, patternsOfNames, stopWords } from "./finding.js";
import { Bar } from "./marksbar.js";
import { parse } from "./query.js";
import { rulesFrom } from "./rules.js";
import { blocksOf, wrap } from "./wrapping.js";

/** @typedef {import("./carried.js").Carried} Carried */
/** @typedef {import("./rules.js").Rules} Rules */

const TITLE = ".page > h1", ASKS = ".page--motion .ledger :is(th, blockquote)", REFERENCE = "[data-reference]", FACTS = ".page > .facts dd";

/** What of a page is searched, and how it is called where that is not its text. @typedef {{ where: string, elements: HTMLElement[] }} Area */

/** The areas of a page, the next for when one has nothing. @param {HTMLElement} doc @returns {Area[]} */
function areasOf(doc) {
  const all = (/** @type {string} */ selector) => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]);
  const around = [["in the title", TITLE], ["in what it asks", ASKS], ["in the reference", REFERENCE], ["in the facts", FACTS]].map(([where, selector]) => ({ where, elements: all(selector) }));
  return doc.matches(TITLE) ? [{ where: "", elements: all(`${TITLE}, ${ASKS}`) }, ...around] : [{ where: "", elements: [doc] }, ...around];
}

/**
 * The places of the first area that has any of what is sought first, or else of what is sought next.
 * @param {import("./finding.js").Pattern[][]} soughts
 * @param {Area[]} areas
 * @param {Rules} known
 */
function firstWith(soughts, areas, known) {
  for (const sought of soughts) {
    for (const { where, elements } of areas) {
      const blocks = new Set(elements.flatMap(blocksOf));
      const places = [...blocks].flatMap((nodes) => wrap(nodes, found(nodes.map((node) => node.data).join(""), sought, known)));
      if (places.length) return { where, places };
    }
  }
  return { where: "", places: [] };
}

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
 * Mark on a record's page what a query seeks, and put the bar above its text.
 * @param {Carried} marks
 * @param {HTMLElement} doc the text, or the title where the page has no text
 */
export async function mark(marks, doc) {
  const known = await rules();
  const { query } = parse(marks.words.trim());
  const sought = [...patterns(query, known), ...patternsOfNames(marks.also, known)];
  const { where, places } = firstWith([sought, stopWords(query, known)], areasOf(doc), known);
  doc.toggleAttribute("data-marked", places.length > 0);
  doc.before(new Bar(doc, places, marks, where).element);
  // What was put above the text has moved the paragraph that the address names.
  document.querySelector(":target")?.scrollIntoView();
}
