/**
 * @file Owns what the address of the search page says: the query, the order of the results, and how many are shown.
 */

/** @typedef {"best" | "newest" | "oldest"} Sort */
/** @typedef {{ text: string, sort: Sort, size: number }} State */

export const PAGE = 10;
export const MOST = 500;

/** @returns {State} */
export function fromAddress() {
  const asked = new URLSearchParams(location.search);
  const sort = asked.get("sort"), size = Number(asked.get("show"));
  return {
    text: asked.get("q") ?? "",
    sort: sort === "newest" || sort === "oldest" ? sort : "best",
    size: Number.isInteger(size) && size > PAGE ? Math.min(size, MOST) : PAGE,
  };
}

/** @param {State} state @returns {URL} */
export function toAddress({ text, sort, size }) {
  const address = new URL(location.pathname, location.href);
  if (text.trim()) address.searchParams.set("q", text.trim());
  if (sort !== "best") address.searchParams.set("sort", sort);
  if (size > PAGE) address.searchParams.set("show", String(size));
  return address;
}
