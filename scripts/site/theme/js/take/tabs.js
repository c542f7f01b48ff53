/**
 * @file Owns showing one of several forms at a time (`data-tabs`): without this they stand one under another.
 *
 * Keys as in https://www.w3.org/WAI/ARIA/apg/patterns/tabs/: arrows, Home and End move and show.
 */

import { make } from "../search/dom.js";
import { copied } from "./clipboard.js";

const KEYS = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

/** @param {HTMLElement} place whose sections become panels @param {HTMLElement} status */
export function makeTabs(place, status) {
  const panels = /** @type {HTMLElement[]} */ ([...place.querySelectorAll("section")]);
  const tabs = panels.map(asTab);
  const show = (/** @type {number} */ at) => {
    tabs.forEach((tab, index) => {
      tab.setAttribute("aria-selected", String(index === at));
      tab.tabIndex = index === at ? 0 : -1;
      panels[index].hidden = index !== at;
    });
  };
  const list = make("div", { role: "tablist", class: "tabs", "aria-label": place.dataset.tabs }, ...tabs);
  list.addEventListener("click", (event) => {
    const at = tabs.findIndex((tab) => tab === event.target);
    if (at >= 0) show(at);
  });
  list.addEventListener("keydown", (event) => {
    const by = KEYS[/** @type {keyof typeof KEYS} */ (event.key)];
    if (!by) return;
    event.preventDefault();
    const from = tabs.findIndex((tab) => tab === document.activeElement);
    const at = Number.isFinite(by) ? (from + by + tabs.length) % tabs.length : by < 0 ? 0 : tabs.length - 1;
    show(at);
    tabs[at].focus();
  });
  panels.forEach((panel) => withCopy(panel, status));
  place.prepend(list);
  show(0);
}

/** The tab of a panel: its name moves there. @param {HTMLElement} panel */
function asTab(panel) {
  const name = /** @type {HTMLElement} */ (panel.querySelector("[data-name]"));
  const tab = make("button", { type: "button", role: "tab", id: `${panel.id}-tab`, "aria-controls": panel.id }, name.textContent ?? "");
  name.hidden = true;
  panel.setAttribute("role", "tabpanel");
  panel.setAttribute("aria-labelledby", tab.id);
  panel.tabIndex = 0;
  return tab;
}

/** @param {HTMLElement} panel @param {HTMLElement} status */
function withCopy(panel, status) {
  const text = /** @type {HTMLElement} */ (panel.querySelector("[data-text]"));
  const button = make("button", { type: "button" }, "Copy");
  const italics = text.querySelector("i") ? text.innerHTML : undefined;
  button.addEventListener("click", () => copied(text.textContent ?? "", "The citation", status, italics));
  panel.querySelector("[data-acts]")?.prepend(button);
}
