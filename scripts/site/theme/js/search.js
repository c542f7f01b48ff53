/**
 * @file Owns the search box of the masthead: it asks the worker of Material's search plugin and lists what it answers.
 *
 * The worker's address and the site's root come from the `__config` block that Material's base template writes.
 */

/** @typedef {{location: string, title: string, text: string, score: number}} Hit one page, or one headed part of a page */

// The numbers by which Material's worker knows its messages.
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;

const EXCERPT_LENGTH = 220;

const box = /** @type {HTMLElement} */ (document.querySelector("[data-search]"));
const input = /** @type {HTMLInputElement} */ (box.querySelector("input[type=search]"));
const panel = /** @type {HTMLElement} */ (box.querySelector("[data-search-panel]"));
const status = /** @type {HTMLElement} */ (box.querySelector("[data-search-status]"));
const results = /** @type {HTMLElement} */ (box.querySelector("[data-search-results]"));
const settings = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("__config")).textContent ?? "{}");
const siteRoot = new URL(settings.base + "/", location.href);

/** @type {Promise<Worker> | undefined} */
let workerReady;

/** @returns {Promise<Worker>} the worker once it has read the index; started by the first use, not by every page */
function startWorker() {
  workerReady ??= fetch(new URL("search/search_index.json", siteRoot))
    .then((response) => response.json())
    .then(({ config, docs }) => new Promise((resolve) => {
      const worker = new Worker(new URL(settings.search, location.href));
      worker.addEventListener("message", ({ data }) => {
        if (data.type === READY) resolve(worker);
        if (data.type === RESULT) show(data.data.items);
      });
      worker.postMessage({ type: SETUP, data: { config, docs, options: { suggest: false } } });
    }));
  return workerReady;
}

/**
 * Keeps the words and the marks of the worker's HTML and nothing else of it.
 * @param {string} html
 * @returns {Node[]}
 */
function excerpt(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  let left = EXCERPT_LENGTH;
  const pieces = [];
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() && left > 0) {
    const words = walker.currentNode.textContent ?? "";
    const marked = walker.currentNode.parentElement?.localName === "mark";
    const piece = document.createElement(marked ? "mark" : "span");
    piece.textContent = words.length > left ? words.slice(0, left).replace(/\S*$/, "…") : words;
    left -= words.length;
    pieces.push(piece);
  }
  return pieces;
}

/**
 * @param {Hit[]} hits one page with its matching parts
 * @returns {HTMLLIElement}
 */
function resultItem(hits) {
  const best = hits.reduce((a, b) => (b.score > a.score ? b : a));
  const page = hits.find((hit) => !hit.location.includes("#")) ?? best;
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL(best.location, siteRoot).href;
  link.append(...excerpt(page.title));
  const words = document.createElement("p");
  words.append(...excerpt(best.text));
  item.append(link, words);
  return item;
}

/** @param {Hit[][]} pages */
function show(pages) {
  results.replaceChildren(...pages.map(resultItem));
  status.textContent = pages.length === 0 ? "Nothing found" : pages.length === 1 ? "1 page" : `${pages.length} pages`;
}

async function search() {
  const query = input.value.trim();
  panel.hidden = query === "";
  if (panel.hidden) return;
  try {
    const worker = await startWorker();
    worker.postMessage({ type: QUERY, data: query });
  } catch {
    workerReady = undefined; // the next letter typed tries again
    status.textContent = "The search could not be loaded; the sections list everything.";
  }
}

function close() {
  panel.hidden = true;
}

input.addEventListener("input", search);
input.addEventListener("focus", search);

input.form?.addEventListener("submit", (event) => {
  event.preventDefault();
  /** @type {HTMLAnchorElement | null} */ (results.querySelector("a"))?.focus();
});

box.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || panel.hidden) return;
  event.preventDefault(); // or the browser would also empty the field
  input.focus();
  close();
});

box.addEventListener("focusout", ({ relatedTarget }) => {
  // A click on plain words in the panel moves focus nowhere and must not close it.
  if (relatedTarget instanceof Node && !box.contains(relatedTarget)) close();
});

document.addEventListener("pointerdown", ({ target }) => {
  if (target instanceof Node && !box.contains(target)) close();
});

box.querySelector("[data-search-close]")?.addEventListener("click", () => {
  input.focus();
  close();
});

const asked = new URLSearchParams(location.search).get("q");
if (asked) {
  input.value = asked;
  input.focus();
  search(); // a page opened in the background gets no focus event
}
