/**
 * @file Owns what a query is: its clauses, and what the engine may rely on in them.
 */

/**
 * @typedef {"topic" | "from" | "to" | "by" | "person" | "ref" | "kind" | "response" | "delivery" | "after" | "before" | "date"} FilterName
 * @typedef {"optional" | "required" | "prohibited"} Presence
 *
 * One thing that is asked for. Adjacent plain words are one clause, as typed; a word with a sign of
 * its own (`+`, `-`, `*`, `~`, `^`, a field) is one clause by itself and keeps its stars.
 * `near` has the operands of NEAR, `alternatives` those of OR (neither is nested); `filter` dates are
 * normalised to 2021, 2021-06 or 2021-06-10. `start` and `end` are offsets in the typed text.
 * @typedef {{
 *   kind: "words" | "phrase" | "near" | "filter",
 *   presence: Presence,
 *   field: "all" | "title" | null,
 *   boost: number,
 *   text: string,
 *   wildcard: "none" | "prefix" | "suffix" | "both" | "inner",
 *   fuzzy: number,
 *   distance: number,
 *   near: Clause[] | null,
 *   filter: { name: FilterName, value: string } | null,
 *   alternatives: Clause[] | null,
 *   start: number,
 *   end: number,
 * }} Clause
 *
 * `never` tells that nothing can match: the engine need not be asked.
 * @typedef {{ text: string, clauses: Clause[], never: boolean }} Query
 *
 * What is wrong with a query, where, and the whole query as it was probably meant.
 * @typedef {{ message: string, start: number, end: number, correction: string | null }} Mistake
 */

/**
 * A clause with everything that it does not say left plain.
 * @param {Partial<Clause> & Pick<Clause, "kind" | "text" | "start" | "end">} given
 * @returns {Clause}
 */
export function clause(given) {
  return {
    presence: "optional", field: null, boost: 1, wildcard: "none", fuzzy: 0, distance: 0,
    near: null, filter: null, alternatives: null, ...given,
  };
}

/**
 * Whether a clause is a word or words without any sign, to be joined with its neighbours.
 * @param {Clause} one
 */
export function isPlain(one) {
  return one.kind === "words" && one.presence === "optional" && one.field === null && one.boost === 1
    && one.wildcard === "none" && one.fuzzy === 0 && one.alternatives === null;
}
