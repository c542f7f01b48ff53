/**
 * @file Owns the search boxes that lead to the search page: quick results while typing, and the keys that lead to the box.
 *
 * A combobox with a list, as WAI-ARIA 1.2 describes it: the focus stays in the box, the arrows choose.
 */

import { Asker, Failed, Overtaken, prepare } from "./client.js";
import { counted, make, marked } from "./dom.js";
import { marksOf } from "./finding.js";
import { addressOf, factsOf } from "./hits.js";
import { startKeys } from "./keys.js";
import { parse } from "./query.js";

/** @typedef {import("./answers.js").Answer} Answer */

const SHOWN = 5;
const TYPING = 120;
const SILENCE = 1200;

let boxes = 0;

/** @param {HTMLFormElement} form */
function mount(form) {
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const id = `search-box-${(boxes += 1)}`;
  const list = make("ul", { class: "search__results", role: "listbox", id, "aria-label": "Best matches" });
  const note = make("p", { class: "search__note", hidden: true });
  const status = make("p", { class: "unseen", role: "status" });
  const panel = make("div", { class: "search__panel", hidden: true }, list, note);
  form.append(panel, status);
  form.classList.add("search__holder");
  for (const [key, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false", "aria-haspopup": "listbox" })) input.setAttribute(key, value);
  const box = new Box(form, input, { panel, list, note, status });
  box.listen();
}

class Box {
  /** @param {HTMLFormElement} form @param {HTMLInputElement} input @param {{ panel: HTMLElement, list: HTMLElement, note: HTMLElement, status: HTMLElement }} parts */
  constructor(form, input, parts) {
    this.form = form;
    this.input = input;
    this.parts = parts;
    this.asker = new Asker({ onSlow: () => this.say("The search is slow to load. Enter leads to the search page.") });
    this.chosen = -1;
    this.timer = 0;
    this.announcing = 0;
  }

  listen() {
    const { input, form, parts } = this;
    input.addEventListener("focus", prepare, { once: true });
    input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.search(), TYPING);
    });
    input.addEventListener("keydown", (event) => this.onKey(event));
    form.addEventListener("submit", (event) => {
      if (this.chosen < 0) return this.close();
      event.preventDefault();
      this.open(this.options[this.chosen]);
    });
    input.addEventListener("blur", () => this.close());
    // A press in the list must not take the focus out of the box, which would close the list before the click.
    parts.panel.addEventListener("pointerdown", (event) => event.preventDefault());
    parts.list.addEventListener("click", (event) => {
      const option = event.target instanceof Element && event.target.closest("[role=option]");
      if (option) this.open(option, event.ctrlKey || event.metaKey);
    });
  }

  get options() {
    return [...this.parts.list.querySelectorAll("[role=option]")];
  }

  async search() {
    const text = this.input.value.trim();
    if (text.length < 2) {
      this.asker.forget();
      return this.close();
    }
    try {
      const { parsed, answer } = await this.asker.ask(beginning(text), { size: SHOWN });
      if (this.input.value.trim() === text && document.activeElement === this.input) this.show(text, marksOf(parsed.query, answer?.also ?? []), answer);
    } catch (error) {
      if (error instanceof Failed) this.say("The search could not be loaded. Enter leads to the search page, where it can be tried again.");
      else if (!(error instanceof Overtaken)) throw error;
    }
  }

  /** @param {string} text @param {string} marks @param {Answer | null} answer */
  show(text, marks, answer) {
    if (!answer?.total) return this.say(answer ? "Nothing found so far. Enter leads to the search page." : "");
    const address = new URL(this.form.action);
    address.searchParams.set("q", text);
    const hits = answer.hits.map((hit) => this.option(
      addressOf(hit, marks),
      make("span", { class: "search__title words" }, ...marked(hit.titlePieces ?? [{ text: hit.title, mark: false }])),
      make("span", { class: "search__facts" }, [`${hit.kind.charAt(0).toUpperCase()}${hit.kind.slice(1)}, ${hit.spoken}`, ...factsOf(hit).slice(0, 1)].join(" · ")),
    ));
    const all = this.option(address.href, make("span", { class: "search__all" }, `All results for “${text}”`));
    this.parts.list.replaceChildren(...hits, all);
    this.options.forEach((option, at) => { option.id = `${this.parts.list.id}-${at}`; });
    this.parts.note.hidden = true;
    this.parts.list.hidden = false;
    this.parts.panel.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.choose(-1);
    this.announce(`${counted(hits.length, "quick result")}. The arrow keys lead to them, Enter to all.`);
  }

  /** @param {string} address @param {...HTMLElement} words */
  option(address, ...words) {
    return make("li", { role: "option", "aria-selected": "false", "data-address": address }, ...words);
  }

  /** A sentence in place of results. @param {string} words */
  say(words) {
    this.hide();
    if (!words) return;
    this.parts.list.hidden = true;
    this.parts.note.textContent = words;
    this.parts.note.hidden = false;
    this.parts.panel.hidden = false;
    this.announce(words);
  }

  /** To those who hear the page, once typing has stopped. @param {string} words */
  announce(words) {
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => { if (this.parts.status.textContent !== words) this.parts.status.textContent = words; }, SILENCE);
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const shown = this.input.getAttribute("aria-expanded") === "true";
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (step && shown) this.choose(this.chosen + step);
    else if (step) this.search();
    else if (event.key === "Escape" && !this.parts.panel.hidden) this.close();
    else return;
    event.preventDefault();
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

  /** @param {Element} option @param {boolean} [aside] */
  open(option, aside = false) {
    const address = option.getAttribute("data-address") ?? "";
    if (aside) window.open(address, "_blank", "noopener");
    else location.assign(address);
  }

  /** Nothing is shown, and nothing that was asked will be. */
  close() {
    clearTimeout(this.timer);
    this.asker.forget();
    this.hide();
  }

  hide() {
    clearTimeout(this.announcing);
    this.parts.panel.hidden = true;
    this.parts.list.replaceChildren();
    this.parts.status.textContent = "";
    this.chosen = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

/** What is typed so far, its last word also as a beginning: "night bu" finds night buses. @param {string} text */
function beginning(text) {
  const { query, mistakes } = parse(text);
  const last = query.clauses.at(-1);
  const word = /(?:^|\s)([\p{L}\p{N}]{3,})$/u.exec(text)?.[1];
  const plain = last?.kind === "words" && last.presence === "optional" && !last.alternatives && last.end === text.length;
  return word && plain && !mistakes.length ? `${text} ${word}*^0.2` : text;
}

/** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-search-box]")).forEach(mount);
startKeys();
