/**
 * @file Owns where the filters of the search page stand: beside the results where there is room, else before them, with a way on.
 */

import { part } from "./parts.js";

/** The filters stand open behind the results where there is room beside them; else closed before them, in the order in which they are read. */
export function placeFilters() {
  const wide = matchMedia("(min-width: 76rem)"), narrow = /** @type {HTMLDetailsElement} */ (part("narrow"));
  const place = () => {
    const { activeElement } = document;
    if (wide.matches) part("main").after(narrow);
    else part("main").before(narrow);
    narrow.open = wide.matches;
    if (narrow.contains(activeElement)) /** @type {HTMLElement} */ (activeElement).focus({ preventScroll: true });
  };
  wide.addEventListener("change", place);
  part("show").addEventListener("click", () => {
    narrow.open = false;
    part("list").scrollIntoView();
    part("list").focus({ preventScroll: true });
  });
  place();
}
