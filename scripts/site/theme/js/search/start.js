/**
 * @file Owns waking the search: little enough for every page, it loads the rest when someone is about to search.
 */

import { ahead } from "./ahead.js";
import { startKeys } from "./keys.js";
import { loaded } from "./loading.js";

const BOX = new URL("./box.js", import.meta.url).href;
const PAGE = new URL("./page.js", import.meta.url).href;
const MARKS = new URL("./marks.js", import.meta.url).href;

/** What someone does who is about to search, or has typed before this script ran. */
const SIGNS = ["focus", "pointerdown", "input"];
/** What a box is as soon as typing in it brings results: https://www.w3.org/TR/wai-aria-1.2/#combobox */
const COMBOBOX = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-haspopup": "listbox" };

/** @type {import("./ahead.js").Ahead | null} */
let begun = null;

/** Begin to load what every search needs; null where this browser has no threads. */
function begin() {
  try {
    begun ??= ahead();
  } catch {
    // The search then runs in the page's own thread, and loads by itself.
  }
  return begun;
}

/** @param {HTMLFormElement} form */
function watch(form) {
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const note = document.createElement("p");
  const listen = () => SIGNS.forEach((sign) => input.addEventListener(sign, wake));
  async function wake() {
    SIGNS.forEach((sign) => input.removeEventListener(sign, wake));
    note.remove();
    const early = begin();
    try {
      const { mount } = await loaded(BOX);
      mount(form, early);
    } catch {
      note.textContent = "Quick results could not be loaded. Enter leads to the search page.";
      form.append(note);
      listen();
    }
  }
  note.className = "search__panel search__note";
  note.setAttribute("role", "status");
  form.classList.add("search__holder");
  for (const [name, value] of Object.entries(COMBOBOX)) input.setAttribute(name, value);
  listen();
  if (document.activeElement === input) wake();
}

/** The search page searches at once: an address can hold a query, which is shown before the scripts for it are there. @param {Element} place */
async function open(place) {
  const trouble = place.querySelector("[data-part=trouble]");
  const input = /** @type {HTMLInputElement} */ (place.querySelector("input[name=q]"));
  const waiting = document.createElement("p");
  const early = begin();
  input.value ||= new URLSearchParams(location.search).get("q") ?? "";
  waiting.className = "notice";
  waiting.textContent = "Searching…";
  if (input.value.trim()) trouble?.before(waiting);
  try {
    const { mount } = await loaded(PAGE);
    waiting.remove();
    mount(early);
  } catch {
    waiting.remove();
    const again = document.createElement("button");
    again.type = "button";
    again.textContent = "Try again";
    again.addEventListener("click", () => open(place));
    trouble?.replaceChildren("The search could not be loaded. The lists of topics, years and people work all the same. ", again);
    trouble?.removeAttribute("hidden");
  }
}

/** @param {URLSearchParams} asked what the address says is to be marked @param {Element} doc */
async function mark(asked, doc) {
  try {
    (await loaded(MARKS)).mark({ words: asked.get("marks") ?? "", also: asked.getAll("also") }, doc);
  } catch {
    const note = document.createElement("p");
    note.className = "notice";
    note.textContent = "What was searched for could not be marked here: the script for it did not load.";
    doc.before(note);
  }
}

/** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-search-box]")).forEach(watch);
startKeys();
const page = document.querySelector("[data-search-page]");
if (page) open(page);
const asked = new URLSearchParams(location.search);
const doc = document.querySelector("section.doc") ?? document.querySelector(".page--motion > h1");
if (asked.get("marks")?.trim() && doc) mark(asked, doc);
