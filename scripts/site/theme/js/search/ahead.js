/**
 * @file Owns what is asked for before the scripts that use it have arrived: the search's thread, and the root of its index.
 */

/**
 * `died` is kept when the thread does not start; the thread itself gets the text of the root, or null where it has to fetch it.
 * @typedef {{ worker: Worker, died: Promise<void>, root: Promise<string | null> }} Ahead
 */

const ROOT = new URL("../../search/root.json", import.meta.url);

/** Start both. Throws where this browser has no threads. @returns {Ahead} */
export function ahead() {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  const root = fetch(ROOT, { cache: "no-cache" }).then((response) => (response.ok ? response.text() : null)).catch(() => null);
  root.then((text) => worker.postMessage({ root: text }));
  const died = new Promise((/** @type {(value: void) => void} */ resolve) => {
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      resolve();
    });
  });
  return { worker, died, root };
}
