/**
 * @file Owns how found words are shown: quoted, then the sign that leads to their paragraph.
 */

import { make, marked } from "./dom.js";

/** @typedef {import("./answers.js").Passage} Passage */

/**
 * @param {Passage} passage
 * @param {string} href
 * @param {string} of what they are words of: "letter of 22 September 2021"
 */
export function quotation({ number, pieces }, href, of) {
  const name = number === null ? `This passage of the ${of}` : `Paragraph ${number} of the ${of}`;
  const sign = make("a", { class: "pilcrow", href, "aria-label": name }, number === null ? "¶" : `¶\u00a0${number}`);
  const quote = make("blockquote", { class: "find__passage words" }, ...marked(pieces), " ", sign);
  // The words lead there as well, but can be selected and copied like any others.
  quote.addEventListener("click", (event) => {
    if (event.target !== sign && getSelection()?.isCollapsed !== false) sign.click();
  });
  return quote;
}
