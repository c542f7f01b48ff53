/**
 * @file Owns one plain word: by its stem, best where it stands exactly so.
 */

import { isWhole, joinedUp } from "./amounts.js";
import { EXACTLY, leaf, levelled, NOT, placesOf, STEM } from "./nodes.js";

/** @typedef {import("./analysis.js").Term} Term */
/** @typedef {import("./nodes.js").Node} Node */
/** @typedef {import("./plan.js").Context} Context */
/** @typedef {import("./postings.js").Entry} Entry */

/**
 * A word by its stem, best where it stands exactly so; a stop word only exactly.
 * @param {Term} term
 * @param {Context} context
 * @returns {Promise<{ entry: Entry | null, node: Node }>} `entry` is what the index has of the stem
 */
export async function word({ stem, exact: surface }, { index, titleOnly, boost }) {
  if (stem === null) {
    const postings = await index.exactly(surface);
    const levels = levelled(index.documents, [[postings.fields.exact?.documents ?? [], EXACTLY]]);
    const places = placesOf((term) => term.exact === surface);
    return { entry: null, node: leaf({ levels, titleOnly, sure: !titleOnly, scored: [{ postings, fields: ["exact"], boost }], places }) };
  }
  const { entry, stem: found, exact } = await index.stemmed(stem, surface);
  const documents = (titleOnly ? found?.fields.title : found?.fields.all)?.documents ?? [];
  const levels = levelled(index.documents, [[documents, STEM]]);
  const spelt = exact?.fields.exact?.documents ?? [];
  for (let at = 0; at < spelt.length; at += 1) if (levels[spelt[at]] !== NOT) levels[spelt[at]] = EXACTLY;
  /** @type {import("./nodes.js").Scored[]} */
  const scored = [];
  if (found) scored.push({ postings: found, fields: titleOnly ? ["title"] : ["all", "title"], boost });
  if (exact && !titleOnly) scored.push({ postings: exact, fields: ["exact"], boost });
  return { entry, node: leaf({ levels, titleOnly, scored, places: wordPlaces(stem, surface, index.rules) }) };
}

/**
 * Where a stem stands in a text, or words apart that make the compound: anti semitism.
 * @param {string} stem
 * @param {string} surface
 * @param {import("./rules.js").Rules} rules
 * @returns {Node["places"]}
 */
function wordPlaces(stem, surface, rules) {
  const places = placesOf(rules.ofStem(stem));
  return (found) => [...places(found), ...partedPlaces(found, surface)];
}

/**
 * Where two or three words stand apart that are one word when written together.
 * @param {Term[]} found
 * @param {string} surface
 * @returns {import("./nodes.js").Place[]}
 */
function partedPlaces(found, surface) {
  const mayBegin = (/** @type {Term} */ { exact, joined }) => exact[0] === surface[0] && exact.length < surface.length && !joined && surface.startsWith(exact);
  if (!found.some(mayBegin)) return [];
  const single = found.filter((term) => !term.joined);
  return single.filter(mayBegin).flatMap(({ position }) => {
    const span = [2, 3].find((length) => joinedUp(single.slice(position, position + length)) === surface);
    return span && isWhole(single.slice(position, position + span)) ? [[position, position + span - 1]] : [];
  });
}
