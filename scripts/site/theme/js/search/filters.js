/**
 * @file Owns reading the filters of a query: topic, people, reference, kind, states and dates.
 */

import { clause } from "./clauses.js";
import { readDate, readRange, following } from "./dates.js";
import { DATE_FILTERS, KINDS, PEOPLE_FILTERS, readKind } from "./fields.js";
import { typed } from "./mistakes.js";
import { resolve, whoever } from "./naming.js";
import { nearest } from "./nearest.js";
import { readState, statesOf } from "./states.js";

/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./clauses.js").FilterName} FilterName */
/** @typedef {import("./items.js").Common} Common */
/** @typedef {import("./mistakes.js").Mistakes} Mistakes */
/** @typedef {import("./naming.js").Names} Names */
/** @typedef {import("./scanning.js").Item} Item */

/** What to type, for a field without a value. @type {Record<FilterName, string>} */
const EXAMPLES = {
  topic: "topic:buses", from: "from:smith", to: "to:smith", by: "by:smith", person: "person:smith", ref: "ref:AB12-34",
  kind: "kind:letter", response: "response:partly", delivery: 'delivery:"under way"', after: "after:2021-06", before: "before:2022", date: "date:2021",
};
const ISO = /^\d{4}(?:-\d{2}){0,2}$/;

/**
 * @param {Item} item
 * @param {FilterName} name
 * @param {Common} common
 * @param {Mistakes} mistakes
 * @param {Names | null} names
 * @returns {Clause | null}
 */
export function readFilter(item, name, common, mistakes, names) {
  const prohibited = common.presence === "prohibited" || (!item.quoted && item.value.startsWith("-"));
  const value = readValue(item, name, prohibited, mistakes);
  if (!value) return null;
  const sign = prohibited ? "-" : "";
  const instead = (/** @type {string | null} */ meant) => (meant === null ? "" : `${sign}${name}:${typed(meant)}`);
  const read = valueOf(name, value, names);
  if (read.value === null) {
    // A prohibited value that nothing has leaves everything else to be found; a required one, nothing.
    const add = prohibited ? mistakes.add : mistakes.addFatal;
    add.call(mistakes, item, read.problem, read.whole !== undefined ? read.whole && sign + read.whole : instead(read.meant ?? null));
    return null;
  }
  const one = clause({ ...common, kind: "filter", presence: prohibited ? "prohibited" : "required", text: value, filter: { name, value: read.value } });
  const each = (read.ids ?? []).map((id) => clause({ ...one, presence: "optional", filter: { name, value: id } }));
  return each.length ? { ...one, alternatives: each } : one;
}

/**
 * The value as typed, without what does not belong into it; empty where nothing is left.
 * @param {Item} item
 * @param {FilterName} name
 * @param {boolean} prohibited
 * @param {Mistakes} mistakes
 */
function readValue(item, name, prohibited, mistakes) {
  const bare = item.quoted ? item.value : item.value.replace(/^[+\-\u2212]+/, "");
  const value = bare.replace(/\*+/g, "").replace(/[,;]+$/, "").replace(/\s+/g, " ").trim();
  const sign = prohibited ? "-" : "";
  if (!/[\p{L}\p{N}]/u.test(value)) {
    mistakes.add(item, `${name}: needs a value directly behind it, such as ${EXAMPLES[name]}.`, "");
    return "";
  }
  const right = `${sign}${name}:${typed(value)}`;
  if (bare !== item.value && !item.quoted) mistakes.add(item, "The sign stands before the field, not behind its colon.", right);
  else if (bare.includes("*")) mistakes.add(item, `${name}: takes no *; ${name === "ref" ? "any part of a reference" : "the beginning of a name"} is enough.`, right);
  else if (item.tail) mistakes.add(item, `“${item.tail}” does not work on ${name}:.`, right);
  return value;
}

/**
 * A value as the index has it, or what is wrong: then `meant` is the value, `whole` the whole filter instead.
 * @param {FilterName} name
 * @param {string} value
 * @param {Names | null} names
 * @returns {{ value: string | null, problem: string, meant?: string | null, whole?: string | null, ids?: string[] }} `ids` where several are meant
 */
function valueOf(name, value, names) {
  if (DATE_FILTERS.includes(name)) return dateOf(value);
  if (name === "kind") return kindOf(value);
  if (name === "response" || name === "delivery") return stateOf(name, value);
  if (name === "ref") return { value, problem: "" };
  if (PEOPLE_FILTERS.includes(name) && ISO.test(value) && readDate(value).value) return dateForPerson(name, value);
  return names ? nameOf(name, value, name === "topic" ? names.topic : whoever(names)) : { value, problem: "" };
}

/** @param {string} value */
function dateOf(value) {
  const range = readRange(value);
  if (!range) return readDate(value);
  const whole = `after:${range.first} before:${following(range.last)}`;
  return { value: null, problem: "A range is written with its two ends.", whole };
}

/** @param {string} value */
function kindOf(value) {
  const { kind, meant } = readKind(value);
  return { value: kind, problem: `There is no kind “${value}”. The kinds are ${listed(KINDS)}.`, meant };
}

/** @param {import("./states.js").Axis} axis @param {string} value */
function stateOf(axis, value) {
  const { state, meant } = readState(axis, value);
  const what = axis === "response" ? "Asks are judged to be" : "Later evidence says of asks and commitments that they are";
  return { value: state, problem: `There is no ${axis} “${value}”. ${what} ${listed(statesOf(axis), "or")}.`, meant };
}

/** @param {readonly string[]} words @param {string} [last] */
function listed(words, last = "and") {
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** @param {FilterName} name @param {string} value */
function dateForPerson(name, value) {
  const whole = name === "from" ? `after:${value}` : name === "to" ? `before:${following(value)}` : `date:${value}`;
  return { value: null, problem: `${name}: takes the name of a person or an office. Dates are written after:, before: or date:.`, whole };
}

/** @param {FilterName} name @param {string} value @param {readonly import("./naming.js").Entry[]} entries */
function nameOf(name, value, entries) {
  const ids = resolve(value, entries);
  if (ids.length === 1) return { value: ids[0], problem: "" };
  if (ids.length) return { value, problem: "", ids };
  const meant = nearest(value, entries.flatMap((names) => names)) ?? nearestWord(value, entries);
  const what = name === "topic" ? "topic" : "person or office";
  const advice = meant ? ` Did you mean ${meant}?` : ` ${name === "topic" ? "All topics" : "All people"} are listed in this archive’s sections.`;
  return { value: null, problem: `This archive has no ${what} “${value}”.${advice}`, ...(meant ? { meant } : { whole: typed(value) }) };
}

/** A name one of whose words is near: sadik for Sadiq Khan. @param {string} value @param {readonly import("./naming.js").Entry[]} entries */
function nearestWord(value, entries) {
  const labels = new Map(entries.flatMap(([, label]) => label.split(/\s+/).map((word) => /** @type {const} */ ([word, label]))));
  return labels.get(nearest(value, labels.keys()) ?? "") ?? null;
}
