/**
 * @file Owns wrapping places of a document in marks, and taking them away again; the words of the page stay what they are.
 */

import { make } from "./dom.js";

export const BLOCKS = "p, li, h1, h2, h3, h4, dd, blockquote";

/** One place that is marked: several elements where a link or an abbreviation begins or ends in it. @typedef {HTMLElement[]} Place */

/**
 * The text nodes of a document by the block that they stand in.
 * @param {HTMLElement} doc
 * @returns {Text[][]}
 */
export function blocksOf(doc) {
  const walker = document.createTreeWalker(doc, NodeFilter.SHOW_TEXT);
  /** @type {Map<Element, Text[]>} */
  const blocks = new Map();
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const block = node.parentElement?.closest(BLOCKS);
    if (block) blocks.set(block, [...(blocks.get(block) ?? []), node]);
  }
  return [...blocks.values()];
}

/**
 * Wrap what was found in a block's text.
 * @param {Text[]} nodes
 * @param {{ start: number, end: number }[]} spans
 * @returns {Place[]}
 */
export function wrap(nodes, spans) {
  /** @type {Place[]} */
  const places = spans.map(() => []);
  let offset = nodes.reduce((length, node) => length + node.data.length, 0);
  // From the end, so that a node that is split keeps the offsets of what stands before.
  for (const node of [...nodes].reverse()) {
    offset -= node.data.length;
    const begin = offset, length = node.data.length;
    for (let at = spans.length - 1; at >= 0; at -= 1) {
      const start = Math.max(0, spans[at].start - begin), end = Math.min(length, spans[at].end - begin);
      if (start < end) places[at].unshift(wrapped(node, start, end));
    }
  }
  return places.filter((place) => place.length);
}

/** @param {Text} node @param {number} start @param {number} end @returns {HTMLElement} */
function wrapped(node, start, end) {
  const words = start ? node.splitText(start) : node;
  if (end - start < words.data.length) words.splitText(end - start);
  const mark = make("mark", { class: "hit" });
  words.replaceWith(mark);
  mark.append(words);
  return mark;
}

/** Take marks away, and leave the text in one piece as it was. @param {Place[]} places */
export function unwrap(places) {
  for (const mark of places.flat()) {
    const { parentElement } = mark;
    mark.replaceWith(...mark.childNodes);
    parentElement?.normalize();
  }
}
