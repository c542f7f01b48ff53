/**
 * @file Owns the operands of a query, one behind the other with the operators between them, brackets taken off.
 */

import { readItem } from "./items.js";

/** @typedef {import("./clauses.js").Clause} Clause */
/** @typedef {import("./mistakes.js").Mistakes} Mistakes */
/** @typedef {import("./naming.js").Names} Names */
/** @typedef {import("./scanning.js").Token} Token */
/** @typedef {import("./scanning.js").Operator} Operator */

/**
 * An operand with the signs of the brackets that it stands in; `clause` is null where a mistake left nothing of it.
 * @typedef {{ clause: Clause | null, outer: string, bracketed: boolean, start: number, end: number }} Operand
 * @typedef {Operand | (Operator & { outer?: undefined })} Node
 */

/**
 * The operands and operators, brackets taken off: each operand knows the sign of its bracket.
 * @param {Token[]} tokens
 * @param {Mistakes} mistakes
 * @param {Names | null} names
 * @returns {Node[]}
 */
export function nodesOf(tokens, mistakes, names) {
  /** @type {Node[]} */
  const nodes = [];
  /** @type {{ signs: string, at: number, start: number }[]} */
  const open = [];
  tokens.forEach((token, index) => {
    if (token.kind === "open") open.push({ signs: token.signs + notBefore(nodes, tokens[index - 1]), at: index, start: token.start });
    else if (token.kind === "close") closeBracket(tokens, open.pop()?.at ?? -1, index, mistakes);
    else if (token.kind === "operator") nodes.push(token);
    else {
      const before = mistakes.count;
      const read = readItem(token, mistakes, names);
      // Mere punctuation is no operand; what a mistake left nothing of still is one for its operators.
      if (read || mistakes.count > before) {
        nodes.push({ clause: read, outer: open.map(({ signs }) => signs).join(""), bracketed: open.length > 0, start: token.start, end: token.end });
      }
    }
  });
  // One without signs or operators in it is mere punctuation, as in a text that was pasted.
  const unclosed = open.find(({ signs, at }) => signs || tokens.slice(at).some(({ kind }) => kind === "operator"));
  if (unclosed) mistakes.add({ start: mistakes.text.length, end: mistakes.text.length }, "The bracket is not closed.", ")");
  return nodes;
}

/** A minus, where the token before a bracket is NOT; it is then no operand's. @param {Node[]} nodes @param {Token | undefined} before */
function notBefore(nodes, before) {
  if (before?.kind !== "operator" || before.name !== "NOT") return "";
  nodes.pop();
  return "-";
}

/**
 * A bracket may hold anything, but OR and NEAR cannot join several things in one.
 * @param {Token[]} tokens
 * @param {number} open
 * @param {number} close
 * @param {Mistakes} mistakes
 */
function closeBracket(tokens, open, close, mistakes) {
  const before = tokens[open - 1], behind = tokens[close + 1];
  const joins = (/** @type {Token | undefined} */ token) => token?.kind === "operator" && (token.name === "OR" || token.name === "NEAR");
  if (open < 0 || !(joins(before) || joins(behind))) return;
  const inside = tokens.slice(open + 1, close);
  const alternatives = inside.every((token, at) => (at % 2 ? token.kind === "operator" && token.name === "OR" : token.kind === "item"));
  const near = [before, behind].some((token) => token?.kind === "operator" && token.name === "NEAR");
  if (alternatives && !(near && inside.length > 1)) return;
  const { text } = mistakes;
  const [start, end] = [tokens[open].start, tokens[close].end];
  const within = inside.length ? text.slice(inside[0].start, inside[inside.length - 1].end) : "";
  const plain = inside.length > 0 && inside.every(isBare);
  const operator = joins(behind) ? behind : before;
  const message = "OR and NEAR join words, phrases and fields, not what stands in brackets.";
  if (plain) mistakes.add({ start, end }, message, `"${within}"`);
  else mistakes.add(operator, message, "");
}

/** Whether a token is a word without any sign. @param {Token} token */
export function isBare(token) {
  return token.kind === "item" && !token.quoted && !token.signs && !token.field && !token.tail;
}

/** A place among the nodes of a query. */
export class Cursor {
  /** @param {Node[]} nodes @param {Mistakes} mistakes */
  constructor(nodes, mistakes) {
    this.nodes = nodes;
    this.at = 0;
    this.textEnd = mistakes.text.length;
  }

  get done() {
    return this.at >= this.nodes.length;
  }

  /** Where the next node begins in the text. */
  get place() {
    return this.nodes[this.at]?.start ?? this.textEnd;
  }

  /** Whether an operand comes next, perhaps behind NOT. */
  get canStart() {
    const next = this.nodes.slice(this.at).find((node) => !("name" in node && node.name === "NOT"));
    return next !== undefined && !("name" in next);
  }

  /** @returns {Operand | null} */
  get operandAhead() {
    const node = this.nodes[this.at];
    return node && !("name" in node) ? node : null;
  }

  /** @param {Operator["name"]} name */
  isAt(name) {
    const node = this.nodes[this.at];
    return node !== undefined && "name" in node && node.name === name;
  }

  /** @param {Operator["name"]} name @returns {Operator | null} */
  operator(name) {
    return this.isAt(name) ? /** @type {Operator} */ (this.nodes[this.at++]) : null;
  }

  /** @returns {Operand | null} */
  operand() {
    const operand = this.operandAhead;
    if (operand) this.at += 1;
    return operand;
  }
}
