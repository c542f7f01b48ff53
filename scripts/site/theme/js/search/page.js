/**
 * @file Owns the search page: what is typed and clicked becomes the address, and the address becomes what is shown.
 */

import { Asker, Failed, Overtaken, prepare } from "./client.js";
import { counted, make, the } from "./dom.js";
import { filterBy, filtersOf, without, withFilter } from "./editing.js";
import { showFacets, showFilters, showYears } from "./facets.js";
import { marksOf } from "./finding.js";
import { hitItem, lineItem } from "./hits.js";
import { parse } from "./query.js";
import { inWords } from "./saying.js";

/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./naming.js").Entry} Entry */
/** @typedef {import("./naming.js").Names} Names */
/** @typedef {import("./query.js").Parsed} Parsed */
/** @typedef {"best" | "newest" | "oldest"} Sort */
/** @typedef {{ text: string, sort: Sort, size: number }} State what the address says */

const PAGE = 10;
const MOST = 500;
const TYPING = 180;
const SILENCE = 1000;

const page = the("[data-search-page]");
const part = (/** @type {string} */ name) => the(`[data-part="${name}"]`, page);
const form = /** @type {HTMLFormElement} */ (the("form", page));
const input = /** @type {HTMLInputElement} */ (the("input[name=q]", form));
const dates = /** @type {Record<"after" | "before", HTMLInputElement>} */ ({ after: the("input[name=after]", page), before: the("input[name=before]", page) });
const title = document.title;

const names = namesOnPage();
const asker = new Asker({ names, onSlow: () => showTrouble("The search is slow to load. It goes on trying.", true) });

/** What the archive calls things, read from the lists that this page offers without scripts. @returns {Names} */
function namesOnPage() {
  const entries = (/** @type {string} */ kind) =>
    [...page.querySelectorAll(`[data-${kind}]`)].map((link) => /** @type {Entry} */ ([link.getAttribute(`data-${kind}`) ?? "", link.textContent?.trim() ?? "", ...JSON.parse(link.getAttribute("data-also") ?? "[]")]));
  return { topic: entries("topic"), person: entries("person") };
}

/** @returns {State} */
function fromAddress() {
  const asked = new URLSearchParams(location.search);
  const sort = asked.get("sort"), size = Number(asked.get("show"));
  return {
    text: asked.get("q") ?? "",
    sort: sort === "newest" || sort === "oldest" ? sort : "best",
    size: Number.isInteger(size) && size > PAGE ? Math.min(size, MOST) : PAGE,
  };
}

/** @param {State} state */
function toAddress({ text, sort, size }) {
  const address = new URL(location.pathname, location.href);
  if (text.trim()) address.searchParams.set("q", text.trim());
  if (sort !== "best") address.searchParams.set("sort", sort);
  if (size > PAGE) address.searchParams.set("show", String(size));
  return address;
}

let state = fromAddress();

/** Show another state: as a step that Back undoes, or in place of this one while someone types. @param {Partial<State>} change @param {"step" | "typing"} how */
function go(change, how) {
  const next = { ...state, size: PAGE, ...change };
  const address = toAddress(next);
  if (address.href !== location.href) {
    if (how === "step" || !location.search) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }
  state = next;
  if (how === "step") input.value = next.text;
  return show();
}

/** @type {import("./facets.js").Actions} */
const actions = {
  add: (name, value) => go({ text: withFilter(parse(state.text, names).query, name, value) }, "step"),
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
  showTrouble("", false);
  showMistakes(parsed);
  part("results").hidden = answer === null;
  part("browse").hidden = answer !== null;
  if (answer === null) {
    if (parsed.mistakes.length === 0) announce("");
    return;
  }
  showSaid(parsed, answer);
  showControls(parsed, answer);
  showHits(parsed, answer);
  announce(answer.total ? `${totalOf(answer)}` : "Nothing found");
}

/** @param {Answer} answer */
const totalOf = ({ total, sure }) => `${sure ? "" : "at most "}${counted(total, "result")}`;

/** @param {Parsed} parsed @param {Answer} answer */
function showSaid({ query }, answer) {
  const pieces = inWords(query, names).map(({ text, theirs }) => (theirs ? make("em", {}, text) : text));
  const others = [...new Map(answer.also.map((name) => [name.toLowerCase(), name])).values()];
  const also = others.length ? [" (also: ", ...others.flatMap((name, at) => [at ? ", " : "", make("em", {}, name)]), ")"] : [];
  part("said").replaceChildren(make("strong", {}, answer.total ? totalOf(answer) : "Nothing found"), ...(pieces.length ? [": ", ...pieces, ...also] : []));
}

