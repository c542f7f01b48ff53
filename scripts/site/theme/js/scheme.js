/**
 * @file Owns the colours: the reader's choice from the first paint on, and the switch that makes it.
 *
 * A classic script in the head, so that no page flashes in the wrong colours. A page follows the system until the
 * reader says otherwise, and only a difference from the system is remembered.
 */

(() => {
  const KEY = "archive-scheme";
  const root = document.documentElement;
  const systemDark = matchMedia("(prefers-color-scheme: dark)");

  /** @returns {"light" | "dark"} what the system asks for */
  const systemScheme = () => (systemDark.matches ? "dark" : "light");

  /** @returns {string} what the page shows now */
  const shownScheme = () => root.dataset.scheme ?? systemScheme();

  function recall() {
    try {
      const scheme = localStorage.getItem(KEY);
      if (scheme) root.dataset.scheme = scheme;
    } catch {
      // Storage is blocked: follow the system.
    }
  }

  /**
   * Shows a scheme; one that agrees with the system is not stored, so the page goes on following it.
   * @param {string} scheme
   */
  function choose(scheme) {
    const differs = scheme !== systemScheme();
    if (differs) root.dataset.scheme = scheme;
    else delete root.dataset.scheme;
    try {
      if (differs) localStorage.setItem(KEY, scheme);
      else localStorage.removeItem(KEY);
    } catch {
      // Storage is blocked: the choice lasts for this page.
    }
  }

  /** @param {HTMLButtonElement} button */
  function mount(button) {
    const tell = () => button.setAttribute("aria-pressed", String(shownScheme() === "dark"));
    button.addEventListener("click", () => {
      choose(shownScheme() === "dark" ? "light" : "dark");
      tell();
    });
    systemDark.addEventListener("change", tell);
    tell();
    button.hidden = false;
  }

  recall();
  addEventListener("DOMContentLoaded", () => {
    /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("button[data-scheme-switch]")).forEach(mount);
  });
})();
