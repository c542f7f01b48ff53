/**
 * @file Owns which documents have a reference: those that have its words in theirs.
 */

import { words } from "./analysis.js";

/** Stands before a word of a reference, as in `scripts/archive/search/references.py`. */
const REFERENCE = "#";

/**
 * A 1 for each document whose own reference has the words: some of its parts, or all written as one.
 * @param {string} reference as typed
 * @param {import("./published.js").Published} index
 */
export async function withReference(reference, { documents: count, pairs }) {
  const parts = words(reference).map((word) => word.surface);
  const [whole, ...each] = await Promise.all([parts.join(""), ...parts].map((word) => pairs.documents(REFERENCE, word)));
  const found = new Uint8Array(count);
  const counts = new Uint8Array(count);
  for (const documents of each) for (const number of documents) counts[number] += 1;
  for (let number = 0; number < count; number += 1) found[number] = Number(parts.length > 0 && counts[number] === parts.length);
  for (const number of whole) found[number] = 1;
  return found;
}
