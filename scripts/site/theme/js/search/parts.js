/**
 * @file Owns the places of the search page (templates/search.html): where one types, and where what is found is put.
 */

import { the } from "./dom.js";

/** @typedef {import("./naming.js").Entry} Entry */
/** @typedef {import("./naming.js").Names} Names */

export const page = the("[data-search-page]");
export const form = /** @type {HTMLFormElement} */ (the("form", page));
export const input = /** @type {HTMLInputElement} */ (the("input[name=q]", form));
export const dates = /** @type {Record<"after" | "before", HTMLInputElement>} */ ({ after: the("input[name=after]", page), before: the("input[name=before]", page) });

/** @param {string} name */
export function part(name) {
  return the(`[data-part="${name}"]`, page);
}

/** What the archive calls things, read from the lists that the page offers without scripts; offices have none. @returns {Names} */
export function namesOnPage() {
  const entries = (/** @type {string} */ kind) =>
    [...page.querySelectorAll(`[data-${kind}]`)].map((link) => /** @type {Entry} */ ([link.getAttribute(`data-${kind}`) ?? "", link.textContent?.trim() ?? "", ...JSON.parse(link.getAttribute("data-also") ?? "[]")]));
  return { topic: entries("topic"), person: entries("person"), office: JSON.parse(page.getAttribute("data-offices") ?? "[]") };
}

/** The address of the page about a topic or a person of these lists. @param {"topic" | "person"} kind @param {string} id */
export function pageAbout(kind, id) {
  return /** @type {HTMLAnchorElement} */ (the(`[data-${kind}="${CSS.escape(id)}"]`, page)).href;
}

/** Replacing a list takes the focus with it: give it to what stands there now. @param {() => void} change */
export function keepFocus(change) {
  const control = document.activeElement?.closest("[data-control]")?.getAttribute("data-control");
  change();
  if (!control) return;
  const same = [...page.querySelectorAll("[data-control]")].find((one) => one.getAttribute("data-control") === control);
  const place = same instanceof HTMLElement ? same : part("said");
  place.focus({ preventScroll: true });
}

/** Whether typing needs a keyboard on the screen, which stays over what was found as long as the focus is in the box. */
export const isTouched = () => matchMedia("(pointer: coarse)").matches;

const SILENCE = 1000;
let announcing = 0;

/** Say it to those who hear the page, once nothing has changed for a while. @param {string} words */
export function announce(words) {
  clearTimeout(announcing);
  announcing = setTimeout(() => {
    if (part("status").textContent !== words) part("status").textContent = words;
  }, SILENCE);
}
