/**
 * @file Owns copying: words, and the same as HTML where they have a form of their own, with a word on how it went.
 */

/**
 * Copy, and say so.
 * @param {string} text
 * @param {string} what was copied, to begin a sentence
 * @param {HTMLElement} status where it is said
 * @param {string} [html]
 */
export async function copied(text, what, status, html) {
  const done = (await written(text, html)) || bySelection(text, html);
  // Emptied first, or the same words twice would be said once.
  status.textContent = "";
  requestAnimationFrame(() => (status.textContent = done ? `${what} was copied.` : `${what} could not be copied: the browser does not allow it.`));
  return done;
}

/** @param {string} text @param {string} [html] */
async function written(text, html) {
  try {
    const forms = { "text/plain": text, ...(html ? { "text/html": html } : {}) };
    const blobs = Object.entries(forms).map(([type, form]) => [type, new Blob([form], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    // No secure connection, no permission, or an old browser: there is an older way.
    return false;
  }
}

/** @param {string} text @param {string} [html] */
function bySelection(text, html) {
  const put = (/** @type {ClipboardEvent} */ event) => {
    event.clipboardData?.setData("text/plain", text);
    if (html) event.clipboardData?.setData("text/html", html);
    event.preventDefault();
  };
  addEventListener("copy", put, { once: true, capture: true });
  const done = document.execCommand("copy");
  removeEventListener("copy", put, { capture: true });
  return done;
}
