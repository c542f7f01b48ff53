/**
 * @file Owns waking what a reader takes away from a record's page: its address, its citation, its words, a print.
 */

import { since } from "./since.js";
import { offerQuotes } from "./quote.js";
import { copied } from "./clipboard.js";
import { makeTabs } from "./tabs.js";

/** The address of the page, with the place in it that the reader has asked for. */
export function permalink() {
  const canonical = document.querySelector("link[rel=canonical]");
  return (canonical instanceof HTMLLinkElement ? canonical.href : location.href.split("#")[0]) + location.hash;
}

/**
 * Words at the foot of every printed sheet: only the root's own properties reach there (css/print.css).
 * @param {string} words
 */
function footOfPaper(words) {
  const { style } = document.documentElement;
  style.setProperty("--foot-address", JSON.stringify(permalink().split("#")[0]));
  style.setProperty("--foot-words", JSON.stringify(words));
}

/** The button below the line that proves the words. @param {HTMLElement} acts */
function offerCommand(acts) {
  const status = /** @type {HTMLElement} */ (acts.querySelector("[role=status]"));
  const line = acts.previousElementSibling?.textContent ?? "";
  acts.querySelector("button")?.addEventListener("click", () => copied(line, "The line", status));
  acts.hidden = false;
}

const command = document.getElementById("copy-command");
if (command) offerCommand(command);

const bar = document.querySelector("[data-take]");
if (bar instanceof HTMLElement) {
  const status = /** @type {HTMLElement} */ (bar.querySelector("[role=status]"));
  const doc = document.querySelector("section.doc");
  const press = (/** @type {string} */ name, /** @type {() => void} */ act) => {
    const button = /** @type {HTMLButtonElement | null} */ (bar.querySelector(`[data-press=${name}]`));
    button?.addEventListener("click", act);
    button?.removeAttribute("hidden");
  };
  press("link", () => copied(permalink(), "The address", status));
  press("print", () => print());
  bar.querySelectorAll("[data-tabs]").forEach((place) => makeTabs(/** @type {HTMLElement} */ (place), status));
  footOfPaper(bar.dataset.foot ?? "");
  if (doc instanceof HTMLElement && bar.dataset.take) offerQuotes(doc, bar.dataset.take, status);
  since(bar);
}
