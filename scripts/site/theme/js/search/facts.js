/**
 * @file Owns what is said of a found record wherever it is listed: where it is, whose it is, and what it is about.
 */

import { SITE } from "./dom.js";

/** @typedef {import("./answers.js").Hit} Hit */
/** @typedef {import("./carried.js").Carried} Carried */
/** @typedef {import("./answers.js").Person} Person */

/** Where a record is, with what is to be marked there. @param {Pick<Hit, "address">} hit @param {Carried | null} marks @param {string} [anchor] in place of the address's own */
export function addressOf(hit, marks, anchor = "") {
  const address = new URL(hit.address, SITE);
  if (address.protocol === "file:") address.pathname += "index.html"; // a disk does not know what page a folder shows
  if (marks?.words) address.searchParams.set("marks", marks.words);
  for (const name of marks?.also ?? []) address.searchParams.append("also", name);
  if (anchor) address.hash = anchor;
  return address.href;
}

/** Where a hit leads: an ask or a commitment to its place in the ledger, where nothing is marked. @param {Hit} hit @param {Carried | null} marks */
export function placeOf(hit, marks) {
  return addressOf(hit, hit.whole ? null : marks);
}

/** Who wrote it or moved it, and what it is about. @param {Hit} hit @returns {string[]} */
export function factsOf({ people, topics }) {
  const names = (/** @type {Person[]} */ some) => some.map(({ name }) => name).join(", ");
  const [reader, ...copied] = people.to;
  const sent = [names(people.from), reader?.name].filter(Boolean).join(" to ");
  const letter = sent ? [copied.length ? `${sent}, copied to ${names(copied)}` : sent] : [];
  const motion = people.by.length ? [`${people.by.length > 1 ? "moved, seconded or amended by" : "by"} ${names(people.by)}`] : [];
  return [...letter, ...motion, ...(topics.length ? [topics.map(({ label }) => label).join(", ")] : [])];
}
