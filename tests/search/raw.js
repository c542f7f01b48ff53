/**
 * @file Owns lunr's own language over the terms of the index, without any analysis: what the engine is compared with lunr by.
 *
 * It shares with the engine what it takes from the index (terms, postings, lengths), wildcards and
 * edit distances (expand.js, similar.js), and which documents match in which order by which scores
 * (ranking.js, score.js); a word with a wildcard it can also have from the engine's own path
 * (patterns.js), which lunr then is asked for among the exact forms. So equal answers prove these, and the files of the index, to be as lunr has them. They
 * prove nothing of what is this engine's own: the language of queries, stop words, compounds and
 * numbers, other names, pairs, phrases and nearness, tiers, filters, counts and excerpts. For these
 * there are test_engine.py (against a naive scan), tests/relevance and tests/browser. Nor do they
 * prove the analysis: lunr is given its terms ready-made, with lengths as the index rounds them.
 */

import { clause } from "./clauses.js";
import { fitting } from "./expand.js";
import { EXACTLY, leaf, levelled } from "./nodes.js";
import { pattern } from "./patterns.js";
import { OWN } from "./postings.js";
import { ofStem } from "./published.js";
import { found } from "./ranking.js";
import { similar } from "./similar.js";

/** @typedef {import("./published.js").Published} Published */
/** @typedef {import("./score.js").Field} Field */
/** @typedef {import("./score.js").TermPostings} TermPostings */

/**
 * A clause as lunr.Query has it; `*` in the term are wildcards unless there is an edit distance.
 * @typedef {{
 *   term: string, fields: Field[], boost: number, presence: "optional" | "required" | "prohibited", editDistance?: number,
 * }} RawClause
 */

/**
 * All documents that match, best first, equal ones newest first.
 * @param {RawClause[]} clauses
 * @param {Published} index
 */
export async function rawSearch(clauses, index) {
  return answered(clauses, index, node);
}

/**
 * The same for clauses of one exact form each, with wildcards, as the engine reads and finds them.
 * Null where one of them, or all together, fit so many words that the engine does not look for all.
 * @param {RawClause[]} clauses
 * @param {Published} index
 */
export async function patternSearch(clauses, index) {
  /** @type {Set<string>} */
  const notes = new Set();
  const fetching = { shards: new Set(), crowded: new Set() };
  const hits = await answered(clauses, index, ({ term, boost }) => {
    const context = { index, titleOnly: false, boost, also: null, notes, fetching };
    return pattern(clause({ kind: "words", text: term.slice(OWN.length), wildcard: "inner", start: 0, end: term.length }), context);
  });
  return notes.size + fetching.crowded.size ? null : hits;
}

/**
 * @param {RawClause[]} clauses
 * @param {Published} index
 * @param {(clause: RawClause, index: Published) => Promise<import("./nodes.js").Node>} nodeOf
 */
async function answered(clauses, index, nodeOf) {
  /** @type {import("./plan.js").Plan} */
  const plan = { optional: [], required: [], prohibited: [], filters: [], unasked: [], also: [], notes: [] };
  for (const clause of clauses) plan[clause.presence].push(await nodeOf(clause, index));
  const { found: hits, scores } = found(plan, index.measures);
  return Array.from(hits.keys())
    .filter((number) => hits[number])
    .map((number) => ({ number, score: scores[number] }))
    .sort((one, other) => other.score - one.score || other.number - one.number);
}

/**
 * @param {RawClause} clause
 * @param {Published} index
 */
async function node(clause, index) {
  const terms = await expanded(clause, index);
  const known = (await Promise.all(terms.map((term) => postingsOf(term, index)))).filter((one) => one !== null);
  const rows = known.flatMap(({ fields }) => clause.fields.map((field) => fields[field]?.documents ?? []));
  return leaf({
    levels: levelled(index.documents, rows.map((row) => [row, EXACTLY])),
    scored: known.map((postings) => ({ postings, fields: clause.fields, boost: clause.boost })),
    places: () => [],
  });
}

/**
 * The terms that a clause stands for.
 * @param {RawClause} clause
 * @param {Published} index
 * @returns {Promise<string[]>}
 */
async function expanded({ term, editDistance }, index) {
  if (editDistance !== undefined) return similar(term, editDistance, (await index.vocabulary()).all);
  const star = term.indexOf("*");
  if (star < 0) return [term];
  if (star === 0 || term.startsWith(OWN)) return fitting(term, (await index.vocabulary()).all);
  const beginning = term.slice(0, star);
  const entries = await index.terms.between(beginning, `${beginning}\uffff`);
  return fitting(term, entries.filter((entry) => !entry.own).map((entry) => entry.term));
}

/**
 * @param {string} term
 * @param {Published} index
 * @returns {Promise<TermPostings | null>}
 */
async function postingsOf(term, index) {
  if (term.startsWith(OWN)) {
    const postings = await index.exactly(term.slice(OWN.length));
    return postings.fields.exact?.documents.length ? postings : null;
  }
  const entry = await index.terms.entry(term);
  return entry && ofStem(entry);
}
