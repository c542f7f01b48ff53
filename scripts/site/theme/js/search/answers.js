/**
 * @file Owns what the engine is asked and what it answers, as types, and the answer that has nothing.
 */

/**
 * @typedef {{ sort: "best" | "newest" | "oldest", from: number, size: number, facets: boolean }} Options
 * @typedef {{ value: string, label: string, count: number }} Facet
 * @typedef {{ id: string, name: string }} Person
 * @typedef {{ anchor: string, number: number | null, pieces: { text: string, mark: boolean }[] }} Passage
 *
 * `day` is the date as the index has it, `spoken` as we say it; `more` counts passages that are not shown.
 * @typedef {{
 *   number: number, address: string, kind: string, title: string, titlePieces: { text: string, mark: boolean }[], day: string, spoken: string,
 *   people: { from: Person[], to: Person[], by: Person[] }, topics: { id: string, label: string }[],
 *   tier: number, score: number, passages: Passage[], more: number,
 * }} Hit
 *
 * `complete` counts the hits that have all words; `sure` is false where total, complete and facets are an upper bound; `suggestion` is a whole query; `also` are other names that were sought too.
 * @typedef {{
 *   total: number, complete: number, sure: boolean, hits: Hit[],
 *   facets: null | { topic: Facet[], kind: Facet[], person: Facet[], year: Facet[] },
 *   suggestion: string | null, also: string[],
 * }} Answer
 */

/** @returns {Answer} */
export function nothing() {
  return { total: 0, complete: 0, sure: true, hits: [], facets: null, suggestion: null, also: [] };
}
