/**
 * @file A query in short, to be compared with tests/search/queries.yml: what each clause is, nothing left out that is not plain.
 *
 * `o` optional, `r` required, `p` prohibited; <words>, "phrase", {operands of NEAR}, [alternatives of OR], name=value.
 */

const SIGN = { optional: "o", required: "r", prohibited: "p" };

/** @param {import("../../scripts/site/theme/js/search/clauses.js").Clause} one @returns {string} */
export function short(one) {
  const field = one.field ? ` in ${one.field}` : "";
  const boost = one.boost === 1 ? "" : ` ^${one.boost}`;
  const fuzzy = one.fuzzy ? ` ~${one.fuzzy}` : "";
  const wildcard = one.wildcard === "none" ? "" : ` ${one.wildcard}`;
  return `${SIGN[one.presence]} ${content(one)}${wildcard}${fuzzy}${field}${boost}`;
}

/** @param {import("../../scripts/site/theme/js/search/clauses.js").Clause} one @returns {string} */
function content(one) {
  if (one.alternatives) return `[${one.alternatives.map(short).join(" | ")}]`;
  if (one.near) return `{${one.near.map(content).join(" ")}}/${one.distance}`;
  if (one.filter) return `${one.filter.name}=${one.filter.value}`;
  return one.kind === "phrase" ? `"${one.text}"` : `<${one.text}>`;
}
