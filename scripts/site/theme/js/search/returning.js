/**
 * @file Owns coming back to the search page: a reload leads to where one had scrolled, as soon as the results are there.
 */

/** What someone does who scrolls without waiting for us. */
const SCROLLING = ["wheel", "touchmove", "keydown", "pointerdown"];

/**
 * Note where the page is left, and go to where it was left before.
 * @param {Promise<void>} shown kept when the results are there
 */
export async function returnTo(shown) {
  addEventListener("pagehide", () => history.replaceState({ ...history.state, top: scrollY }, ""));
  const top = history.state?.top;
  if (!top) return;
  let gone = false;
  const leave = () => { gone = true; };
  for (const sign of SCROLLING) addEventListener(sign, leave, { once: true, passive: true });
  await shown;
  if (!gone) scrollTo({ top, behavior: "instant" });
  for (const sign of SCROLLING) removeEventListener(sign, leave);
}
