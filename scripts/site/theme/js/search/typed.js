/**
 * @file Owns reading what is being typed into a box: mere words and phrases at once, anything else by the language, which is then loaded.
 */

import { Failed } from "./client.js";
import { loaded } from "./loading.js";
import { begun, plainly } from "./plain.js";

/** @typedef {import("./query.js").Parsed} Parsed */

const LANGUAGE = new URL("./query.js", import.meta.url).href;

/**
 * The query that a text is, its last word also as a beginning. Throws `Failed` where the language cannot be loaded.
 * @param {string} text
 * @returns {Promise<Parsed>}
 */
export async function readTyped(text) {
  // A phrase whose second mark has yet to be typed is sought as far as it goes, as the language would.
  const open = plainly(text) ? null : plainly(`${text}"`);
  const { query, mistakes } = open ? { query: open, mistakes: [] } : await readWhole(text);
  return { query: mistakes.length || open ? query : begun(query), mistakes };
}

/** What a text is as a whole, by the language only where it has any of its signs. Throws `Failed`. @param {string} text @returns {Promise<Parsed>} */
export async function readWhole(text) {
  const plain = plainly(text);
  if (plain) return { query: plain, mistakes: [] };
  try {
    const { parse } = await loaded(LANGUAGE);
    return parse(text);
  } catch (error) {
    throw new Failed(error instanceof Error ? error.message : String(error));
  }
}
