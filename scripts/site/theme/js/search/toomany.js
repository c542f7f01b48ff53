/**
 * @file Owns what is said of a word that was not looked for, because too many words are like it, or like all that were typed.
 */

/** @typedef {import("./clauses.js").Clause} Clause */

/** @param {Clause} clause */
export function tooMany({ text, wildcard, fuzzy }) {
  if (fuzzy) return `So many words are like “${text}” that they were not looked for.${fuzzy > 1 ? " Try ~1." : ""}`;
  const so = wildcard === "prefix" ? `begin with “${text.replace("*", "")}”` : `fit “${text}”`;
  return `So many words ${so} that they were not looked for. Add a letter or two.`;
}

const NAMED = 3;

/** Of words that each could be looked for by itself. @param {Clause[]} clauses */
export function tooManyTogether(clauses) {
  const typed = [...new Set(clauses.map(({ text, fuzzy }) => text + (fuzzy ? `~${fuzzy}` : "")))];
  const named = typed.slice(0, NAMED).map((one) => `“${one}”`), more = typed.length - named.length;
  const each = [...named, ...(more ? [`${more} more`] : [])].join(", ").replace(/, ([^,]*)$/, " and $1");
  return `So many words fit this query that ${each} ${typed.length > 1 ? "were" : "was"} not looked for. Add letters, or search for fewer at once.`;
}
