/**
 * @file Owns the search's own thread: it answers questions of client.js, of each asker only the newest.
 */

import { Engine } from "./engine.js";

const engine = new Engine(new URL("../../search/", import.meta.url), (/** @type {URL | string} */ url, /** @type {RequestInit | undefined} */ options) => fetch(url, options));

/** The newest question of each asker. @type {Map<number, number>} */
const newest = new Map();

addEventListener("message", async ({ data: { id, asker, query, options } }) => {
  if (!query) {
    engine.prepare().catch(() => {}); // the first question will say so
    return;
  }
  newest.set(asker, id);
  await new Promise((resolve) => setTimeout(resolve)); // questions that came meanwhile are noted first
  if (newest.get(asker) !== id) return;
  try {
    postMessage({ id, answer: await engine.search(query, options) });
  } catch (error) {
    postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
  }
});
