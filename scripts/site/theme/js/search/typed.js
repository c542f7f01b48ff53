/**
 * @file Owns reading what is being typed into a box: mere words at once, anything else by the language, which is then loaded.
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
  const plain = plainly(text);
  const { query, mistakes } = plain ? { query: plain, mistakes: [] } : await readWhole(text);
  return { query: mistakes.length ? query : begun(query), mistakes };
}

/** @param {string} text @returns {Promise<Parsed>} */
async function readWhole(text) {
  try {
    const { parse } = await loaded(LANGUAGE);
    return parse(text);
  } catch (error) {
    throw new Failed(error instanceof Error ? error.message : String(error));
  }
}
