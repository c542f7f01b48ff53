/**
 * @file Owns coming back to the search page: a reload leads to where one had scrolled, as soon as the results are there.
 */

/** What someone does who scrolls without waiting for us. */
const SCROLLING = ["wheel", "touchmove", "keydown", "pointerdown"];

/** So many milliseconds after the results the page is as long as it gets. */
const PATIENCE = 3000;

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
  await shown;
  const go = () => {
    if (done.signal.aborted) return;
    scrollTo({ top, behavior: "instant" });
    if (scrollY >= Math.floor(top)) done.abort();
  };
  go();
  // What is still to come makes the page as long as it was.
  const growing = new ResizeObserver(go);
  growing.observe(document.body);
  done.signal.addEventListener("abort", () => growing.disconnect());
  setTimeout(() => done.abort(), PATIENCE);
}
