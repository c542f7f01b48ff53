/**
 * @file Owns what narrows the results: counted facets, hits per year, and the filters that are in force.
 */

import { counted, make } from "./dom.js";
import { filterBy, filtersOf } from "./editing.js";
import { inWords, plain } from "./saying.js";

/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./answers.js").Facet} Facet */
/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./clauses.js").FilterName} FilterName */
/** @typedef {import("./clauses.js").Query} Query */
/** @typedef {import("./naming.js").Names} Names */

/** What happens when a filter is put in or, where it is in force, taken out. @typedef {{ add(name: FilterName, value: string): void, remove(clauses: Clause[]): void }} Actions */

const TITLES = { kind: "Kind", response: "Response", delivery: "Delivery", topic: "Topic", person: "Person" };
const GROUPS = /** @type {(keyof typeof TITLES)[]} */ (Object.keys(TITLES));
const SHOWN = 8;

/**
 * @param {HTMLElement} place
 * @param {NonNullable<Answer["facets"]>} facets
 * @param {Query} query
 * @param {Names} names
 * @param {Actions} actions
 */
export function showFacets(place, facets, query, names, actions) {
  const groups = GROUPS
    .filter((name) => facets[name].length)
    .map((name) => make("section", { class: "facet", "aria-labelledby": `facet-${name}` }, make("h3", { id: `facet-${name}` }, TITLES[name]), ...facetLists(name, facets[name], query, names, actions)));
  place.replaceChildren(...groups);
}

/** @param {keyof typeof TITLES} name @param {Facet[]} all @param {Query} query @param {Names} names @param {Actions} actions */
function facetLists(name, all, query, names, actions) {
  const items = all.map((facet) => make("li", {}, facetButton(name, facet, query, names, actions)));
  const list = make("ul", { role: "list" }, ...items.slice(0, SHOWN));
  if (items.length <= SHOWN) return [list];
  const rest = make("details", {}, make("summary", {}, `${items.length - SHOWN} more`), make("ul", { role: "list" }, ...items.slice(SHOWN)));
  return [list, rest];
}

/** @param {FilterName} name @param {Facet} facet @param {Query} query @param {Names} names @param {Actions} actions */
function facetButton(name, { value, label, count }, query, names, actions) {
  const active = filterBy(query, name, value, names);
  const button = make(
    "button", { type: "button", class: "facet__value", "aria-pressed": active ? "true" : "false", "data-control": `${name} ${value}`, "aria-label": `${capital(label)}, ${counted(count, "result")}` },
    make("span", {}, capital(label)), make("span", { class: "count" }, count.toLocaleString("en-GB")),
  );
  button.addEventListener("click", () => (active ? actions.remove([active]) : actions.add(name, value)));
  return button;
}

/** @param {string} label */
const capital = (label) => label.charAt(0).toUpperCase() + label.slice(1);

/**
 * Hits per year, as buttons: the height says what the number says too.
 * @param {HTMLElement} place
 * @param {Facet[]} years
 * @param {Query} query
 * @param {Names} names
 * @param {Actions} actions
 */
export function showYears(place, years, query, names, actions) {
  const most = Math.max(...years.map(({ count }) => count));
  const ordered = [...years].sort((a, b) => Number(a.value) - Number(b.value));
  place.replaceChildren(...ordered.map(({ value, label, count }) => {
    const active = filterBy(query, "date", value, names);
    const bar = make("span", { class: "year__bar" });
    bar.style.setProperty("--share", String(count / most));
    const button = make(
      "button", { type: "button", class: "year", "aria-pressed": active ? "true" : "false", "data-control": `year ${value}`, "aria-label": `${label}, ${counted(count, "result")}` },
      make("span", { class: "year__count" }, count.toLocaleString("en-GB")), bar, make("span", { class: "year__name" }, label),
    );
    button.addEventListener("click", () => (active ? actions.remove([active]) : actions.add("date", value)));
    return make("li", {}, button);
  }));
}

/**
 * The filters in force, each to be taken out.
 * @param {HTMLElement} place
 * @param {Query} query
 * @param {Names} names
 * @param {Actions} actions
 */
export function showFilters(place, query, names, actions) {
  const filters = filtersOf(query);
  place.hidden = filters.length === 0;
  place.replaceChildren(...filters.map((one) => {
    const words = filterInWords(one, names);
    const button = make("button", { type: "button", class: "chosen", "data-control": `chosen ${one.filter?.name} ${one.filter?.value}`, "aria-label": `Remove the filter: ${words}` }, words, make("span", { class: "chosen__sign", "aria-hidden": "true" }, "×"));
    button.addEventListener("click", () => actions.remove([one]));
    return make("li", {}, button);
  }));
}

/** @param {Clause} one @param {Names} names */
function filterInWords(one, names) {
  if (one.filter?.name === "kind") return `${one.presence === "prohibited" ? "not " : "only "}${one.filter.value}s`;
  return plain(inWords({ text: "", clauses: [one], never: false }, names)).replace("letters and motions ", "");
}
