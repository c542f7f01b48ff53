/**
 * @file Owns making elements.
 */

/**
 * An element with attributes and children; an attribute that is false or null is left out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

/** Words with the found ones marked. @param {readonly { text: string, mark: boolean }[]} pieces @returns {Node[]} */
export function marked(pieces) {
  return pieces.map(({ text, mark }) => (mark ? make("mark", {}, text) : document.createTextNode(text)));
}

/** The one element that a selector names. @param {string} selector @param {ParentNode} [within] @returns {HTMLElement} */
export function the(selector, within = document) {
  const found = within.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`no ${selector}`);
  return found;
}

/** @param {number} number @param {string} noun @param {string} [plural] */
export function counted(number, noun, plural = `${noun}s`) {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? noun : plural}`;
}

/** The site's own address, which ends in a slash; this file is js/search/dom.js below it. */
export const SITE = new URL("../../", import.meta.url);
