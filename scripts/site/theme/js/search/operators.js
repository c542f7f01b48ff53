/**
 * @file Owns AND, OR and NOT in a query: which operands they join, and in which order.
 *
 * NEAR binds closest, then NOT, then OR, then AND.
 */

import { clause, isPlain } from "./clauses.js";
import { nearOf } from "./nearness.js";
import { Cursor } from "./operands.js";
import { stray } from "./strays.js";

/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./mistakes.js").Mistakes} Mistakes */
/** @typedef {import("./operands.js").Node} Node */
/** @typedef {import("./scanning.js").Operator} Operator */

/**
 * @param {Node[]} nodes
 * @param {Mistakes} mistakes
 * @returns {Clause[]}
 */
export function sequence(nodes, mistakes) {
  const cursor = new Cursor(nodes, mistakes);
  /** @type {Clause[]} */
  const clauses = [];
  /** @type {Set<number>} the clauses that have AND before them */
  const ands = new Set();
  let operands = 0;
  while (!cursor.done) {
    const operator = cursor.operator("AND");
    if (operator) {
      if (operands && cursor.canStart) ands.add(clauses.length);
      else stray(operator, mistakes);
      continue;
    }
    const wrong = cursor.operator("OR") ?? cursor.operator("NEAR");
    if (wrong) stray(wrong, mistakes);
    else {
      operands += 1;
      const taken = group(cursor, mistakes);
      if (taken.unbracketed && (ands.has(clauses.length) || cursor.isAt("AND"))) {
        mistakes.add(taken, "AND and OR stand side by side; OR was taken first, as if in brackets.", `(${mistakes.text.slice(taken.start, taken.end)})`);
      }
      clauses.push(...taken.clauses);
    }
  }
  for (const at of ands) require(clauses, at);
  return clauses;
}

/** AND makes required what it joins: on each side one clause, or a whole run of plain words. @param {Clause[]} clauses @param {number} at */
function require(clauses, at) {
  const plain = clauses.map(isPlain);
  const set = (/** @type {number} */ index) => {
    if (clauses[index]?.presence === "optional") clauses[index] = { ...clauses[index], presence: "required" };
  };
  set(at - 1);
  set(at);
  for (let left = at - 2; plain[left + 1] && plain[left]; left -= 1) set(left);
  for (let right = at + 1; plain[right - 1] && plain[right]; right += 1) set(right);
}

/**
 * One operand, or several joined by OR.
 * @param {Cursor} cursor
 * @param {Mistakes} mistakes
 * @returns {{ clauses: Clause[], unbracketed: boolean, start: number, end: number }}
 */
function group(cursor, mistakes) {
  const first = unit(cursor, mistakes);
  const units = [first];
  while (cursor.isAt("OR")) {
    const operator = /** @type {Operator} */ (cursor.operator("OR"));
    if (cursor.canStart) units.push(unit(cursor, mistakes, operator));
    else stray(operator, mistakes);
  }
  const span = { start: first.start, end: units[units.length - 1].end };
  const held = units.flatMap(({ clause: one, outer, operator }) => (one ? [{ one, outer, operator }] : []));
  if (units.length === 1) return { clauses: held.map(({ one }) => one), unbracketed: false, ...span };
  const wrong = held.filter(({ one, outer }) => one.presence === "prohibited" && !outer);
  if (wrong.length) mistakes.add(wrong[0].operator ?? units[1].operator ?? span, "OR cannot join what is to be left out.", "");
  const negative = wrong.map(({ one }) => one);
  const positive = held.map(({ one }) => one).filter((one) => !negative.includes(one));
  // What nothing can match leaves the other alternatives.
  if (positive.length) mistakes.forgive(span);
  return { clauses: [...joinedByOr(positive, first.outer, span), ...negative], unbracketed: units.some((one) => !one.bracketed), ...span };
}

/** @param {Clause[]} clauses @param {string} outer @param {{ start: number, end: number }} span @returns {Clause[]} */
function joinedByOr(clauses, outer, span) {
  if (clauses.length < 2) return clauses;
  const words = clauses.some((one) => one.kind === "words");
  const required = clauses.some((one) => one.kind === "words" && one.presence === "required");
  const presence = /[^+]/.test(outer) ? "prohibited" : outer || required || !words ? "required" : "optional";
  const alternatives = clauses.flatMap((one) => one.alternatives ?? [one]).map((one) => ({ ...one, presence: /** @type {const} */ ("optional") }));
  const text = alternatives.map((one) => one.text).join(" ");
  const filter = clauses.every((one) => one.filter && one.filter.name === clauses[0].filter?.name) ? clauses[0].filter : null;
  // A group is a filter only if nothing in it is sought in texts.
  const { kind } = alternatives.find((one) => one.kind !== "filter") ?? alternatives[0];
  return [clause({ kind, text, presence, alternatives, filter, ...span })];
}

/**
 * @typedef {{ clause: Clause | null, outer: string, bracketed: boolean, operator: Operator | null, start: number, end: number }} Unit
 */

/**
 * One operand with the NOT before it and the NEAR behind it.
 * @param {Cursor} cursor
 * @param {Mistakes} mistakes
 * @param {Operator | null} [operator] the OR before it
 * @returns {Unit}
 */
function unit(cursor, mistakes, operator = null) {
  const nots = [];
  for (let not = cursor.operator("NOT"); not; not = cursor.operator("NOT")) nots.push(not);
  const start = nots[0]?.start ?? cursor.place;
  const extra = cursor.canStart ? nots.slice(1) : nots;
  extra.forEach((not) => stray(not, mistakes));
  const operand = cursor.operand();
  if (!operand) return { clause: null, outer: "", bracketed: false, operator, start, end: nots[nots.length - 1]?.end ?? start };
  const near = nearOf(operand, cursor, mistakes);
  const one = near.clause && signed(near.clause, operand.outer, nots.length > 0);
  if (one && nots.length && near.clause?.presence === "prohibited") {
    mistakes.add({ start, end: near.end }, "What is to be left out is marked twice.", mistakes.text.slice(operand.start, near.end));
  }
  return { clause: one && { ...one, start }, outer: operand.outer, bracketed: operand.bracketed, operator, start, end: near.end };
}

/** A clause with the signs that stand before its bracket, or NOT. @param {Clause} one @param {string} outer @param {boolean} not @returns {Clause} */
function signed(one, outer, not) {
  if (not || /[^+]/.test(outer)) return { ...one, presence: "prohibited" };
  return outer && one.presence === "optional" ? { ...one, presence: "required" } : one;
}
