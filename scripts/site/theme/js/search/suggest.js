/**
 * @file Owns did-you-mean: after nothing was found, the query with its unknown words as they are spelt elsewhere.
 */

import { words } from "./analysis.js";
import { OWN } from "./postings.js";
import { similar } from "./similar.js";

/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./clauses.js").Query} Query */
/** @typedef {import("./published.js").Published} Published */

const LEAST_LETTERS = 4;
const LETTERS_FOR_TWO = 6;
const MOST_COMPARED = 12;

/** A number, a date or a reference is what it is: the nearest other one is not meant. */
const DIGIT = /\p{N}/u;

/**
 * The query as it may have been meant, or null. Whether it finds anything is for the index to say.
 * @param {Query} query
 * @param {Published} index
 * @returns {Promise<Query | null>}
 */
export async function suggestion(query, index) {
  const meant = structuredClone(query);
  for (const clause of [...clauses(meant.clauses)].sort((one, other) => other.start - one.start)) {
    for (const { surface, start, end, compound } of words(clause.text).reverse()) {
      if (surface.length < LEAST_LETTERS || compound !== null || DIGIT.test(surface) || (await mostUsed([surface], index))) continue;
      const better = await nearest(surface, index);
      if (!better) continue;
      meant.text = replaced(meant.text, clause, clause.text.slice(start, end), better);
      clause.text = clause.text.slice(0, start) + better + clause.text.slice(end);
    }
  }
  return meant.text === query.text ? null : meant;
}

/**
 * The clauses that ask for words, wherever they are.
 * @param {Clause[]} given
 * @returns {Generator<Clause>}
 */
function* clauses(given) {
  for (const clause of given) {
    const inner = clause.alternatives ?? clause.near;
    if (inner) yield* clauses(inner);
    else if (clause.kind !== "filter" && clause.wildcard === "none" && clause.presence !== "prohibited") yield clause;
  }
}

/**
 * The word in most documents of those that are the fewest edits away.
 * @param {string} surface
 * @param {Published} index
 */
async function nearest(surface, index) {
  const { words: all } = await index.vocabulary();
  for (const edits of surface.length < LETTERS_FOR_TWO ? [1] : [1, 2]) {
    const near = similar(OWN + surface, edits, all).filter((term) => term.startsWith(OWN));
    const likely = near.sort((one, other) => Number(other[1] === surface[0]) - Number(one[1] === surface[0]));
    const best = await mostUsed(likely.slice(0, MOST_COMPARED).map((term) => term.slice(OWN.length)), index);
    if (best) return best;
  }
  return null;
}

/**
 * @param {string[]} surfaces
 * @param {Published} index
 */
async function mostUsed(surfaces, index) {
  const postings = await Promise.all(surfaces.map((surface) => index.exactly(surface)));
  const counts = postings.map(({ fields }) => fields.exact?.documents.length ?? 0);
  const most = Math.max(0, ...counts);
  return most ? surfaces[counts.indexOf(most)] : null;
}

/**
 * @param {string} text
 * @param {Clause} clause
 * @param {string} typed
 * @param {string} meant
 */
function replaced(text, clause, typed, meant) {
  const at = text.lastIndexOf(typed, clause.end - typed.length);
  return at < clause.start ? text : text.slice(0, at) + meant + text.slice(at + typed.length);
}
