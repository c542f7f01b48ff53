/**
 * @file Owns what of a query is carried to a record's page to be marked there: a query by itself.
 */

/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./clauses.js").Query} Query */

/** What a record's page is to mark: a query, and other names that were sought too. @typedef {{ words: string, also: string[] }} Carried */

/** The words and phrases that a query seeks, each by itself. @param {Clause[]} clauses @returns {Clause[]} */
export function sought(clauses) {
  return clauses
    .filter((one) => one.presence !== "prohibited" && one.field !== "title")
    .flatMap((one) => (one.alternatives || one.near ? sought(one.alternatives ?? one.near ?? []) : one.kind === "filter" ? [] : [one]));
}

/**
 * What a query seeks, as a shorter query that an address can carry to a record's page.
 * @param {Query} query
 * @param {readonly string[]} also other names that were sought too
 * @returns {Carried}
 */
export function marksOf(query, also) {
  const own = sought(query.clauses).map((one) => (one.kind === "phrase" ? `"${one.text}"` : one.text + (one.fuzzy ? `~${one.fuzzy}` : "")));
  return { words: own.join(" ").replace(/\s+/g, " "), also: distinct(also) };
}

/** Names that differ in more than capitals, the last spelling of each. @param {readonly string[]} names */
export function distinct(names) {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
