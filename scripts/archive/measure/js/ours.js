/**
 * @file Owns asking this archive's search as its pages do: what stands here is on every page (start.js), and wakes the rest.
 *
 * It is put beside the modules that it imports, and joined with them as the site's scripts are.
 */

import { ahead } from "./ahead.js";
import { loaded } from "./loading.js";

const ASKING = new URL("./asking.js", import.meta.url).href;

/** @type {Promise<typeof import("./asking.js")> | null} */
let begun = null;

/** Load what every query needs, as the box does when it gets the focus. */
export function prepare() {
  return (begun ??= begin());
}

async function begin() {
  const early = ahead();
  const asking = await loaded(ASKING);
  asking.connect(early);
  return asking;
}

/**
 * The ids of the best documents, best first.
 * @param {string} query
 * @param {number} size
 * @returns {Promise<string[]>}
 */
export async function find(query, size) {
  return (await prepare()).found(query, size);
}

/**
 * The same while somebody types: the last word is also sought as a beginning, as the box does.
 * @param {string} query
 * @param {number} size
 * @returns {Promise<string[]>}
 */
export async function findTyped(query, size) {
  return (await prepare()).foundTyped(query, size);
}
