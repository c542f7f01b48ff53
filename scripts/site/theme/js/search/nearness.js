/**
 * @file Owns NEAR in a query: what it joins, and how far apart.
 */

import { clause } from "./clauses.js";
import { stray } from "./strays.js";

/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./mistakes.js").Mistakes} Mistakes */
/** @typedef {import("./operands.js").Cursor} Cursor */
/** @typedef {import("./operands.js").Operand} Operand */
/** @typedef {import("./scanning.js").Operator} Operator */

const DISTANCE = 5;
const MOST_DISTANCE = 100;

/**
 * An operand, or a chain of operands joined by NEAR.
 * @param {Operand} first
 * @param {Cursor} cursor
 * @param {Mistakes} mistakes
 * @returns {{ clause: Clause | null, end: number }}
 */
export function nearOf(first, cursor, mistakes) {
  const chain = [first];
  let distance = 0;
  while (cursor.isAt("NEAR")) {
    const operator = /** @type {Operator} */ (cursor.operator("NEAR"));
    const next = cursor.operandAhead;
    if (!next) stray(operator, mistakes);
    else if (!isNearable(chain[chain.length - 1].clause, chain.length === 1) || !isNearable(next.clause, false)) {
      mistakes.add(operator, "NEAR joins plain words and phrases only.", "");
      break;
    } else {
      distance = Math.max(distance, readDistance(operator, mistakes));
      chain.push(/** @type {Operand} */ (cursor.operand()));
    }
  }
  const clauses = chain.map((one) => one.clause).filter((one) => one !== null);
  const end = chain[chain.length - 1].end;
  if (chain.length === 1) return { clause: first.clause, end };
  const presence = clauses[0].presence === "prohibited" ? "prohibited" : "required";
  const text = clauses.map((one) => one.text).join(" ");
  return { clause: clause({ kind: "near", presence, text, distance, near: clauses, start: first.start, end }), end };
}

/** Whether NEAR can join it; the first of a chain may have a sign, which is then the chain's. @param {Clause | null} one @param {boolean} first */
function isNearable(one, first) {
  if (!one || one.field || one.boost !== 1) return false;
  const signless = one.presence === (one.kind === "phrase" ? "required" : "optional");
  return (first || signless) && (one.kind === "phrase" || (one.kind === "words" && one.wildcard === "none" && one.fuzzy === 0));
}

/** @param {Operator} operator @param {Mistakes} mistakes */
function readDistance(operator, mistakes) {
  if (operator.distance === null) return DISTANCE;
  const distance = /^\d+$/.test(operator.distance) ? Number(operator.distance) : NaN;
  if (distance >= 1 && distance <= MOST_DISTANCE) return distance;
  const right = distance > MOST_DISTANCE ? MOST_DISTANCE : distance === 0 ? 1 : DISTANCE;
  mistakes.add(operator, `Behind NEAR/ stands how many words apart, from 1 to ${MOST_DISTANCE}.`, `NEAR/${right}`);
  return right;
}
