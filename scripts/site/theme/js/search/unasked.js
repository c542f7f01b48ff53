/**
 * @file Owns what a query does not ask for: parts of records that would only say again what their records say.
 *
 * A commitment's words stand in its letter, which is found by them. An ask has words of its own and
 * an answer to show, but where no words are sought its motion tells of it.
 */

/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./clauses.js").Query} Query */

const OF_PARTS = ["kind", "response", "delivery"];

/** @param {Query} query @returns {("ask" | "commitment")[]} */
export function unasked({ clauses }) {
  const positive = clauses.filter((one) => one.presence !== "prohibited");
  if (positive.some((one) => (one.alternatives ?? [one]).some(({ filter }) => filter && OF_PARTS.includes(filter.name)))) return [];
  return positive.some(({ kind }) => kind !== "filter") ? ["commitment"] : ["ask", "commitment"];
}
