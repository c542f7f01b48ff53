/**
 * @file Owns what is said of a word that was not looked for, because too many words are like it.
 */

/** @typedef {import("./clauses.js").Clause} Clause */

/** @param {Clause} clause */
export function tooMany({ text, wildcard, fuzzy }) {
  if (fuzzy) return `So many words are like “${text}” that they were not looked for.${fuzzy > 1 ? " Try ~1." : ""}`;
  const so = wildcard === "prefix" ? `begin with “${text.replace("*", "")}”` : `fit “${text}”`;
  return `So many words ${so} that they were not looked for. Add a letter or two.`;
}