/** @param {Parsed} parsed @param {Answer} answer */
function showControls({ query }, { total, facets }) {
  for (const button of page.querySelectorAll("[data-sort]")) button.setAttribute("aria-pressed", String(button.getAttribute("data-sort") === state.sort));
  for (const [name, field] of Object.entries(dates)) {
    if (document.activeElement !== field) field.value = filtersOf(query).find((one) => one.filter?.name === name)?.filter?.value ?? "";
  }
  showFilters(part("filters"), query, names, actions);
  part("sort").hidden = total < 2;
  part("years-part").hidden = !facets || (facets.year.length < 2 && !filterBy(query, "date", facets.year[0]?.value ?? "", names));
  part("narrow").hidden = !facets || total === 0;
  if (facets?.year.length) showYears(part("years"), facets.year, query, names, actions);
  if (facets) showFacets(part("facets"), facets, query, names, actions);
}

/** @param {Parsed} parsed @param {Answer} answer */
function showHits({ query, mistakes }, answer) {
  const marks = marksOf(query, answer.also);
  const items = answer.hits.map((hit) => hitItem(hit, marks));
  const line = answer.complete < answer.total && answer.complete < answer.hits.length;
  if (line) items.splice(answer.complete, 0, lineItem(answer));
  part("list").replaceChildren(...items);
  const left = answer.total - answer.hits.length;
  part("more").hidden = left <= 0 || answer.hits.length < state.size || state.size >= MOST;
  part("more").textContent = `Show ${Math.min(PAGE, left)} more of ${answer.total.toLocaleString("en-GB")}`;
  part("nothing").hidden = answer.total > 0;
  if (answer.total === 0) showOffers(query, mistakes.length > 0, answer.suggestion);
}

/** What to try instead, where nothing was found. @param {import("./clauses.js").Query} query @param {boolean} mistaken @param {string | null} suggestion */
function showOffers(query, mistaken, suggestion) {
  const filters = filtersOf(query);
  const unfiltered = without(query.text, filters);
  const unquoted = query.clauses.some((one) => one.kind === "phrase") ? query.text.replace(/["\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]/g, " ").replace(/\s+/g, " ").trim() : "";
  const offers = [
    ...(suggestion && !mistaken ? [offer("Did you mean ", suggestion)] : []),
    ...(!mistaken && filters.length && unfiltered ? [offer("Without the filters: ", unfiltered)] : []),
    ...(!mistaken && unquoted ? [offer("The same words, not as a phrase: ", unquoted)] : []),
  ];
  part("offers").hidden = offers.length === 0;
  part("offers").replaceChildren(...offers.map((link) => make("li", {}, ...link)));
}

/** A query to click. @param {string} words @param {string} query @returns {(Node | string)[]} */
function offer(words, query) {
  const link = make("a", { href: toAddress({ text: query, sort: state.sort, size: PAGE }).href, class: "offer" }, query);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go({ text: query }, "step");
    input.focus();
  });
  return [words, link];
}

/** @param {Parsed} parsed */
function showMistakes({ mistakes }) {
  part("mistakes").hidden = mistakes.length === 0;
  part("mistakes").replaceChildren(...mistakes.map(({ message, correction }) => make("li", {}, message, ...(correction ? offer(" Search for ", correction) : []))));
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

/** Replacing a list takes the focus with it: give it to what stands there now. @param {() => void} change */
function keepFocus(change) {
  const control = document.activeElement?.closest("[data-control]")?.getAttribute("data-control");
  change();
  if (!control) return;
  const same = [...page.querySelectorAll("[data-control]")].find((one) => one.getAttribute("data-control") === control);
  const place = same instanceof HTMLElement ? same : part("said");
  place.focus({ preventScroll: true });
}

let announcing = 0;

/** Say it to those who hear the page, once nothing has changed for a while. @param {string} words */
function announce(words) {
  clearTimeout(announcing);
  announcing = setTimeout(() => {
    if (part("status").textContent !== words) part("status").textContent = words;
  }, SILENCE);
}

let typing = 0;

input.addEventListener("focus", prepare, { once: true });
input.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => go({ text: input.value }, "typing"), TYPING);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(typing);
  go({ text: input.value }, "step");
});
addEventListener("popstate", () => {
  state = fromAddress();
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

if (document.activeElement === input && input.value.trim() && !state.text) state.text = input.value; // typed before this script ran
input.value = state.text;
const wide = matchMedia("(min-width: 76rem)");
const openBesideResults = () => { /** @type {HTMLDetailsElement} */ (part("narrow")).open = wide.matches; };
wide.addEventListener("change", openBesideResults);
openBesideResults();

show();
