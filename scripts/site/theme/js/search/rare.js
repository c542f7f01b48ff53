/**
 * @file Owns what few queries need, as one script that is loaded for them: the whole vocabulary, and what is sought in it.
 */

import { near } from "./nearby.js";
import { withReference } from "./referring.js";
import { similar } from "./similar.js";
import { suggestion } from "./suggest.js";
import { tooMany, tooManyTogether } from "./toomany.js";
import { Vocabulary } from "./vocabulary.js";

/** @typedef {import("./clauses.js").Query} Query */
/** @typedef {import("./nodes.js").Node} Node */
/** @typedef {import("./published.js").Published} Published */

/** @param {string} plain as the index has it */
export const vocabularyFrom = (plain) => new Vocabulary(plain);

/** The terms that are some edits away from a word. @param {string} word @param {number} edits @param {string[]} terms in order */
export const similarTerms = (word, edits, terms) => similar(word, edits, terms);

/** The query as it may have been meant, or null. @param {Query} query @param {Published} index */
export const suggested = (query, index) => suggestion(query, index);

/** What is said of a word for which none is sought. @param {import("./clauses.js").Clause} clause */
export const notSought = (clause) => tooMany(clause);

/** What is said of several. @param {import("./clauses.js").Clause[]} clauses */
export const notSoughtTogether = (clauses) => tooManyTogether(clauses);

/** The part whose parts stand near each other. @param {Node[]} parts @param {number} distance @param {number} boost */
export const nearEachOther = (parts, distance, boost) => near(parts, distance, boost);

/** A 1 for each document whose own reference has the words of one. @param {string} reference @param {Published} index */
export const referring = (reference, index) => withReference(reference, index);
