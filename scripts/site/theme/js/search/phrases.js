/**
 * @file Owns phrases: pairs of adjacent words tell which documents may have them, the texts which do.
 */

import { isWhole, mayGoOn } from "./amounts.js";
import { isWritten } from "./analysis.js";
import { EXACTLY, leaf, levelled } from "./nodes.js";

/** @typedef {import("./analysis.js").Term} Term */
/** @typedef {import("./nodes.js").Node} Node */
/** @typedef {import("./nodes.js").Place} Place */
/** @typedef {import("./published.js").Published} Published */
/** @typedef {import("./score.js").TermPostings} TermPostings */
/** @typedef {Pick<Term, "exact" | "possessive" | "continues" | "continued">} Sought */

/** Pairs that are asked for at most: more would cost bytes, and the texts decide anyway. */
const MOST_PAIRS = 4;

/**
 * Some words in a row, exactly as they are written. A single one is meant literally. Where one has
 * an 's, only texts that have it too are meant: without it, a word stands for both.
 * @param {Published} index
 * @param {Sought[]} row
 * @param {{ boost: number, titleOnly: boolean }} how
 * @returns {Promise<Node>}
 */
export async function phrase(index, row, { boost, titleOnly }) {
  const words = row.map(({ exact }) => exact);
  /** @type {TermPostings[]} */
  const asked = words.length > 1 ? await pairs(index, words) : [await index.exactly(words[0] ?? "")];
  const rows = asked.map(({ fields }) => (fields.pair ?? fields.exact)?.documents ?? new Uint32Array());
  const [first, ...others] = rows.sort((one, other) => one.length - other.length).map((row) => [...row]);
  const sets = others.map((row) => new Set(row));
  const found = first.filter((number) => sets.every((row) => row.has(number)));
  return leaf({
    levels: levelled(index.documents, [[found, EXACTLY]]),
    sure: words.length < 3 && !titleOnly && !row.some(({ possessive }) => possessive) && !(words.length && mayGoOn(row)),
    titleOnly,
    scored: asked.map((postings) => ({ postings, fields: ["exact", "pair"], boost })),
    places: (terms) => rowsOf(row, terms),
  });
}

/**
 * The postings of enough pairs to hold each word once.
 * @param {Published} index
 * @param {string[]} words
 */
function pairs(index, words) {
  const firsts = [];
  for (let at = 0; at < words.length; at += 2) firsts.push(Math.min(at, words.length - 2));
  return Promise.all(rarest(firsts, words).map((at) => pair(index, words[at], words[at + 1])));
}

/**
 * The postings of two words that follow each other.
 * @param {Published} index
 * @param {string} first
 * @param {string} second
 */
export async function pair(index, first, second) {
  const documents = await index.pairs.documents(first, second);
  return { term: `${first} ${second}`, fields: { pair: { documents, times: new Float64Array(documents.length).fill(1) } } };
}

/**
 * The places whose words are longest, as these are in the fewest documents.
 * @param {number[]} firsts
 * @param {string[]} words
 */
function rarest(firsts, words) {
  const length = (/** @type {number} */ at) => words[at].length + words[at + 1].length;
  return [...firsts].sort((one, other) => length(other) - length(one)).slice(0, MOST_PAIRS);
}

/**
 * Where words stand in a row.
 * @param {Sought[]} row
 * @param {Term[]} terms
 * @returns {Place[]}
 */
function rowsOf(row, terms) {
  const single = terms.filter((term) => !term.joined);
  return single
    .filter((_, at) => row.length > 0 && row.every((word, more) => isWritten(word, single[at + more])) && isWhole(single.slice(at, at + row.length)))
    .map(({ position }) => [position, position + row.length - 1]);
}
