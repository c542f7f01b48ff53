/**
 * @file Owns what the engine is asked and what it answers, as types, and the answer that has nothing.
 */

/**
 * @typedef {{ sort: "best" | "newest" | "oldest", from: number, size: number, facets: boolean }} Options
 * @typedef {{ value: string, label: string, count: number, unlisted?: boolean }} Facet
 * @typedef {{ topic: Facet[], kind: Facet[], response: Facet[], delivery: Facet[], person: Facet[], year: Facet[] }} Facets
 * @typedef {{ id: string, name: string }} Person
 * @typedef {{ text: string, mark: boolean }} Piece
 * @typedef {{ anchor: string, number: number | null, pieces: Piece[], said?: number | null }} Passage
 *
 * Of an ask or a commitment: the title of its record and its number there; and what editors judged of
 * it, each as of a day. A response has its letter and where that is; passages name its place as `said`.
 * @typedef {[title: string, number: number]} Whole
 * @typedef {[axis: "response" | "delivery", state: string, spoken: string, letter: string, address: string]} Statement
 *
 * A found record. `tier` is 0 where it has all words exactly, 1 by their stems, 2 only some of them;
 * `day` is the date as the index has it, `spoken` as we say it. Where no passage holds what was
 * sought, how the text begins is the one passage; `more` counts passages that hold it and are not shown.
 * @typedef {{
 *   number: number, id: string, address: string, kind: string, title: string, titlePieces: Piece[], day: string, spoken: string,
 *   reference: string | null, people: { from: Person[], to: Person[], by: Person[] }, topics: { id: string, label: string }[],
 *   tier: number, score: number, passages: Passage[], more: number, whole?: Whole, statements?: Statement[],
 * }} Hit
 *
 * `complete` counts the hits that have all words. Only the texts tell whether a record has a phrase of
 * several words, or words near each other: where `facets` are asked for and not too many are in doubt
 * all of these are read; else `sure` is false, and total, complete and facets are an upper bound.
 * `suggestion` is a whole query; `also` are other names that were sought too; `notes` are sentences
 * about what could not be done; `unneeded` are stop words, as typed, that nothing found needs to have.
 * Of the kinds in `facets` an `unlisted` one was found, but is listed only where it is asked for, and
 * is not in `total`.
 * @typedef {{
 *   total: number, complete: number, sure: boolean, hits: Hit[], facets: Facets | null,
 *   suggestion: string | null, also: string[], notes: string[], unneeded: string[],
 * }} Answer
 */

/** @returns {Answer} */
export function nothing() {
  return { total: 0, complete: 0, sure: true, hits: [], facets: null, suggestion: null, also: [], notes: [], unneeded: [] };
}
