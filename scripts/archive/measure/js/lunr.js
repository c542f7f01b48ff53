/**
 * @file Owns asking lunr.js as it comes, over an index that the page makes, as MkDocs' own search does.
 */

/** @type {Promise<any> | null} */
let index = null;

/** Load and index the documents. */
export function prepare() {
  return (index ??= indexed());
}

/**
 * The ids of the best documents, best first.
 *
 * Where lunr.js takes signs in a text for its language and refuses them, it is asked for the words.
 * @param {string} query
 * @param {number} size
 * @returns {Promise<string[]>}
 */
export async function find(query, size) {
  return answered(await prepare(), query).slice(0, size).map(({ ref }) => ref);
}

/**
 * @param {any} ready
 * @param {string} query
 * @returns {{ ref: string }[]}
 */
function answered(ready, query) {
  const lunr = global();
  try {
    return ready.search(query);
  } catch (error) {
    if (!(error instanceof lunr.QueryParseError)) throw error;
    return ready.query((/** @type {any} */ asked) => asked.term(lunr.tokenizer(query)));
  }
}

/** @returns {Promise<any>} */
async function indexed() {
  const [response] = await Promise.all([fetch("documents.json"), script("lunr.js")]);
  const documents = await response.json();
  return global()(/** @this {any} */ function () {
    this.ref("id");
    this.field("title");
    this.field("text");
    for (const document of documents) this.add(document);
  });
}

/** What lunr.js leaves in the window. @returns {any} */
function global() {
  return /** @type {any} */ (window).lunr;
}

/** @param {string} src */
function script(src) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement("script"), { src, onload: resolve, onerror: reject });
    document.head.append(element);
  });
}
