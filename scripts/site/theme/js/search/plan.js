/**
 * @file Owns the plan of a query: its clauses as parts that the index has answered.
 */

import { terms, words } from "./analysis.js";
import { rare } from "./later.js";
import { all, any, EXACTLY, leaf, NOT } from "./nodes.js";
import { pattern } from "./patterns.js";
import { phrase } from "./phrases.js";
import { plainWords } from "./plainwords.js";
import { unasked } from "./unasked.js";

/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./clauses.js").Query} Query */
/** @typedef {import("./nodes.js").Node} Node */
/** @typedef {import("./published.js").Published} Published */

/**
 * `optional`, `required` and `prohibited` parts; `filters` with a 1 for each document that may be
 * found; `unasked`, kinds of documents that are found but not listed; `asides`, words that no document
 * needs to have, but that tell among those that have all else; `also`, the other names that were
 * sought; `notes`, sentences about what was not; `unneeded`, stop words as typed, where other words decide.
 * @typedef {{
 *   optional: Node[], required: Node[], prohibited: Node[], filters: Uint8Array[], unasked: ("ask" | "commitment")[], asides: Node[], also: string[], notes: string[], unneeded: string[],
 * }} Plan
 *
 * What holds for all words of a clause; `also` are other names by their keys, null where none are to
 * be sought; `asides`, `unneeded`, `notes` and what is fetched for patterns are added to.
 * @typedef {{ index: Published, titleOnly: boolean, boost: number, also: Map<string, string> | null, asides: Node[], unneeded: string[], notes: Set<string>, fetching: import("./patterns.js").Fetching }} Context
 */

/**
 * @param {Query} query
 * @param {Published} index
 * @returns {Promise<Plan>}
 */
export async function planned(query, index) {
  const also = /** @type {Map<string, string>} */ (new Map());
  const notes = /** @type {Set<string>} */ (new Set());
  const fetching = /** @type {import("./patterns.js").Fetching} */ ({ shards: new Set(), crowded: new Set() });
  /** @type {Plan} */
  const plan = { optional: [], required: [], prohibited: [], filters: [], unasked: unasked(query), asides: [], also: [], notes: [], unneeded: [] };
  const meant = query.clauses.some((clause) => clause.kind !== "filter" && hasContent(clause, index));
  const parts = await Promise.all(
    query.clauses.map((clause) => {
      const context = { index, titleOnly: false, boost: 1, also: clause.presence === "prohibited" ? null : also, asides: plan.asides, unneeded: plan.unneeded, notes, fetching };
      return nodes(clause, context, meant && clause.presence === "optional");
    }),
  );
  query.clauses.forEach((clause, at) => {
    const found = parts[at];
    if (clause.kind === "filter") plan.filters.push(kept(all(found), clause.presence));
    else if (clause.presence === "optional") plan.optional.push(...found);
    else if (found.length) plan[clause.presence].push(all(found));
  });
  if (fetching.crowded.size) notes.add((await rare()).notSoughtTogether([...fetching.crowded]));
  if (query.never) plan.filters.push(new Uint8Array(index.documents));
  return { ...plan, also: [...also.values()], notes: [...notes] };
}

/** The stop words of a text that stand by themselves, as typed. @param {string} text @param {import("./rules.js").Rules} rules */
function stopWords(text, rules) {
  const found = words(text);
  return terms(text, rules)
    .filter(({ stem, position }) => stem === null && found[position].compound === null)
    .map(({ position }) => text.slice(found[position].start, found[position].end));
}

/**
 * Whether a clause asks for more than stop words.
 * @param {Clause} clause
 * @param {Published} index
 */
function hasContent(clause, index) {
  return clause.kind !== "words" || clause.alternatives !== null || clause.wildcard !== "none" || clause.fuzzy > 0
    || terms(clause.text, index.rules).some((term) => term.stem !== null);
}

/**
 * The parts of a clause: one for each of several plain words.
 * @param {Clause} clause
 * @param {Context} around what holds for the clause that this one is a part of
 * @param {boolean} [withoutStopWords]
 * @returns {Promise<Node[]>}
 */
async function nodes(clause, around, withoutStopWords = false) {
  const { index } = around;
  const context = { ...around, titleOnly: clause.field === "title", boost: clause.boost };
  if (clause.alternatives) return [any(await each(clause.alternatives, around))];
  if (clause.near) return [(await rare()).nearEachOther(await each(clause.near, around), clause.distance, clause.boost)];
  if (clause.filter) return [await filtered(clause.filter, index)];
  if (clause.kind === "phrase") {
    const row = terms(clause.text, index.rules).filter((term) => !term.joined);
    return [await phrase(index, row, context)];
  }
  if (clause.wildcard !== "none" || clause.fuzzy > 0) return [await pattern(clause, context)];
  if (withoutStopWords) context.unneeded.push(...stopWords(clause.text, index.rules));
  return plainWords(clause.text, context, withoutStopWords);
}

/** Each clause as one part. @param {Clause[]} clauses @param {Context} around */
function each(clauses, around) {
  return Promise.all(
    clauses.map(async (clause) => {
      const found = await nodes(clause, around);
      return found.length ? all(found) : leaf({ levels: new Uint8Array(around.index.documents), scored: [], places: () => [] });
    }),
  );
}

/**
 * The part that matches what a filter lets through. It has no words to be scored or marked.
 * @param {NonNullable<Clause["filter"]>} filter
 * @param {Published} index
 */
async function filtered({ name, value }, index) {
  const found = name === "ref" ? await (await rare()).referring(value, index) : (await index.columns()).filtered(name, value);
  return leaf({ levels: found.map((one) => (one ? EXACTLY : NOT)), scored: [], places: () => [] });
}

/** A 1 for each document that a filter, or its opposite, lets through. @param {Node} node @param {Clause["presence"]} presence */
function kept({ levels }, presence) {
  const wanted = presence !== "prohibited";
  return levels.map((level) => Number((level !== NOT) === wanted));
}
