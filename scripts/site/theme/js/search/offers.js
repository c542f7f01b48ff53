/**
 * @file Owns what the search page says about a query that is mistaken or finds nothing, and the queries that it offers instead.
 */

import { sought } from "./carried.js";
import { counted, make } from "./dom.js";
import { filtersOf, without } from "./editing.js";
import { typed } from "./mistakes.js";
import { named as namedExactly, namedIn } from "./naming.js";
import { input, isTouched, pageAbout, part } from "./parts.js";
import { PAGE, toAddress } from "./state.js";

/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./naming.js").Entry} Entry */
/** @typedef {import("./naming.js").Names} Names */
/** @typedef {import("./query.js").Parsed} Parsed */
/** @typedef {import("./state.js").Sort} Sort */
/** What is done with a query that someone clicks. @typedef {{ sort: Sort, search: (text: string) => void }} Clicking */

const SMALL_OR = /^(?:[\p{L}\p{N}]+|"[^"]+")(?:\s+or\s+(?:[\p{L}\p{N}]+|"[^"]+"))+$/u;
const QUOTES = /["\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]/g;

/** What is wrong with the query, and what the engine has to say about its answer. @param {Parsed} parsed @param {Answer | null} answer @param {Clicking} clicking */
export function showMistakes({ query, mistakes }, answer, clicking) {
  const either = mistakes.length ? null : withOr(query);
  const told = mistakes.map(({ message, correction }) => make("li", {}, message, ...(correction ? offer(" Search for ", correction, clicking) : [])));
  const notes = (answer?.notes ?? []).map((note) => make("li", {}, note));
  const meant = either ? [make("li", {}, "“or” is a word like others here.", ...offer(" For records with either: ", either, clicking))] : [];
  part("mistakes").hidden = told.length + notes.length + meant.length === 0;
  part("mistakes").replaceChildren(...told, ...notes, ...meant);
}

/** A query that has "or" between single words or phrases and nowhere else, with OR; else null. @param {import("./clauses.js").Query} query */
function withOr({ text }) {
  return SMALL_OR.test(text.trim()) ? text.trim().replace(/("[^"]*")|\sor(?=\s)/g, (_, phrase) => phrase ?? " OR") : null;
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

/** What is named: its kind, and what the archive calls it. @typedef {["person" | "topic" | "office", Entry]} Named */

/**
 * Whose name the words of a query are: a person's, a topic's where no record has all of these words,
 * and an office's, which is no name of those who held it, where the query has no others.
 * @param {Parsed} parsed
 * @param {Answer | null} answer
 * @param {Names} names
 * @returns {Named[]}
 */
export function namedBy({ query, mistakes }, answer, names) {
  if (!answer || mistakes.length) return [];
  const texts = sought(query.clauses).map((one) => one.text);
  const { office = [] } = names;
  const offices = texts.length === 1 ? namedExactly(texts[0], office) : [];
  const kinds = /** @type {("person" | "topic")[]} */ (answer.complete ? ["person"] : ["person", "topic"]);
  return [
    ...kinds.flatMap((kind) => [...new Set(texts.flatMap((text) => namedIn(text, names[kind], kind === "person")))].map((entry) => /** @type {Named} */ ([kind, entry]))),
    ...office.filter(([id]) => offices.includes(id)).map((entry) => /** @type {Named} */ (["office", entry])),
  ];
}

/** What there is of each. */
const OFFERED = { person: ": letters and motions with this person: ", topic: ": letters and motions on this topic: ", office: ": letters and motions with this office: " };

/** Their pages, and the records that are with them: the texts may never name them. @param {Named[]} named @param {Clicking} clicking */
export function showNamed(named, clicking) {
  const items = named.map(([kind, [id, label]]) => {
    const what = kind === "office" ? label : make("a", { href: pageAbout(kind, id) }, label);
    return make("li", {}, what, ...offer(OFFERED[kind], `${kind === "topic" ? "topic" : "person"}:${typed(id)}`, clicking));
  });
  part("named").hidden = items.length === 0;
  part("named").replaceChildren(...items);
}

/** What is said of it to those who hear the page. @param {Parsed} parsed @param {Answer | null} answer @param {Named[]} named @returns {string[]} */
export function heard({ mistakes }, answer, named) {
  const told = mistakes.slice(0, 1).map(({ message, correction }) => message.replace(/\.$/, "") + (correction ? `. Search for ${correction}` : ""));
  if (mistakes.length > 1) told.push(`${counted(mistakes.length - 1, "more remark")} about this query`);
  const notes = (answer?.notes ?? []).map((note) => note.replace(/\.$/, ""));
  const meant = answer?.total === 0 && !mistakes.length && answer.suggestion ? [`Did you mean ${answer.suggestion}`] : [];
  const about = named.map(([kind, [, label]]) => (kind === "office" ? `There are records with the ${label}` : `There is a page about ${label}`));
  return [...told, ...notes, ...meant, ...about];
}

/** A query to click. @param {string} words @param {string} query @param {Clicking} clicking @returns {(Node | string)[]} */
function offer(words, query, { sort, search }) {
  const link = make("a", { href: toAddress({ text: query, sort, size: PAGE }).href, class: "offer" }, query);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    search(query);
    (isTouched() ? part("said") : input).focus();
  });
  return [words, link];
}
