/**
 * @file Owns coming back to the search page: a reload leads to where one had scrolled, as soon as the results are there.
 */

/** What someone does who scrolls without waiting for us. */
const SCROLLING = ["wheel", "touchmove", "keydown", "pointerdown"];

/** So many milliseconds after the results everything else is there. */
const PATIENCE = 5000;

/**
 * Note where the page is left, and go to where it was left before.
 * @param {Promise<void>} shown kept when the results are there
 */
export async function returnTo(shown) {
  addEventListener("pagehide", () => history.replaceState({ ...history.state, top: scrollY }, ""));
  const top = history.state?.top;
  if (!top) return;
  const done = new AbortController();
  for (const sign of SCROLLING) addEventListener(sign, () => done.abort(), { passive: true, signal: done.signal });
  // The browser would move the place by what comes in above it; the place is to stay what it was.
  const { style } = document.documentElement;
  style.overflowAnchor = "none";
  await shown;
  const go = () => { if (!done.signal.aborted) scrollTo({ top, behavior: "instant" }); };
  go();
  // What is still to come above and below moves the place again, until the page is as it was.
  const growing = new ResizeObserver(go);
  growing.observe(document.body);
  done.signal.addEventListener("abort", () => { growing.disconnect(); style.overflowAnchor = ""; });
  setTimeout(() => done.abort(), PATIENCE);
}
