/**
 * @file Owns what is shown of a found record: its title and its best passages, with what was sought marked in them.
 */

import { words } from "./analysis.js";
import { excerpt, marked, opening, worth } from "./excerpts.js";

/** @typedef {import("./answers.js").Hit} Hit */
/** @typedef {import("./answers.js").Passage} Passage */
/** @typedef {import("./nodes.js").Node} Node */
/** @typedef {import("./ranking.js").Found} Found */
/** @typedef {import("./rules.js").Rules} Rules */
/** @typedef {import("./settling.js").Read} Read */

const MOST_PASSAGES = 2;

/** Words that a passage needs to tell something: "Dear Andrew," does not. */
const LEAST_WORDS = 8;

/**
 * @param {Read} read
 * @param {Found} what
 * @param {Node[]} sought
 * @param {Rules} rules
 * @returns {Hit}
 */
export function hitOf(read, { tiers, scores }, sought, rules) {
  const { number, fragment, texts } = read;
  const { passages: _, beside: __, ...shown } = fragment;
  const titlePlaces = sought.flatMap((node) => node.places(texts.title));
  const passages = fragment.whole ? { passages: wordsOf(read, sought), more: 0 } : passagesOf(read, sought);
  return { ...shown, number, titlePieces: marked(fragment.title, titlePlaces), tier: tiers[number], score: scores[number], ...passages };
}

/**
 * Of an ask or a commitment the words of each who speaks that hold most of what was sought, and the
 * newest whatever they hold.
 * @param {Read} read
 * @param {Node[]} sought
 * @returns {Passage[]}
 */
function wordsOf({ fragment, texts }, sought) {
  const all = fragment.passages.map(([anchor, number, text, said = null], at) => {
    const rows = sought.map((node) => node.places(texts.others[at]));
    return { anchor, number, text, said, rows, worth: worth(rows) };
  });
  const speakers = [...new Set(all.map(({ said }) => said))];
  const best = speakers.map((said) => all.filter((one) => one.said === said).reduce((one, other) => (other.worth > one.worth ? other : one)));
  return best
    .filter((one, at) => one.worth > 0 || at === best.length - 1)
    .map(({ anchor, number, text, said, rows, worth: found }) => ({ anchor, number, said, pieces: found > 0 ? excerpt(text, rows) : opening(text) }));
}

/**
 * The passages that hold most of what was sought, in the order of the text, and how many more hold
 * any; where none does, how the text begins.
 * @param {Read} read
 * @param {Node[]} sought
 * @returns {{ passages: Passage[], more: number }}
 */
function passagesOf({ fragment, texts }, sought) {
  const found = fragment.passages
    .map(([anchor, number, text], at) => ({ anchor, number, text, at, rows: sought.map((node) => node.places(texts.others[at])) }))
    .filter(({ rows }) => rows.some((places) => places.length));
  if (!found.length) return { passages: beginning(fragment.passages), more: 0 };
  const best = found
    .map((one) => ({ ...one, worth: worth(one.rows) }))
    .sort((one, other) => other.worth - one.worth || one.at - other.at)
    .slice(0, MOST_PASSAGES)
    .sort((one, other) => one.at - other.at);
  return { passages: best.map(({ anchor, number, text, rows }) => ({ anchor, number, pieces: excerpt(text, rows) })), more: found.length - best.length };
}

/**
 * @param {Read["fragment"]["passages"]} passages
 * @returns {Passage[]}
 */
function beginning(passages) {
  const [anchor, number, text] = passages.find((passage) => words(passage[2]).length >= LEAST_WORDS) ?? passages[0] ?? [];
  return anchor === undefined ? [] : [{ anchor, number: number ?? null, pieces: opening(text ?? "") }];
}
