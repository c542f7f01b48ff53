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
/** Years without hits between others that have a place each; more in a row share one. */
const EMPTY_YEARS = 3;

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
  const listOf = (/** @type {Facet[]} */ some) => make("ul", { role: "list" }, ...some.map((facet) => make("li", {}, facetButton(name, facet, query, names, actions))));
  const listed = all.filter(({ unlisted }) => !unlisted), others = all.filter(({ unlisted }) => unlisted);
  const rest = listed.length > SHOWN ? [make("details", {}, make("summary", {}, `${listed.length - SHOWN} more`), listOf(listed.slice(SHOWN)))] : [];
  const unlisted = others.length ? [make("p", { class: "facet__hint" }, "Listed when chosen:"), listOf(others)] : [];
  return [...(listed.length ? [listOf(listed.slice(0, SHOWN))] : []), ...rest, ...unlisted];
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
 * Hits per year, as buttons: the height says what the number says too. Years without hits between others are shown as well.
 * @param {HTMLElement} place
 * @param {Facet[]} years
 * @param {Query} query
 * @param {Names} names
 * @param {Actions} actions
 */
export function showYears(place, years, query, names, actions) {
  const most = Math.max(...years.map(({ count }) => count));
  const ordered = [...years].sort((a, b) => Number(a.value) - Number(b.value));
  place.replaceChildren(...ordered.flatMap(({ value, label, count }, at) => {
    const active = filterBy(query, "date", value, names);
    const bar = make("span", { class: "year__bar" });
    bar.style.setProperty("--share", String(count / most));
    const button = make(
      "button", { type: "button", class: "year", "aria-pressed": active ? "true" : "false", "data-control": `year ${value}`, "aria-label": `${label}, ${counted(count, "result")}` },
      make("span", { class: "year__count" }, count.toLocaleString("en-GB")), bar, make("span", { class: "year__name" }, label),
    );
    button.addEventListener("click", () => (active ? actions.remove([active]) : actions.add("date", value)));
    return [...(at ? emptyYears(Number(ordered[at - 1].value) + 1, Number(value) - 1) : []), make("li", {}, button)];
  }));
}

/** @param {number} first @param {number} last */
function emptyYears(first, last) {
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, more) => String(first + more));
  const many = years.length > EMPTY_YEARS;
  return (many ? [`${first}–${last}`] : years).map((name) =>
    make("li", { class: many ? "year year--none year--many" : "year year--none" }, make("span", { class: "year__count" }, "0"), make("span", { class: "year__bar" }), make("span", { class: "year__name" }, name)));
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
  return plain(inWords({ text: "", clauses: [one], never: false }, names)).replace(/^letters and motions /, "");
}
