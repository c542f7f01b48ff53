/**
 * @file Owns what is wrong with a query as a whole: dates or kinds that exclude each other, nothing but negations.
 */

import { following, period, said } from "./dates.js";
import { DASHES } from "./scanning.js";

/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./mistakes.js").Mistakes} Mistakes */

const SIGNS = new RegExp(`(^|[\\s(])[+\\-\u2212!${DASHES}]+(?=\\S)`, "g");

/**
 * @param {Clause[]} clauses
 * @param {Mistakes} mistakes
 */
export function checkWhole(clauses, mistakes) {
  const required = clauses.filter((one) => one.presence === "required" && !one.alternatives);
  checkDates(required.filter((one) => isDate(one)), mistakes);
  const kinds = required.filter((one) => one.filter?.name === "kind");
  checkKinds(kinds, mistakes);
  if (kinds.length === 1) required.forEach((one) => checkState(one, kinds[0], mistakes));
  checkNegations(clauses, mistakes);
}

/** @param {Clause} one */
const isDate = (one) => one.filter !== null && ["after", "before", "date"].includes(one.filter.name);

/** @param {Clause} one */
const value = (one) => one.filter?.value ?? "";

/** @param {Clause[]} dates @param {Mistakes} mistakes */
function checkDates(dates, mistakes) {
  const lower = dates.filter((one) => one.filter?.name !== "before").sort((a, b) => compare(firstDay(b), firstDay(a)))[0];
  const upper = dates.filter((one) => one.filter?.name !== "after").sort((a, b) => compare(lastDay(a), lastDay(b)))[0];
  if (!lower || !upper || lower === upper || firstDay(lower) < lastDay(upper)) return;
  const [first, second] = [lower, upper].sort((a, b) => a.start - b.start);
  const { message, instead } = contradiction(lower, upper, mistakes.text);
  const between = mistakes.text.slice(first.end, second.start);
  mistakes.addFatal({ start: first.start, end: second.end }, message, instead(between));
}

/**
 * @param {Clause} lower
 * @param {Clause} upper
 * @param {string} text
 * @returns {{ message: string, instead: (between: string) => string }}
 */
function contradiction(lower, upper, text) {
  const as = (/** @type {Clause} */ one) => text.slice(one.start, one.end);
  const both = [lower, upper].sort((a, b) => a.start - b.start);
  if (lower.filter?.name === "date" && upper.filter?.name === "date") {
    return { message: `No day is in ${said(value(both[0]))} and also in ${said(value(both[1]))}.`, instead: (between) => `${as(both[0])} OR ${as(both[1])}${between}` };
  }
  if (lower.filter?.name === "after" && upper.filter?.name === "before") {
    const same = value(lower) === value(upper);
    const range = same ? `date:${value(lower)}` : swapped(lower, upper);
    const why = same ? `before: excludes ${said(value(upper))}` : "the end is before the beginning";
    return { message: `No day is from ${said(value(lower))} on and before ${said(value(upper))}: ${why}.`, instead: (between) => range + between };
  }
  const date = lower.filter?.name === "date" ? lower : upper;
  const other = date === lower ? upper : lower;
  const words = other.filter?.name === "after" ? `from ${said(value(other))} on` : `before ${said(value(other))}`;
  return { message: `No day of ${said(value(date))} is ${words}.`, instead: (between) => as(date) + between };
}

/** The two ends of a reversed range the right way round. @param {Clause} lower @param {Clause} upper */
function swapped(lower, upper) {
  const [from, to] = [value(upper), value(lower)];
  const end = period(from).first < period(to).first ? to : following(to);
  return `after:${from} before:${end}`;
}

/** The first day that a lower bound allows. @param {Clause} one */
const firstDay = (one) => period(value(one)).first;

/** The first day that an upper bound forbids. @param {Clause} one */
const lastDay = (one) => (one.filter?.name === "before" ? period(value(one)).first : following(period(value(one)).last));

/** @param {string} a @param {string} b */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** @param {Clause[]} kinds @param {Mistakes} mistakes */
function checkKinds(kinds, mistakes) {
  const other = kinds.find((one) => value(one) !== value(kinds[0]));
  if (!other) return;
  const [first, second] = [kinds[0], other];
  const between = mistakes.text.slice(first.end, second.start);
  mistakes.addFatal({ start: first.start, end: second.end }, `No record is both ${articled(value(first))} and ${articled(value(second))}.`, `kind:${value(first)} OR kind:${value(second)}${between}`);
}

/** @param {string} noun */
const articled = (noun) => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`);

/** A response or a delivery of what has none: it is taken out of the query that is offered, or the kind is. @param {Clause} state @param {Clause} kind @param {Mistakes} mistakes */
function checkState(state, kind, mistakes) {
  const having = state.filter?.name === "response" ? ["ask"] : state.filter?.name === "delivery" ? ["ask", "commitment"] : null;
  if (!having || having.includes(value(kind))) return;
  const whose = having.length === 1 ? "Only asks have a response" : "Only asks and commitments have a delivery";
  mistakes.addFatal({ start: kind.start, end: kind.end }, `${whose}, no ${value(kind)} has.`, "");
}

/** @param {Clause[]} clauses @param {Mistakes} mistakes */
function checkNegations(clauses, mistakes) {
  if (!clauses.length || clauses.some((one) => one.presence !== "prohibited")) return;
  const { text } = mistakes;
  const positive = text.replace(/\bNOT\b/g, " ").replace(SIGNS, "$1");
  mistakes.addFatal({ start: 0, end: text.length }, "This only says what to leave out. Add what to look for.", positive);
}
