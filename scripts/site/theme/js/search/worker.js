/**
 * @file Owns the search's own thread: it answers questions of client.js, of each asker only the newest.
 */

import { Engine } from "./engine.js";
import { handing } from "./handing.js";

/** @type {(text: string | null) => void} */
let hand = () => {};
const root = new Promise((/** @type {typeof hand} */ resolve) => { hand = resolve; });
const engine = new Engine(new URL("../../search/", import.meta.url), handing(root));

/** The newest question of each asker. @type {Map<number, number>} */
const newest = new Map();

addEventListener("message", ({ data }) => {
  if ("root" in data) hand(data.root);
  else answer(data);
});
engine.prepare().catch(() => {}); // the first question will say so

/** @param {{ id: number, asker: number, query: import("./clauses.js").Query, options: import("./answers.js").Options }} question */
async function answer({ id, asker, query, options }) {
  newest.set(asker, id);
  await new Promise((resolve) => setTimeout(resolve)); // questions that came meanwhile are noted first
  if (newest.get(asker) !== id) return;
  try {
    postMessage({ id, answer: await engine.search(query, options) });
  } catch (error) {
    postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
  }
}
