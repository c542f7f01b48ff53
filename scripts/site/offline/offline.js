/**
 * @file Owns what a browser refuses to a page that is opened from a disk, done with what it allows there: scripts.
 *
 * Of a `file:` page, browsers fetch no files, import no modules and start no threads; they do load scripts. So each
 * file that the site's scripts fetch stands in the offline copy as a script that gives its text, and each module as
 * a script that gives what the module exports. Nothing of this is in the site itself.
 */
(() => {
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const top = new URL("../", here);

  /** What has come, by its address without `?…`. @type {Map<string, unknown>} */
  const given = new Map();

  /** @param {string} address */
  const plain = (address) => address.replace(/[?#].*$/, "");

  /** Run a script. Rejects where it is not there. @param {string} address @returns {Promise<void>} */
  function run(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", () => { script.remove(); resolve(); });
      script.addEventListener("error", () => { script.remove(); reject(new TypeError(`not in this copy: ${address}`)); });
      document.head.append(script);
    });
  }

  const $offline = {
    /** Called by the script that holds a module. @param {string} address @param {object} exported */
    ran: (address, exported) => { given.set(plain(address), exported); },

    /** Called by the script that holds a file. @param {string} path below the site's folder @param {string} text */
    give: (path, text) => { given.set(new URL(path, top).href, text); },

    /** What `import()` does. @param {string} address */
    async load(address) {
      const name = plain(address);
      if (!given.has(name)) await run(name);
      return given.get(name);
    },
  };

  /** What `fetch` does, for the files of this copy. @param {string | URL} asked */
  async function fetched(asked) {
    const address = plain(String(asked)).replace(/\/$/, "/index.html");
    if (!given.has(address)) await run(`${address}.js`);
    const text = String(given.get(address));
    given.delete(address); // the scripts of the site keep what they use again
    const response = new Response(text);
    Object.defineProperty(response, "url", { value: String(asked) });
    return response;
  }

  Object.assign(globalThis, { $offline, fetch: fetched, Worker: undefined });

  /** A link to a folder leads to its page; those in the pages as they stand are written so, others are made by scripts. */
  addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }, true);
})();
