/**
 * @file Owns how an answer is shown on the search page: the query in words, the controls, and the records found.
 */

import { distinct, marksOf } from "./carried.js";
import { counted, make } from "./dom.js";
import { filterBy, filtersOf } from "./editing.js";
import { showFacets, showFilters, showYears } from "./facets.js";
import { hitItem, lineItem, sparing } from "./hits.js";
import { dates, page, part } from "./parts.js";
import { inWords } from "./saying.js";
import { MOST, PAGE } from "./state.js";

/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./facets.js").Actions} Actions */
/** @typedef {import("./naming.js").Names} Names */
/** @typedef {import("./query.js").Parsed} Parsed */
/** @typedef {import("./state.js").State} State */

const UNSURE = " Only the texts tell which of these records really have it; the most likely ones were read, so the counts are upper limits.";

/** @param {Parsed} parsed @param {Answer} answer @param {State} state @param {Names} names @param {Actions} actions */
export function showResults(parsed, answer, state, names, actions) {
  showSaid(parsed, answer, names);
  showControls(parsed, answer, state, names, actions);
  showHits(parsed, answer, state);
}

/** How much was found, as the page says and announces it. @param {Answer} answer */
export function totalOf({ total, sure, hits }) {
  if (total === 0) return "Nothing found";
  if (!sure && hits.length === 0) return "Not found in the most likely records. Add a word to narrow the search";
  return `${sure ? "" : "at most "}${counted(total, "result")}`;
}

/** @param {Parsed} parsed @param {Answer} answer @param {Names} names */
function showSaid({ query }, answer, names) {
  const pieces = inWords(query, names, answer.unneeded).map(({ text, theirs }) => (theirs ? make("em", {}, text) : text));
  const others = distinct(answer.also);
  const also = others.length ? [" (also: ", ...others.flatMap((name, at) => [at ? ", " : "", make("em", {}, name)]), ")"] : [];
  const unsure = answer.sure || answer.hits.length === 0 ? [] : [".", make("small", {}, UNSURE)];
  part("said").replaceChildren(make("strong", {}, totalOf(answer)), ...(pieces.length ? [": ", ...pieces, ...also] : []), ...unsure);
}

/** @param {Parsed} parsed @param {Answer} answer @param {State} state @param {Names} names @param {Actions} actions */
function showControls({ query }, answer, { sort }, names, actions) {
  const { total, facets } = answer;
  // What only filters find is no better or worse: it comes newest first.
  const ranked = query.clauses.some((one) => one.presence !== "prohibited" && one.kind !== "filter");
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-sort]"))) {
    const by = button.getAttribute("data-sort");
    button.setAttribute("aria-pressed", String(by === (ranked || sort !== "best" ? sort : "newest")));
    button.hidden = by === "best" && !ranked;
  }
  for (const [name, field] of Object.entries(dates)) {
    if (document.activeElement !== field) field.value = filtersOf(query).find((one) => one.filter?.name === name)?.filter?.value ?? "";
  }
  showFilters(part("filters"), query, names, actions);
  part("sort").hidden = total < 2;
  part("years-part").hidden = !facets || (facets.year.length < 2 && !filterBy(query, "date", facets.year[0]?.value ?? "", names));
  const narrowing = filtersOf(query).length > 0 || Object.values(dates).some((field) => field.value) || part("narrow").contains(document.activeElement);
  part("narrow").hidden = !narrowing && (!facets || total === 0);
  part("show").hidden = answer.hits.length === 0;
  part("show").textContent = `Show ${totalOf(answer)}`;
  if (facets?.year.length) showYears(part("years"), facets.year, query, names, actions);
  if (facets) showFacets(part("facets"), facets, query, names, actions);
  else part("facets").replaceChildren();
}

/** @param {Parsed} parsed @param {Answer} answer @param {State} state */
function showHits({ query }, answer, { size }) {
  const marks = marksOf(query, answer.also);
  const items = sparing(answer.hits).map((hit) => hitItem(hit, marks));
  const line = answer.complete < answer.total && answer.complete < answer.hits.length;
  if (line) items.splice(answer.complete, 0, lineItem(answer));
  part("list").replaceChildren(...items);
  const left = answer.total - answer.hits.length;
  part("more").hidden = left <= 0 || answer.hits.length < size || size >= MOST;
  part("end").hidden = left <= 0 || answer.hits.length < MOST;
  part("end").textContent = `The first ${MOST} are shown. Narrow down to see others.`;
  part("more").textContent = `Show ${Math.min(PAGE, left)} more of ${answer.total.toLocaleString("en-GB")}`;
  part("nothing").hidden = answer.hits.length > 0;
}
