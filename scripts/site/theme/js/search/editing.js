/**
 * @file Owns changing a typed query: filters put in and taken out. What people clicked is then in the words that they see.
 */

import { typed } from "./mistakes.js";
import { resolve } from "./naming.js";
import { QUOTE } from "./scanning.js";

/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./clauses.js").FilterName} FilterName */
/** @typedef {import("./clauses.js").Query} Query */
/** @typedef {import("./naming.js").Names} Names */

/** Of these a query needs only one. */
const SINGLE = ["kind", "response", "delivery", "after", "before", "date"];

/** Whether a clause was typed as one filter; where several are meant by its value, they are its alternatives. @param {Clause} one */
export function isOneFilter(one) {
  return one.alternatives === null || one.alternatives.every(({ start, end }) => start === one.start && end === one.end);
}

/** The filters that hold for everything found. @param {Query} query @returns {Clause[]} */
export function filtersOf(query) {
  return query.clauses.filter((one) => one.filter !== null && isOneFilter(one));
}

/**
 * The clause that filters by a name and this very value, or null.
 * @param {Query} query
 * @param {FilterName} name
 * @param {string} value an id, for topics and people
 * @param {Names | null} names
 * @returns {Clause | null}
 */
export function filterBy(query, name, value, names) {
  const entries = name === "topic" ? names?.topic : name === "person" ? names?.person : undefined;
  const means = (/** @type {string} */ given) => given === value || (entries !== undefined && resolve(given, entries).join() === value);
  return filtersOf(query).find((one) => one.presence === "required" && one.filter?.name === name && means(one.filter.value)) ?? null;
}

/** A text without the clauses. @param {string} text @param {readonly { start: number, end: number }[]} clauses */
export function without(text, clauses) {
  const rest = [...clauses].sort((a, b) => b.start - a.start).reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return rest.replace(/\s+/g, " ").trim();
}

/**
 * A text with one more filter; an older one of a kind that is single gives way, also where it was mistaken. An empty value only takes the older out.
 * @param {import("./query.js").Parsed} parsed
 * @param {FilterName} name
 * @param {string} value
 */
export function withFilter({ query, mistakes }, name, value) {
  const older = filtersOf(query).filter((one) => one.filter?.name === name && one.presence === "required");
  const alone = new RegExp(`^${name}:\\S*$`, "i"); // and not two filters that exclude each other, with words between them
  const mistaken = mistakes.filter(({ start, end }) => alone.test(query.text.slice(start, end)));
  const places = new Map([...older, ...mistaken].map((one) => [one.start, one]));
  const rest = without(query.text, SINGLE.includes(name) ? [...places.values()] : []);
  // Behind an open quotation mark a filter would be part of the phrase.
  const closed = rest.split(QUOTE).length % 2 ? rest : `${rest}"`;
  return value ? `${closed} ${name}:${typed(value)}`.trim() : rest;
}
