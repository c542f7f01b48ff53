/**
 * @file Owns the list of quick results below a search box: what it shows, which of it is chosen, and what is said instead.
 *
 * A combobox with a list, as WAI-ARIA 1.2 describes it: the focus stays in the box, the arrows choose.
 */

import { make } from "./dom.js";

const SILENCE = 1200;
const MIDDLE = 1;

let lists = 0;

/** The list of one box. */
export class QuickList {
  /** @param {HTMLFormElement} form @param {HTMLInputElement} input */
  constructor(form, input) {
    this.input = input;
    this.list = make("ul", { class: "search__results", role: "listbox", id: `quick-${(lists += 1)}`, "aria-label": "Best matches" });
    this.note = make("p", { class: "search__note", hidden: true });
    this.panel = make("div", { class: "search__panel", hidden: true }, this.list, this.note);
    this.status = make("p", { class: "unseen", role: "status" });
    this.chosen = -1;
    this.announcing = 0;
    form.append(this.panel, this.status);
    input.setAttribute("aria-controls", this.list.id);
    // A press in the list must not take the focus out of the box, which would close the list before the click.
    this.panel.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.openAt(event, event.ctrlKey || event.metaKey));
    this.list.addEventListener("auxclick", (event) => event.button === MIDDLE && this.openAt(event, true));
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  get expanded() {
    return this.input.getAttribute("aria-expanded") === "true";
  }

  /** @param {HTMLElement[]} options @param {string} words what those hear who do not see the list */
  show(options, words) {
    this.list.replaceChildren(...options);
    options.forEach((option, at) => { option.id = `${this.list.id}-${at}`; });
    this.note.hidden = true;
    this.list.hidden = false;
    this.panel.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.choose(-1);
    this.announce(words);
  }

  /** A sentence in place of results. @param {string} words */
  say(words) {
    this.hide();
    if (!words) return;
    this.list.hidden = true;
    this.note.textContent = words;
    this.note.hidden = false;
    this.panel.hidden = false;
    this.announce(words);
  }

  /** To those who hear the page, once typing has stopped. @param {string} words */
  announce(words) {
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => { if (this.status.textContent !== words) this.status.textContent = words; }, SILENCE);
  }

  /** Choose an option; behind the last and before the first is the box itself. @param {number} at */
  choose(at) {
    const { options } = this;
    this.chosen = at < -1 ? options.length - 1 : at >= options.length ? -1 : at;
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === this.chosen)));
    const option = options[this.chosen];
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  /** @param {Event} event @param {boolean} aside */
  openAt({ target }, aside) {
    const option = target instanceof Element && target.closest("[role=option]");
    if (option) this.open(option, aside);
  }

  /** Go where the chosen option leads; false where none is chosen. */
  openChosen() {
    const option = this.options[this.chosen];
    if (option) this.open(option);
    return Boolean(option);
  }

  /** @param {Element} option @param {boolean} [aside] */
  open(option, aside = false) {
    const address = option.getAttribute("data-address") ?? "";
    if (aside) window.open(address, "_blank", "noopener");
    else location.assign(address);
  }

  hide() {
    clearTimeout(this.announcing);
    this.panel.hidden = true;
    this.list.replaceChildren();
    this.status.textContent = "";
    this.chosen = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

/** @param {string} address @param {...HTMLElement} words */
export function option(address, ...words) {
  return make("li", { role: "option", "aria-selected": "false", "data-address": address }, ...words);
}
