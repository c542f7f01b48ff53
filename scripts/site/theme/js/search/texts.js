/**
 * @file Owns the texts of a record: as the index publishes them, and as the terms that they are.
 */

import { terms } from "./analysis.js";

/** @typedef {import("./analysis.js").Term} Term */
/** @typedef {import("./answers.js").Person} Person */
/** @typedef {import("./rules.js").Rules} Rules */

/**
 * A record as its file has it; a passage is its anchor, its number or null, its words, and of an ask whose they are.
 * @typedef {{
 *   id: string, kind: string, address: string, title: string, day: string, spoken: string, reference: string | null,
 *   people: { from: Person[], to: Person[], by: Person[] }, topics: { id: string, label: string }[],
 *   passages: [anchor: string, number: number | null, text: string, said?: number][], beside?: string[],
 *   whole?: import("./answers.js").Whole, statements?: import("./answers.js").Statement[],
 * }} Fragment
 *
 * `beside` are texts that stand beside the words of a record: names of people, its meeting, its date.
 *
 * Its texts as terms; `others` are the passages, behind them the reference and what is beside.
 * @typedef {{ title: Term[], others: Term[][] }} Texts
 */

/** @type {WeakMap<Fragment, Texts>} */
const known = new WeakMap();

/**
 * The terms of all texts of a record, analysed once.
 * @param {Fragment} fragment
 * @param {Rules} rules
 * @returns {Texts}
 */
export function textsOf(fragment, rules) {
  let texts = known.get(fragment);
  if (!texts) known.set(fragment, (texts = analysed(fragment, rules)));
  return texts;
}

/**
 * @param {Fragment} fragment
 * @param {Rules} rules
 * @returns {Texts}
 */
function analysed({ title, reference, passages, beside = [] }, rules) {
  const texts = [...passages.map((passage) => passage[2]), ...(reference ? [reference] : []), ...beside];
  return { title: terms(title, rules), others: texts.map((text) => terms(text, rules)) };
}
