/**
 * @file Owns "Copy quote": a button beside words that are selected in a document, which copies them with their source.
 */

import { make } from "../search/dom.js";
import { BLOCKS } from "../search/wrapping.js";
import { copied } from "./clipboard.js";
import { collapsed, directive } from "./fragment.js";

/** @typedef {import("./fragment.js").Part} Part */

/** Between the selected words and the button; a finger's handles hang below the words. */
const GAP = matchMedia("(pointer: coarse)").matches ? 36 : 8;
/** Until the selection has come to rest, in milliseconds. */
const REST = 120;

/** The selection's part within the document, if it holds words. @param {HTMLElement} doc @returns {Range | null} */
function selectedIn(doc) {
  const selection = getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0).cloneRange();
  if (!range.intersectsNode(doc)) return null;
  if (!doc.contains(range.startContainer)) range.setStart(doc, 0);
  if (!doc.contains(range.endContainer)) range.setEnd(doc, doc.childNodes.length);
  return collapsed(range.toString()) ? range : null;
}

/** The blocks of text that a range touches, each with its part of the words. @param {Range} range @param {HTMLElement} doc */
function partsOf(range, doc) {
  /** @type {{ block: HTMLElement, part: Part }[]} */
  const parts = [];
  for (const block of /** @type {NodeListOf<HTMLElement>} */ (doc.querySelectorAll(BLOCKS))) {
    if (block.querySelector(BLOCKS) || !range.intersectsNode(block)) continue;
    const within = document.createRange();
    within.selectNodeContents(block);
    const text = within.toString();
    if (within.comparePoint(range.startContainer, range.startOffset) === 0) within.setStart(range.startContainer, range.startOffset);
    const before = text.length - within.toString().length;
    if (within.comparePoint(range.endContainer, range.endOffset) === 0) within.setEnd(range.endContainer, range.endOffset);
    const words = within.toString();
    const blanks = words.length - words.trimStart().length, kept = words.trim();
    const at = before + blanks;
    if (kept) parts.push({ block, part: { before: text.slice(0, at), words: kept, behind: text.slice(at + kept.length) } });
  }
  return parts;
}

/** The address of the page without its fragment. */
function page() {
  const canonical = document.querySelector("link[rel=canonical]");
  return canonical instanceof HTMLLinkElement ? canonical.href : location.href.split("#")[0];
}

/** @param {string} text */
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/**
 * Selected words with their source and address, as text and as HTML.
 * @param {{ block: HTMLElement, part: Part }[]} parts
 * @param {string} source who said them, in which office, in what, when
 */
function quotation(parts, source) {
  const place = parts[0].block.closest("[id]");
  const number = place?.querySelector(".para-no")?.getAttribute("data-number");
  const said = source + (number ? `, paragraph ${number}` : "");
  const address = `${page()}#${place?.id ?? ""}:~:${directive(parts.map(({ part }) => part), document.body.textContent ?? "")}`;
  const paragraphs = parts.map(({ part }) => collapsed(part.words));
  const html = paragraphs.map((words) => `<p>${escaped(words)}</p>`).join("");
  return {
    text: `“${paragraphs.join("\n\n")}”\n— ${said}. ${address}`,
    html: `<blockquote cite="${escaped(address)}">${html}<p>— <a href="${escaped(address)}">${escaped(said)}</a></p></blockquote>`,
  };
}

/** Put an element below what is selected, or above it where there is no room, and never over it. @param {HTMLElement} element @param {Range} range */
function placeBeside(element, range) {
  const rects = [...range.getClientRects()].filter((rect) => rect.width);
  const top = Math.min(...rects.map((rect) => rect.top)), bottom = Math.max(...rects.map((rect) => rect.bottom));
  const around = /** @type {HTMLElement} */ (element.offsetParent ?? document.body).getBoundingClientRect();
  const { height, width } = element.getBoundingClientRect();
  const above = bottom + GAP + height > innerHeight && top - GAP - height > 0;
  const left = Math.min(rects[rects.length - 1].left, document.documentElement.clientWidth - width - 8);
  element.style.top = `${(above ? top - GAP - height : bottom + GAP) - around.top}px`;
  element.style.left = `${Math.max(8, left) - around.left}px`;
}

/**
 * Offer to copy whatever is selected in a document.
 * @param {HTMLElement} doc
 * @param {string} source
 * @param {HTMLElement} status
 */
export function offerQuotes(doc, source, status) {
  const button = make("button", { type: "button" }, "Copy quote");
  const offer = make("div", { class: "quote", hidden: true }, button);
  let waiting = 0;
  /** @type {{ block: HTMLElement, part: Part }[]} */
  let parts = [];

  function hide() {
    offer.hidden = true;
  }

  function show() {
    const range = selectedIn(doc);
    parts = range ? partsOf(range, doc) : [];
    if (!range || !parts.length) return hide();
    button.textContent = "Copy quote";
    offer.hidden = false;
    placeBeside(offer, range);
  }

  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, REST);
  });
  addEventListener("resize", show);
  document.addEventListener("keydown", (event) => {
    if (offer.hidden) return;
    if (event.key === "Escape") hide();
    // The reader has selected with the keys: the button is what comes next.
    if (event.key === "Tab" && !event.shiftKey && document.activeElement === document.body) {
      event.preventDefault();
      button.focus();
    }
  });
  // Pressing it must not take the selection away.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", async () => {
    const { text, html } = quotation(parts, source);
    if (await copied(text, "The quotation with its source and address", status, html)) button.textContent = "Copied";
  });
  doc.after(offer);
}
