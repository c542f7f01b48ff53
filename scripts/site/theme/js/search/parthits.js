/**
 * @file Owns how a found ask or commitment is shown: what it is a part of, its words and whose, and what became of it.
 */

import { make, marked } from "./dom.js";
import { addressOf } from "./facts.js";
import { quotation } from "./passages.js";

/** @typedef {import("./answers.js").Hit} Hit */
/** @typedef {import("./answers.js").Passage} Passage */
/** @typedef {import("./answers.js").Statement} Statement */
/** @typedef {import("./carried.js").Carried} Carried */

/** Its number in its record, behind the record's title. @param {Hit} hit */
export function numberOf({ kind, whole }) {
  return make("span", { class: "find__part" }, `, ${kind} ${whole?.[1]}`);
}

/** What stands below its title. @param {Hit} hit @param {Carried | null} marks @returns {HTMLElement[]} */
export function partOf(hit, marks) {
  const { kind, passages, titlePieces, statements = [] } = hit;
  const record = `${kind === "ask" ? "motion" : "letter"} of ${hit.spoken}`;
  /** @type {HTMLElement[]} */
  const own = passages.filter(({ said }) => said === null).map((passage) => quotation(passage, leading(hit, passage, marks), record));
  if (kind === "ask" && own.length) own.unshift(make("p", { class: "find__facts find__whose" }, "The motion’s own words:"));
  const summary = kind === "ask" ? [make("p", { class: "find__ask" }, "In our words: ", ...marked(titlePieces))] : [];
  const states = statements.map((one, at) => stateOf(one, passages.filter(({ said }) => said === at), marks));
  return [...summary, ...own, ...(states.length ? states : [make("p", { class: "find__facts" }, kind === "ask" ? "No response is recorded in this archive." : "No later evidence in this archive.")])];
}

/** What was judged of it, with the words on which that rests. @param {Statement} statement @param {Passage[]} passages @param {Carried | null} marks */
function stateOf([, state, spoken, letter, address], passages, marks) {
  const chip = make("span", { class: `chip chip--${state.replace(" ", "-")}` }, state);
  const said = make("p", { class: "find__state" }, chip, " ", make("span", { class: "count" }, letter ? `${letter}, ${spoken}` : `as of ${spoken}`));
  return make("div", { class: "find__answer" }, said, ...passages.map((passage) => quotation(passage, leading({ address }, passage, marks), `letter of ${spoken}`)));
}

/** The way to words in their record, where what was sought is marked if they hold any of it. @param {Pick<Hit, "address">} record @param {Passage} passage @param {Carried | null} marks */
function leading(record, { anchor, pieces }, marks) {
  return addressOf(record, pieces.some(({ mark }) => mark) ? marks : null, anchor);
}
