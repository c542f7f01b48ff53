/**
 * @file Owns asking Pagefind through its own interface.
 */

/** @type {Promise<any> | null} */
let ready = null;

/** Load what every query needs. */
export function prepare() {
  return (ready ??= begin());
}

async function begin() {
  const pagefind = await import(new URL("./pagefind/pagefind.js", import.meta.url).href);
  await pagefind.init();
  return pagefind;
}

/**
 * The ids of the best documents, best first; each result's data are read, as a page that shows them does.
 * @param {string} query
 * @param {number} size
 * @returns {Promise<string[]>}
 */
export async function find(query, size) {
  const { search } = await prepare();
  const { results } = await search(query);
  const shown = await Promise.all(results.slice(0, size).map((/** @type {any} */ result) => result.data()));
  return shown.map(({ url }) => idOf(url.slice(url.lastIndexOf("/") + 1, -".html".length)));
}

/** @param {string} page the id's bytes in hexadecimal */
function idOf(page) {
  return decodeURIComponent(page.replace(/../g, "%$&"));
}
