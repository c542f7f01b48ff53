/**
 * @file Owns what stands in a measured page where the box and the search page stand: typed text goes through their reading and client to the engine's own thread.
 *
 * It is put beside the modules that it imports, and joined with them as the site's scripts are.
 */

import { Asker, prepare } from "./client.js";
import { takeOver } from "./connection.js";
import { begun } from "./plain.js";
import { readWhole } from "./typed.js";

const asker = new Asker({ read: readWhole });
const typist = new Asker({ read: async (text) => ({ query: begun((await readWhole(text)).query), mistakes: [] }) });

/** @param {import("./ahead.js").Ahead} early what has been asked for already */
export function connect(early) {
  takeOver(early);
  prepare();
}

/** The ids of the best documents, best first. @param {string} query @param {number} size */
export const found = (query, size) => asked(asker, query, size);

/** The same while somebody types. @param {string} query @param {number} size */
export const foundTyped = (query, size) => asked(typist, query, size);

/** @param {Asker} one @param {string} query @param {number} size @returns {Promise<string[]>} */
async function asked(one, query, size) {
  const { answer } = await one.ask(query, { size });
  return answer ? answer.hits.map(({ id }) => id) : [];
}
