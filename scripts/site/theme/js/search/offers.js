/**
 * @file Owns what the search page says about a query that is mistaken or finds nothing, and the queries that it offers instead.
 */

import { make } from "./dom.js";
import { filtersOf, without } from "./editing.js";
import { input, part } from "./parts.js";
import { PAGE, toAddress } from "./state.js";

/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./query.js").Parsed} Parsed */
/** @typedef {import("./state.js").Sort} Sort */
/** What is done with a query that someone clicks. @typedef {{ sort: Sort, search: (text: string) => void }} Clicking */

const QUOTES = /["\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]/g;

/** What is wrong with the query, and what the engine has to say about its answer. @param {Parsed} parsed @param {Answer | null} answer @param {Clicking} clicking */
export function showMistakes({ mistakes }, answer, clicking) {
  const told = mistakes.map(({ message, correction }) => make("li", {}, message, ...(correction ? offer(" Search for ", correction, clicking) : [])));
  const notes = (answer?.notes ?? []).map((note) => make("li", {}, note));
  part("mistakes").hidden = told.length + notes.length === 0;
  part("mistakes").replaceChildren(...told, ...notes);
}

/** What to try instead, where nothing was found. @param {Parsed} parsed @param {string | null} suggestion @param {Clicking} clicking */
export function showOffers({ query, mistakes }, suggestion, clicking) {
  const filters = filtersOf(query);
  const unfiltered = without(query.text, filters);
  const unquoted = query.clauses.some((one) => one.kind === "phrase") ? query.text.replace(QUOTES, " ").replace(/\s+/g, " ").trim() : "";
  const offers = mistakes.length ? [] : [
    ...(suggestion ? [offer("Did you mean ", suggestion, clicking)] : []),
    ...(filters.length && unfiltered ? [offer("Without the filters: ", unfiltered, clicking)] : []),
    ...(unquoted ? [offer("The same words, not as a phrase: ", unquoted, clicking)] : []),
  ];
  part("offers").hidden = offers.length === 0;
  part("offers").replaceChildren(...offers.map((link) => make("li", {}, ...link)));
}

/** A query to click. @param {string} words @param {string} query @param {Clicking} clicking @returns {(Node | string)[]} */
function offer(words, query, { sort, search }) {
  const link = make("a", { href: toAddress({ text: query, sort, size: PAGE }).href, class: "offer" }, query);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    search(query);
    input.focus();
  });
  return [words, link];
}
