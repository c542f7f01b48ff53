/**
 * @file Owns how a found record is shown: what it is, whose, and its best passages, each leading to its paragraph.
 */

import { counted, make, marked } from "./dom.js";
import { addressOf, factsOf, placeOf } from "./facts.js";
import { numberOf, partOf } from "./parthits.js";
import { quotation } from "./passages.js";

/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./answers.js").Hit} Hit */
/** @typedef {import("./answers.js").Passage} Passage */
/** @typedef {import("./carried.js").Carried} Carried */

/**
 * @param {Hit} hit
 * @param {Carried} marks what the record's page is to mark
 * @returns {HTMLLIElement}
 */
export function hitItem(hit, marks) {
  const facts = factsOf(hit);
  const title = hit.whole ? [hit.whole[0], numberOf(hit)] : marked(hit.titlePieces);
  const words = hit.whole ? partOf(hit, marks) : hit.passages.map((passage) => passageOf(hit, passage, marks));
  return make(
    "li", { class: "find" },
    make("p", { class: "kicker" }, make("b", {}, hit.kind), " ", make("time", { datetime: hit.day }, hit.spoken)),
    make("h3", { class: "find__title words" }, make("a", { href: placeOf(hit, marks) }, ...title)),
    ...(facts.length ? [make("p", { class: "find__facts" }, facts.join(" · "))] : []),
    ...words,
    ...(hit.more ? [make("p", { class: "find__more" }, make("a", { href: addressOf(hit, marks) }, `${counted(hit.more, "more passage")} in this ${hit.kind}`))] : []),
  );
}

/** @param {Hit} hit @param {Passage} passage @param {Carried} marks */
function passageOf(hit, passage, marks) {
  const href = addressOf(hit, marks, passage.anchor);
  const ask = /^ask-(\d+)$/.exec(passage.anchor)?.[1];
  return ask ? askOf(hit, passage, href, ask) : quotation(passage, href, `${hit.kind} of ${hit.spoken}`);
}

/** Hits, of which motions do not show asks that are hits themselves. @param {Hit[]} hits @returns {Hit[]} */
export function sparing(hits) {
  const listed = new Set(hits.map(({ id }) => id));
  return hits.map((hit) => {
    const passages = hit.passages.filter(({ anchor }) => !listed.has(`${hit.id}#${anchor}`));
    return passages.length === hit.passages.length ? hit : { ...hit, passages, more: 0 };
  });
}

/** What a motion asks, where its own words are not held: in our words, so not set as a quotation. @param {Hit} hit @param {Passage} passage @param {string} href @param {string} number */
function askOf(hit, passage, href, number) {
  const link = make("a", { href, "aria-label": `Ask ${number} of the ${hit.kind} of ${hit.spoken}` }, `Ask ${number}`);
  return make("p", { class: "find__ask" }, link, ", in our words: ", ...marked(passage.pieces));
}

/**
 * The line below the records that have all words.
 * @param {Answer} answer
 * @returns {HTMLLIElement}
 */
export function lineItem({ complete, sure }) {
  const above = complete === 0
    ? "No record has all of these words. The records below have some of them."
    : `${complete === 1 ? "The record above has" : `The ${sure ? complete.toLocaleString("en-GB") : "records"} above have`} all words; the records below have some of them.`;
  return make("li", { class: "finds__line" }, make("p", {}, above));
}
