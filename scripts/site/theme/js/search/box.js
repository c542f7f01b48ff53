/**
 * @file Owns the search boxes that lead to the search page: what is typed there is searched for, and answered in a list below.
 */

import { marksOf } from "./carried.js";
import { Asker, Failed, Overtaken, prepare } from "./client.js";
import { takeOver } from "./connection.js";
import { counted, make, marked } from "./dom.js";
import { factsOf, placeOf } from "./facts.js";
import { QuickList, option } from "./quick.js";
import { readTyped } from "./typed.js";

/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./answers.js").Hit} Hit */
/** @typedef {import("./carried.js").Carried} Carried */
/** @typedef {import("./query.js").Parsed} Parsed */

const SHOWN = 5;
const TYPING = 120;

/**
 * Make a form's box answer while one types.
 * @param {HTMLFormElement} form
 * @param {import("./ahead.js").Ahead | null} early what has been asked for already
 */
export function mount(form, early) {
  takeOver(early);
  prepare();
  const box = new Box(form, /** @type {HTMLInputElement} */ (form.elements.namedItem("q")));
  box.listen();
  if (document.activeElement === box.input) box.search(); // typed before this script arrived
}

class Box {
  /** @param {HTMLFormElement} form @param {HTMLInputElement} input */
  constructor(form, input) {
    this.form = form;
    this.input = input;
    this.list = new QuickList(form, input);
    this.asker = new Asker({ read: readTyped, onSlow: () => this.list.say("The search is slow to load. Enter leads to the search page.") });
    this.timer = 0;
  }

  listen() {
    const { input, form, list } = this;
    input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.search(), TYPING);
    });
    input.addEventListener("keydown", (event) => this.onKey(event));
    input.addEventListener("blur", () => this.close());
    form.addEventListener("submit", (event) => {
      if (list.openChosen()) event.preventDefault();
      else this.close();
    });
  }

  async search() {
    const text = this.input.value.trim();
    if (text.length < 2) return this.close();
    try {
      const { parsed, answer } = await this.asker.ask(text, { size: SHOWN });
      if (this.input.value.trim() === text && document.activeElement === this.input) this.show(text, parsed, answer);
    } catch (error) {
      if (error instanceof Failed) this.list.say("The search could not be loaded. Enter leads to the search page, where it can be tried again.");
      else if (!(error instanceof Overtaken)) throw error;
    }
  }

  /** @param {string} text @param {Parsed} parsed @param {Answer | null} answer */
  show(text, { query, mistakes }, answer) {
    if (!answer) return this.list.say("");
    if (!answer.hits.length) return this.list.say(`${mistakes[0]?.message ?? "Nothing found so far."} Enter leads to the search page.`);
    const marks = marksOf(query, answer.also);
    const address = new URL(this.form.action);
    address.searchParams.set("q", text);
    const all = option(address.href, make("span", { class: "search__all" }, `All results for “${text}”`));
    this.list.show(
      [...answer.hits.map((hit) => hitOption(hit, marks)), all],
      `${counted(answer.hits.length, "quick result")}. The arrow keys lead to them, Enter to all.`,
    );
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const { list } = this;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (step && list.expanded) list.choose(list.chosen + step);
    else if (step) this.search();
    else if (event.key === "Escape" && !list.panel.hidden) this.close();
    else return;
    event.preventDefault();
  }

  /** Nothing is shown, and nothing that was asked will be. */
  close() {
    clearTimeout(this.timer);
    this.asker.forget();
    this.list.hide();
  }
}

/** @param {Hit} hit @param {Carried} marks */
function hitOption(hit, marks) {
  const kind = hit.kind.charAt(0).toUpperCase() + hit.kind.slice(1);
  const response = hit.statements?.filter(([axis]) => axis === "response").at(-1)?.[1];
  const facts = hit.whole ? [hit.whole[0], ...(response ? [response] : [])] : factsOf(hit).slice(0, 1);
  // The summary of an ask is ours; a commitment has its words for a title.
  return option(
    placeOf(hit, marks),
    make("span", { class: hit.kind === "ask" ? "search__title" : "search__title words" }, ...marked(hit.title ? hit.titlePieces : (hit.passages[0]?.pieces ?? []))),
    make("span", { class: "search__facts" }, [`${kind}${hit.whole ? ` ${hit.whole[1]}` : ""}, ${hit.spoken}`, ...facts].join(" · ")),
  );
}
