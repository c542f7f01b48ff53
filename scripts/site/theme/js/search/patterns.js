/**
 * @file Owns words with wildcards, and words that may be misspelt: all words as they are written that fit.
 */

import { foldedPattern } from "./amounts.js";
import { fitting } from "./expand.js";
import { fold } from "./folding.js";
import { rare } from "./later.js";
import { EXACTLY, leaf, levelled, placesOf } from "./nodes.js";
import { OWN } from "./postings.js";

/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./nodes.js").Node} Node */
/** @typedef {import("./plan.js").Context} Context */
/** @typedef {import("./published.js").Published} Published */

const LEAST_BEGINNING = 3;
const ENDINGS = 3;

/** What may be missing of a word whose ending has begun: with each, the stemmer takes more than ENDINGS away. */
const TAILS = ["", "s", "e", "es", "d", "ed", "g", "gs", "ng", "ngs", "ing", "t", "ts", "nt", "nts", "ent", "ents", "y", "ly", "ty", "ties", "l", "al", "n", "ns", "on", "ons", "ion", "ions", "r", "rs", "er", "ers"];

/** Shards of the index that one pattern may fetch: some 70 kB of an archive with 10,000 records. */
const MOST_SHARDS = 64;

/** Shards that all patterns of a query may fetch: "a* b* c*" would else have all of the index. */
const MOST_TOGETHER = 128;

/** What the patterns of a query fetch, and those that would fetch too much beside the others. @typedef {{ shards: Set<number>, crowded: Set<Clause> }} Fetching */

/**
 * A word with wildcards, or one that may be misspelt: any word as it is written that fits. Where too
 * many do, none is sought, and a note says so; too many together with other patterns are told of by the plan.
 * @param {Clause} clause
 * @param {Context} context
 * @returns {Promise<Node>}
 */
export async function pattern(clause, { index, titleOnly, boost, notes, fetching }) {
  const sought = foldedPattern(clause.text, fold);
  const allowed = (/** @type {Set<number>} */ shards) => isAllowed(shards, clause, fetching);
  const surfaces = clause.fuzzy > 0 ? await similarWords(sought, clause.fuzzy, index, allowed) : await fittingWords(sought, index, allowed);
  if (!surfaces && !fetching.crowded.has(clause)) notes.add((await rare()).notSought(clause));
  const postings = await Promise.all([...(surfaces ?? [])].map((surface) => index.exactly(surface)));
  const rows = postings.map(({ fields }) => fields.exact?.documents ?? new Uint32Array());
  return leaf({
    levels: levelled(index.documents, rows.map((row) => [row, EXACTLY])),
    sure: !titleOnly,
    titleOnly,
    scored: postings.map((one) => ({ postings: one, fields: ["exact"], boost })),
    places: placesOf((term) => surfaces?.has(term.exact) ?? false),
  });
}

/** Whether a pattern may fetch these shards; where others of its query leave no room for them, that is noted. @param {Set<number>} shards @param {Clause} clause @param {Fetching} fetching */
function isAllowed(shards, clause, fetching) {
  if (shards.size > MOST_SHARDS) return false;
  const together = new Set([...fetching.shards, ...shards]);
  if (together.size > MOST_TOGETHER) fetching.crowded.add(clause);
  else fetching.shards = together;
  return together.size <= MOST_TOGETHER;
}

/**
 * The exact forms that a pattern fits; null where there are too many. Where it begins with letters,
 * their stems are near.
 * @param {string} sought
 * @param {Published} index
 * @param {(shards: Set<number>) => boolean} allowed
 */
async function fittingWords(sought, index, allowed) {
  const beginning = sought.slice(0, sought.indexOf("*"));
  if (!beginning) return few(fitting(OWN + sought, (await index.vocabulary()).words), index, allowed);
  const least = beginning.slice(0, Math.max(Math.min(LEAST_BEGINNING, beginning.length), beginning.length - ENDINGS));
  /** @type {[first: string, last: string][]} */
  const parts = [[least, `${beginning}\uffff`], [OWN + beginning, `${OWN}${beginning}\uffff`]];
  if (!allowed(new Set(parts.flatMap(([first, last]) => index.terms.places(first, last))))) return null;
  const [[stems, own], far] = await Promise.all([
    Promise.all(parts.map(([first, last]) => index.terms.between(first, last))),
    farEntries(sought, parts[0], index),
  ]);
  const forms = [...stems, ...far].flatMap((entry) => entry.forms.filter((form) => !form.startsWith(OWN)).map((form) => OWN + form));
  return surfacesOf(fitting(OWN + sought, [...forms, ...own.map((entry) => entry.term)]));
}

/**
 * What the index has of words of a pattern whose stems are not among those near its beginning: they
 * are given by hand (trained, training), or much shorter (warnings, warn).
 * @param {string} sought
 * @param {[first: string, last: string]} near
 * @param {Published} index
 */
async function farEntries(sought, [first, last], { rules, terms }) {
  const beginning = sought.slice(0, sought.indexOf("*"));
  const likely = [...fitting(sought, [...rules.given.keys()]), ...TAILS.map((tail) => beginning + tail)];
  const stems = new Set(likely.map(rules.root).filter((stem) => stem < first || stem > last));
  return (await Promise.all([...stems].map((stem) => terms.entry(stem)))).filter((entry) => entry !== null);
}

/** The exact forms that are some edits away; null where there are too many. @param {string} sought @param {number} edits @param {Published} index @param {(shards: Set<number>) => boolean} allowed */
async function similarWords(sought, edits, index, allowed) {
  const [{ similarTerms }, { words }] = await Promise.all([rare(), index.vocabulary()]);
  return few(similarTerms(OWN + sought, edits, words), index, allowed);
}

/** The words of some terms, unless the index has them in too many places. @param {string[]} terms @param {Published} index @param {(shards: Set<number>) => boolean} allowed */
function few(terms, index, allowed) {
  const surfaces = surfacesOf(terms);
  const shards = new Set([...surfaces].map((surface) => index.terms.place(index.rules.root(surface))));
  return allowed(shards) ? surfaces : null;
}

/** @param {string[]} terms */
function surfacesOf(terms) {
  return new Set(terms.filter((term) => term.startsWith(OWN)).map((term) => term.slice(OWN.length)));
}
