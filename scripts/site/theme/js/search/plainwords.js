/**
 * @file Owns plain words: each by its stem, best where it stands exactly so, or by another name of what is sought.
 */

import { terms } from "./analysis.js";
import { all, any, capped, EXACTLY, leaf, levelled, NOT, placesOf, STEM } from "./nodes.js";
import { pair, phrase } from "./phrases.js";

/** @typedef {import("./analysis.js").Term} Term */
/** @typedef {import("./nodes.js").Node} Node */
/** @typedef {import("./published.js").Published} Published */

/**
 * What holds for all words of a clause; `also` are other names by their keys, null where none are to be sought.
 * @typedef {{ index: Published, titleOnly: boolean, boost: number, also: Map<string, string> | null }} Context
 */

/** Pairs of adjacent words that are asked for at most, to rank plain words. */
const MOST_PAIRS = 24;

/**
 * A part for each word, or for each row of words that are connected as in anti-semitism.
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
  const others = await otherNames(single, entries, context);
  /** @type {Node[]} */
  const parts = [];
  for (let at = 0; at < single.length; ) {
    const joined = found.find((term) => term.joined && term.position === single[at].position);
    const row = single.slice(at, at + (joined?.span ?? 1));
    at += row.length;
    const kept = row.filter((term) => term.stem !== null || !withoutStopWords);
    if (!kept.length) continue;
    const asWritten = all(kept.map((term) => any([/** @type {Node} */ (nodeOf.get(term)), ...(others.get(term) ?? [])])));
    parts.push(joined ? any([/** @type {Node} */ (nodeOf.get(joined)), asWritten]) : asWritten);
  }
  if (parts.length) parts[0] = { ...parts[0], scored: [...parts[0].scored, ...(await adjacent)] };
  return parts;
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

/**
 * A word by its stem, best where it stands exactly so; a stop word only exactly.
 * @param {Term} term
 * @param {Context} context
 */
async function word({ stem, exact: surface }, { index, titleOnly, boost }) {
  if (stem === null) {
    const postings = await index.exactly(surface);
    const levels = levelled(index.documents, [[postings.fields.exact?.documents ?? [], EXACTLY]]);
    const places = placesOf((term) => term.exact === surface);
    return { entry: null, node: leaf({ levels, titleOnly, sure: !titleOnly, scored: [{ postings, fields: ["exact"], boost }], places }) };
  }
  const { entry, stem: found, exact } = await index.stemmed(stem, surface);
  const documents = (titleOnly ? found?.fields.title : found?.fields.all)?.documents ?? [];
  const levels = levelled(index.documents, [[documents, STEM]]);
  for (const number of exact?.fields.exact?.documents ?? []) if (levels[number] !== NOT) levels[number] = EXACTLY;
  /** @type {import("./nodes.js").Scored[]} */
  const scored = [];
  if (found) scored.push({ postings: found, fields: titleOnly ? ["title"] : ["all", "title"], boost });
  if (exact && !titleOnly) scored.push({ postings: exact, fields: ["exact"], boost });
  return { entry, node: leaf({ levels, titleOnly, scored, places: wordPlaces(stem, surface) }) };
}

/**
 * What else may stand for words: a compound that they are parts of, other names of what they name.
 * @param {Term[]} single
 * @param {Map<Term, import("./postings.js").Entry | null>} entries
 * @param {Context} context
 * @returns {Promise<Map<Term, Node[]>>}
 */
async function otherNames(single, entries, context) {
  /** @type {Map<Term, Node[]>} */
  const found = new Map();
  for (let first = 0; first < single.length; first += 1) {
    for (let end = single.length; end > first; end -= 1) {
      const row = single.slice(first, end);
      const instead = [...compoundOf(row, entries), ...namesOf(row, context)];
      if (!instead.length) continue;
      const nodes = await Promise.all(instead.map((name) => named(name, context)));
      for (const term of row) found.set(term, [...(found.get(term) ?? []), ...nodes.map(capped)]);
    }
  }
  return found;
}

/**
 * @param {Term[]} row
 * @param {Map<Term, import("./postings.js").Entry | null>} entries
 */
function compoundOf(row, entries) {
  const parts = row.map((term) => term.exact).join(" ");
  return row.some((term) => entries.get(term)?.compounds.includes(parts)) ? [parts.replaceAll(" ", "")] : [];
}

/**
 * @param {Term[]} row
 * @param {Context} context
 */
function namesOf(row, { index, also }) {
  if (!also) return [];
  const names = index.names.get(row.map((term) => term.stem ?? term.exact).join(" ")) ?? [];
  for (const name of names) if (!also.has(index.key(name))) also.set(index.key(name), name);
  return names;
}

/**
 * Another name: a word by its stem, several words as a phrase.
 * @param {string} name
 * @param {Context} context
 */
async function named(name, context) {
  const [first, ...more] = terms(name, context.index.rules).filter((term) => !term.joined);
  if (!more.length) return (await word(first, context)).node;
  return phrase(context.index, [first, ...more].map((term) => term.exact), context);
}

/**
 * Where a stem stands in a text, or words apart that make the compound: anti semitism.
 * @param {string} stem
 * @param {string} surface
 * @returns {Node["places"]}
 */
function wordPlaces(stem, surface) {
  const places = placesOf((term) => term.stem === stem);
  return (found) => [...places(found), ...partedPlaces(found, surface)];
}

/**
 * Where two or three words stand apart that are one word when written together.
 * @param {Term[]} found
 * @param {string} surface
 * @returns {import("./nodes.js").Place[]}
 */
function partedPlaces(found, surface) {
  const single = found.filter((term) => !term.joined);
  return single.flatMap(({ exact, position }, at) => {
    if (exact.length >= surface.length || !surface.startsWith(exact)) return [];
    const [second = "", third = ""] = single.slice(at + 1, at + 3).map((term) => term.exact);
    if (exact + second === surface) return [[position, position + 1]];
    return exact + second + third === surface ? [[position, position + 2]] : [];
  });
}
