/**
 * @file Owns asking this archive's search as its boxes do: typed text through their reading and client to the engine's own thread.
 *
 * It is put beside the modules that it imports, and joined with them as the site's scripts are.
 */

import { Asker, prepare as connect } from "./client.js";
import { begun } from "./plain.js";
import { readWhole } from "./typed.js";

const asker = new Asker({ read: readWhole });
const typist = new Asker({ read: async (text) => ({ query: begun((await readWhole(text)).query), mistakes: [] }) });

/** Load what every query needs. */
export function prepare() {
  connect();
}

/**
 * The ids of the best documents, best first.
 * @param {string} query
 * @param {number} size
 * @returns {Promise<string[]>}
 */
export function find(query, size) {
  return found(asker, query, size);
}

/**
 * The same while somebody types: the last word is also sought as a beginning, as the box does.
 * @param {string} query
 * @param {number} size
 * @returns {Promise<string[]>}
 */
export function findTyped(query, size) {
  return found(typist, query, size);
}

/** @param {Asker} one @param {string} query @param {number} size @returns {Promise<string[]>} */
async function found(one, query, size) {
  const { answer } = await one.ask(query, { size });
  return answer ? answer.hits.map(({ id }) => id) : [];
}
