/**
 * @file Owns the search page: what is typed and clicked becomes the address, and the address becomes what is shown.
 */

import { Asker, Failed, Overtaken, prepare } from "./client.js";
import { takeOver } from "./connection.js";
import { make } from "./dom.js";
import { without, withFilter } from "./editing.js";
import { placeFilters } from "./narrowing.js";
import { heard, namedBy, showMistakes, showNamed, showOffers } from "./offers.js";
import { announce, dates, form, input, isTouched, keepFocus, namesOnPage, page, part } from "./parts.js";
import { parse } from "./query.js";
import { showResults, totalOf } from "./results.js";
import { returnTo } from "./returning.js";
import { MOST, PAGE, fromAddress, toAddress } from "./state.js";

/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./query.js").Parsed} Parsed */
/** @typedef {import("./state.js").Sort} Sort */
/** @typedef {import("./state.js").State} State */

const TYPING = 180;

const title = document.title;
const names = namesOnPage();
const asker = new Asker({ read: (text) => parse(text, names), onSlow: () => showTrouble("The search is slow to load. It goes on trying.", true) });

let state = fromAddress();
/** Whether the address in the history is a search that someone may want to go back to, and not half a word. */
let settled = true;

/** Show another state: as a step that Back undoes, or in place of this one while someone types. @param {Partial<State>} change @param {"step" | "typing"} how */
function go(change, how) {
  const next = { ...state, size: PAGE, ...change };
  const address = toAddress(next);
  const same = address.href === location.href;
  if (!same) {
    if (how === "step" || settled) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }
  settled = how === "step" || (settled && same);
  state = next;
  if (how === "step") input.value = next.text;
  return show();
}

/** @type {import("./facets.js").Actions} */
const actions = {
  add: (name, value) => go({ text: withFilter(parse(state.text, names), name, value) }, "step"),
  remove: (clauses) => go({ text: without(state.text, clauses) }, "step"),
};

/** Ask for what the state says, and show the answer. @param {number} [reached] results that were there before, for the focus to go behind them */
async function show(reached = 0) {
  const { text, sort, size } = state;
  document.title = text.trim() ? `${text.trim()} – ${title}` : title;
  part("results").setAttribute("aria-busy", "true");
  try {
    const { parsed, answer } = await asker.ask(text, { sort, size, facets: true });
    keepFocus(() => render(parsed, answer));
    if (reached) /** @type {HTMLElement | undefined} */ (part("list").querySelectorAll(".find")[reached]?.querySelector("a"))?.focus();
  } catch (error) {
    if (error instanceof Overtaken) return;
    if (!(error instanceof Failed)) throw error;
    showTrouble("The search could not be loaded. Your connection may be down; the lists of topics, years and people work all the same.", false);
  } finally {
    part("results").removeAttribute("aria-busy");
  }
}

/** @param {Parsed} parsed @param {Answer | null} answer */
function render(parsed, answer) {
  const clicking = { sort: state.sort, search: (/** @type {string} */ text) => void go({ text }, "step") };
  showTrouble("", false);
  const named = namedBy(parsed, answer, names);
  showMistakes(parsed, answer, clicking);
  showNamed(named, clicking);
  part("results").hidden = answer === null;
  part("browse").hidden = answer !== null;
  if (answer) {
    showResults(parsed, answer, state, names, actions);
    showOffers(parsed, answer.total ? null : answer.suggestion, clicking);
  }
  announce([...(answer ? [totalOf(answer)] : []), ...heard(parsed, answer, named)].join(". "));
}

/** Trouble with the download, and a way to try again; empty words take it away. @param {string} words @param {boolean} waiting */
function showTrouble(words, waiting) {
  const place = part("trouble");
  place.hidden = !words;
  if (!words) return place.replaceChildren();
  const again = make("button", { type: "button" }, "Try again");
  again.addEventListener("click", () => show());
  place.replaceChildren(make("p", {}, words), again);
  part("browse").hidden = waiting;
  if (!waiting) part("results").hidden = true;
}

let typing = 0;

/** What someone types, submits, sorts, and goes back to. */
function listen() {
  input.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => go({ text: input.value }, "typing"), TYPING);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    if (isTouched()) input.blur();
    go({ text: input.value }, "step");
  });
  addEventListener("popstate", () => {
    state = fromAddress();
    settled = true;
    input.value = state.text;
    show();
  });
  addEventListener("online", () => !part("trouble").hidden && show());
  for (const button of page.querySelectorAll("[data-sort]")) {
    button.addEventListener("click", () => go({ sort: /** @type {Sort} */ (button.getAttribute("data-sort")) }, "step"));
  }
  for (const [name, field] of /** @type {["after" | "before", HTMLInputElement][]} */ (Object.entries(dates))) {
    field.addEventListener("change", () => actions.add(name, field.value.trim()));
  }
  part("more").addEventListener("click", () => {
    const reached = part("list").querySelectorAll(".find").length;
    state = { ...state, size: Math.min(state.size + PAGE, MOST) };
    history.replaceState(null, "", toAddress(state));
    show(reached);
  });
}

/** Search for what the address says, and from then on for what is typed. @param {import("./ahead.js").Ahead | null} early what has been asked for already */
export function mount(early) {
  takeOver(early);
  prepare();
  listen();
  placeFilters();
  if (document.activeElement === input && input.value.trim()) state.text = input.value; // typed before this script ran
  input.value = state.text;
  returnTo(show());
}
