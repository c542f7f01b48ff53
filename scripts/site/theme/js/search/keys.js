/**
 * @file Owns the keys that lead to the search box from anywhere on a page: `/` and Ctrl-K (on a Mac also Cmd-K).
 *
 * A single letter as a key can disturb those who speak to their computer, so `/` can be switched off (WCAG 2.1.4).
 */

const OFF = "archive-no-slash";

/** @returns {boolean} */
function isSlashOn() {
  try {
    return localStorage.getItem(OFF) === null;
  } catch {
    return true;
  }
}

/** @param {boolean} on */
function setSlash(on) {
  try {
    if (on) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  } catch {
    // Storage is blocked: it stays as it is.
  }
}

/** @param {EventTarget | null} target */
function isWriting(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

/** @param {KeyboardEvent} event */
function leadsToBox(event) {
  if (event.altKey || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === "k" && !event.shiftKey;
  return event.key === "/" && !isWriting(event.target) && isSlashOn();
}

/** The search page's own box, or else the one at the top. @returns {HTMLInputElement | null} */
function box() {
  return document.querySelector("[data-search-page] input[name=q]") ?? document.querySelector("form[data-search-key] input[name=q]");
}

export function startKeys() {
  document.addEventListener("keydown", (event) => {
    const input = leadsToBox(event) ? box() : null;
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  for (const place of document.querySelectorAll("[data-slash-switch]")) place.append(slashSwitch());
}

function slashSwitch() {
  const button = document.createElement("button");
  const tell = () => {
    button.setAttribute("aria-pressed", String(isSlashOn()));
    button.textContent = "The key / leads to the search box";
  };
  button.type = "button";
  button.addEventListener("click", () => {
    setSlash(!isSlashOn());
    tell();
  });
  tell();
  return button;
}
