/**
 * @file Owns asking the search of Material for MkDocs through the messages that its pages send to its worker.
 */

const SETUP = 0;
const QUERY = 2;

/** @type {Worker} */
let worker;

/** @type {Promise<any> | null} */
let ready = null;

/** Load the documents and have the worker index them. */
export function prepare() {
  return (ready ??= setUp());
}

/**
 * The ids of the best documents, best first.
 * @param {string} query
 * @param {number} size
 * @returns {Promise<string[]>}
 */
export async function find(query, size) {
  await prepare();
  const { items } = await told(QUERY, query);
  return items.slice(0, size).map(([{ location }]) => idOf(location.split("/")[1]));
}

async function setUp() {
  worker = new Worker("search-worker.js");
  const { config, docs } = await (await fetch("search/search_index.json")).json();
  return told(SETUP, { config, docs, options: { suggest: false } });
}

/**
 * The data of the worker's next message; it answers one question after the other.
 * @param {number} type
 * @param {unknown} data
 * @returns {Promise<any>}
 */
function told(type, data) {
  return new Promise((resolve, reject) => {
    worker.onmessage = (event) => resolve(event.data.data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage({ type, data });
  });
}

/** @param {string} page the id's bytes in hexadecimal */
function idOf(page) {
  return decodeURIComponent(page.replace(/../g, "%$&"));
}
