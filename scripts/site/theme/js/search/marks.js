/**
 * @file Owns the marks on a record's page that was opened from a result: what was sought is marked in its text.
 *
 * The address says what to mark (`?marks=`). Text nodes are wrapped; the words of the page stay what they are.
 */

import { SITE, counted, make } from "./dom.js";
import { found, patterns } from "./finding.js";
import { parse } from "./query.js";
import { rulesFrom } from "./rules.js";

/** @typedef {import("./rules.js").Rules} Rules */

const BLOCKS = "p, li, h2, h3, h4, blockquote";
const LONGEST_CONTEXT = 90;

/** One place that is marked: several elements where a link or an abbreviation begins or ends in it. @typedef {HTMLElement[]} Place */

/** The rules of the published index; without them every word is sought as it stands. @returns {Promise<Rules>} */
async function rules() {
  try {
    const root = await (await fetch(new URL("search/root.json", SITE))).json();
    return rulesFrom(root.rules);
  } catch {
    return rulesFrom({ stop: "", acronyms: "", stems: {} });
  }
}

/**
 * The text nodes of a document by the block that they stand in.
 * @param {HTMLElement} doc
 * @returns {Text[][]}
 */
function blocksOf(doc) {
  const walker = document.createTreeWalker(doc, NodeFilter.SHOW_TEXT);
  /** @type {Map<Element, Text[]>} */
  const blocks = new Map();
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const block = node.parentElement?.closest(BLOCKS);
    if (block) blocks.set(block, [...(blocks.get(block) ?? []), node]);
  }
  return [...blocks.values()];
}

/**
 * Wrap what was found in a block's text.
 * @param {Text[]} nodes
 * @param {{ start: number, end: number }[]} spans
 * @returns {Place[]}
 */
function wrap(nodes, spans) {
  /** @type {Place[]} */
  const places = spans.map(() => []);
  let offset = nodes.reduce((length, node) => length + node.data.length, 0);
  // From the end, so that a node that is split keeps the offsets of what stands before.
  for (const node of [...nodes].reverse()) {
    offset -= node.data.length;
    const begin = offset, length = node.data.length;
    for (let at = spans.length - 1; at >= 0; at -= 1) {
      const start = Math.max(0, spans[at].start - begin), end = Math.min(length, spans[at].end - begin);
      if (start < end) places[at].unshift(wrapped(node, start, end));
    }
  }
  return places.filter((place) => place.length);
}

/** @param {Text} node @param {number} start @param {number} end @returns {HTMLElement} */
function wrapped(node, start, end) {
  const words = start ? node.splitText(start) : node;
  if (end - start < words.data.length) words.splitText(end - start);
  const mark = make("mark", { class: "hit" });
  words.replaceWith(mark);
  mark.append(words);
  return mark;
}

/** The bar above the text: how many, next, previous, and a way out. */
class Bar {
  /** @param {HTMLElement} doc @param {Place[]} places @param {string} marks */
  constructor(doc, places, marks) {
    this.doc = doc;
    this.places = places;
    this.marks = marks;
    this.at = -1;
    this.count = make("span", { class: "marks__count" });
    this.status = make("p", { class: "unseen", role: "status" });
    const button = (/** @type {string} */ words, /** @type {() => void} */ act) => {
      const element = make("button", { type: "button" }, words);
      element.addEventListener("click", act);
      return element;
    };
    const steps = places.length > 1 ? [button("Previous", () => this.step(-1)), button("Next", () => this.step(1))] : places.length ? [button("Show", () => this.step(1))] : [];
    this.element = make("section", { class: "marks", "aria-label": "Marked words" }, make("p", { class: "marks__words" }, this.count, " ", make("em", {}, marks)), make("div", { class: "marks__steps" }, ...steps, button("Remove marks", () => this.remove())), this.status);
    this.tell();
  }

  tell() {
    const { length } = this.places;
    this.count.textContent = length === 0 ? "Not found in this text:" : this.at < 0 ? `${counted(length, "match", "matches")} for` : `${this.at + 1} of ${length} for`;
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
    for (const mark of this.places.flat()) {
      const { parentElement } = mark;
      mark.replaceWith(...mark.childNodes);
      parentElement?.normalize();
    }
    this.element.remove();
    this.doc.removeAttribute("data-marked");
    const address = new URL(location.href);
    address.searchParams.delete("marks");
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

/** @param {string} marks @param {HTMLElement} doc */
async function mark(marks, doc) {
  const known = await rules();
  const sought = patterns(parse(marks).query, known);
  const places = blocksOf(doc).flatMap((nodes) => wrap(nodes, found(nodes.map((node) => node.data).join(""), sought, known)));
  doc.toggleAttribute("data-marked", places.length > 0);
  doc.before(new Bar(doc, places, marks).element);
  // What was put above the text has moved the paragraph that the address names.
  document.querySelector(":target")?.scrollIntoView();
}

const marks = new URLSearchParams(location.search).get("marks")?.trim();
const doc = document.querySelector("section.doc");
if (marks && doc instanceof HTMLElement) mark(marks, doc);
