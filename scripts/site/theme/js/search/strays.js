/**
 * @file Owns what is said of an operator that joins nothing.
 */

/** @typedef {import("./mistakes.js").Mistakes} Mistakes */
/** @typedef {import("./scanning.js").Operator} Operator */

/** @param {Operator} operator @param {Mistakes} mistakes */
export function stray(operator, mistakes) {
  const { text } = mistakes;
  const typed = text.slice(operator.start, operator.end);
  const beside = operator.name === "NOT" ? "before what is to be left out" : "between the two things that it joins";
  mistakes.add(operator, `${typed} stands ${beside}; as a word it is written ${typed.toLowerCase()}.`, operator.name === "NEAR" && !operator.distance ? "near" : "");
}
