/**
 * @file Owns the bar above a text with marks: how many there are, the way from one to the next, and the way out.
 */

import { counted, make } from "./dom.js";
import { BLOCKS, unwrap } from "./wrapping.js";

/** @typedef {import("./carried.js").Carried} Carried */
/** @typedef {import("./wrapping.js").Place} Place */

const LONGEST_CONTEXT = 90;

/** The bar above the text: how many, next, previous, and a way out. */
export class Bar {
  /** @param {HTMLElement} doc @param {Place[]} places @param {Carried} marks @param {string} where they are, if not in the text */
  constructor(doc, places, marks, where) {
    this.doc = doc;
    this.where = where;
    this.places = places;
    this.at = -1;
    this.count = make("span", { class: "marks__count" });
    this.status = make("p", { class: "unseen", role: "status" });
    const button = (/** @type {string} */ words, /** @type {() => void} */ act) => {
      const element = make("button", { type: "button" }, words);
      element.addEventListener("click", act);
      return element;
    };
    const steps = places.length > 1 ? [button("Previous", () => this.step(-1)), button("Next", () => this.step(1))] : places.length ? [button("Show", () => this.step(1))] : [];
    const also = marks.also.length ? [" (also: ", make("em", {}, marks.also.join(", ")), ")"] : [];
    this.element = make("section", { class: "marks", "aria-label": "Marked words" }, make("p", { class: "marks__words" }, this.count, " ", make("em", {}, marks.words), ...also), make("div", { class: "marks__steps" }, ...steps, button("Remove marks", () => this.remove())), this.status);
    this.tell();
  }

  tell() {
    const { length } = this.places;
    this.count.textContent = length === 0 ? "Not found in this text:" : this.at < 0 && this.where ? `Found ${this.where}:` : this.at < 0 ? `${counted(length, "match", "matches")} for` : `${this.at + 1} of ${length} for`;
  }

  /** @param {number} by */
  step(by) {
    const { length } = this.places;
    this.places[this.at]?.forEach((mark) => mark.classList.remove("hit--current"));
    this.at = this.at < 0 ? this.first(by) : (this.at + by + length) % length;
    const place = this.places[this.at];
    place.forEach((mark) => mark.classList.add("hit--current"));
    place[0].scrollIntoView({ block: "center" });
    this.tell();
    this.status.textContent = `${this.at + 1} of ${length}: ${contextOf(place)}`;
  }

  /** Where to begin: in the paragraph that the address names, or behind it. @param {number} by */
  first(by) {
    const target = by > 0 && document.querySelector(":target");
    const inOrBehind = Node.DOCUMENT_POSITION_CONTAINED_BY | Node.DOCUMENT_POSITION_FOLLOWING;
    const there = target ? this.places.findIndex(([mark]) => target.compareDocumentPosition(mark) & inOrBehind) : -1;
    return there >= 0 ? there : by > 0 ? 0 : this.places.length - 1;
  }

  /** Everything as it was, the address too. */
  remove() {
    const reached = this.places[this.at]?.[0].closest(BLOCKS);
    unwrap(this.places);
    this.element.remove();
    this.doc.removeAttribute("data-marked");
    const address = new URL(location.href);
    for (const one of ["marks", "also"]) address.searchParams.delete(one);
    history.replaceState(history.state, "", address);
    const place = reached instanceof HTMLElement ? reached : this.doc;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
  }
}

/** A marked place with the words around it, to be heard. @param {Place} place */
function contextOf(place) {
  const paragraph = place[0].closest(".para")?.querySelector(".para-no")?.getAttribute("data-number");
  const block = place[0].closest(BLOCKS);
  const words = place.map((mark) => mark.textContent).join("");
  const range = document.createRange();
  range.setStart(block ?? place[0], 0);
  range.setEndBefore(place[0]);
  const before = range.toString().slice(-LONGEST_CONTEXT / 2).replace(/^\S*\s/, "");
  const behind = (block?.textContent ?? "").slice(range.toString().length + words.length, range.toString().length + words.length + LONGEST_CONTEXT / 2).replace(/\s\S*$/, "");
  return `${paragraph ? `paragraph ${paragraph}: ` : ""}${before}${words}${behind}`.replace(/\s+/g, " ").trim();
}
