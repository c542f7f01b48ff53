/**
 * @file Owns the plan of a query: its clauses as parts that the index has answered.
 */

import { terms, words } from "./analysis.js";
import { all, any, leaf } from "./nodes.js";
import { pattern } from "./patterns.js";
import { near, phrase } from "./phrases.js";
import { plainWords } from "./plainwords.js";

/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./clauses.js").Query} Query */
/** @typedef {import("./nodes.js").Node} Node */
/** @typedef {import("./published.js").Published} Published */

/**
 * `optional`, `required` and `prohibited` parts; `filters` with a 1 for each document that may be
 * found; `also`, the other names that were sought.
 * @typedef {{ optional: Node[], required: Node[], prohibited: Node[], filters: Uint8Array[], also: string[] }} Plan
 */

/**
 * @param {Query} query
 * @param {Published} index
 * @returns {Promise<Plan>}
 */
export async function planned(query, index) {
  const also = /** @type {Map<string, string>} */ (new Map());
  /** @type {Plan} */
  const plan = { optional: [], required: [], prohibited: [], filters: [], also: [] };
  const sought = query.clauses.filter((clause) => clause.kind !== "filter");
  const meant = sought.some((clause) => hasContent(clause, index));
  const parts = await Promise.all(
    sought.map((clause) => {
      const others = clause.presence === "prohibited" ? null : also;
      return nodes(clause, index, others, meant && clause.presence === "optional");
    }),
  );
  sought.forEach((clause, at) => {
    const found = parts[at];
    if (clause.presence === "optional") plan.optional.push(...found);
    else if (found.length) plan[clause.presence].push(all(found));
  });
  if (query.never) plan.filters.push(new Uint8Array(index.documents));
  const filters = query.clauses.filter((clause) => clause.kind === "filter");
  await Promise.all(filters.map((clause) => addFilter(plan, clause, index)));
  return { ...plan, also: [...also.values()] };
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
 * @param {Published} index
 * @param {Map<string, string> | null} also other names by their keys; null where none are to be sought
 * @param {boolean} withoutStopWords
 * @returns {Promise<Node[]>}
 */
async function nodes(clause, index, also, withoutStopWords) {
  const context = { index, titleOnly: clause.field === "title", boost: clause.boost, also };
  if (clause.alternatives) return [any(await each(clause.alternatives, index, also))];
  if (clause.near) return [near(await each(clause.near, index, also), clause.distance, clause.boost)];
  if (clause.kind === "phrase") return [await phrase(index, words(clause.text).map((word) => word.surface), context)];
  if (clause.wildcard !== "none" || clause.fuzzy > 0) return [await pattern(clause, context)];
  return plainWords(clause.text, context, withoutStopWords);
}

/**
 * @param {Clause[]} clauses
 * @param {Published} index
 * @param {Map<string, string> | null} also other names by their keys; null where none are to be sought
 */
function each(clauses, index, also) {
  return Promise.all(
    clauses.map(async (clause) => {
      const found = await nodes(clause, index, also, false);
      return found.length ? all(found) : nothing(index);
    }),
  );
}

/**
 * @param {Plan} plan
 * @param {Clause} clause
 * @param {Published} index
 */
async function addFilter(plan, clause, index) {
  const { name, value } = clause.filter ?? { name: "kind", value: "" };
  if (name === "ref") {
    const node = await phrase(index, words(value).map((one) => one.surface), { boost: 1, titleOnly: false });
    (clause.presence === "prohibited" ? plan.prohibited : plan.required).push(node);
    return;
  }
  const columns = await index.columns();
  const choices = (clause.alternatives ?? [clause]).flatMap((one) => (one.filter ? [one.filter] : []));
  const each = choices.map((choice) => columns.filtered(choice.name, choice.value));
  const found = new Uint8Array(index.documents).map((_, number) => (each.some((one) => one[number]) ? 1 : 0));
  plan.filters.push(clause.presence === "prohibited" ? found.map((one) => 1 - one) : found);
}

/**
 * The part that matches nowhere.
 * @param {Published} index
 */
function nothing(index) {
  return leaf({ levels: new Uint8Array(index.documents), scored: [], places: () => [] });
}
