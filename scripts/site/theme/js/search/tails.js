/**
 * @file Owns reading what is tied to the end of a word or phrase: how many letters may differ, and how much it counts.
 */

/** @typedef {import("./mistakes.js").Mistakes} Mistakes */
/** @typedef {import("./scanning.js").Item} Item */

const MOST_BOOST = 1000;

/**
 * What is tied to the end of a word or phrase: ~1 and ^2.
 * @param {Item} item
 * @param {Mistakes} mistakes
 * @param {((distance: string) => { message: string, instead: string }) | null} [noFuzzy] what to say where ~ does not work
 * @returns {{ fuzzy: number, boost: number }}
 */
export function readTail(item, mistakes, noFuzzy = null) {
  const found = { fuzzy: 0, boost: 1 };
  const seen = new Set();
  let at = item.end - item.tail.length;
  for (const [part, sign, typed] of item.tail.matchAll(/([~^])([^~^]*)/g)) {
    const where = { start: at, end: at + part.length };
    at = where.end;
    const value = typed.replace(/[^\p{L}\p{N}]+$/u, "");
    if (seen.has(sign)) mistakes.add(where, `“${sign}” stands twice on one word.`, "");
    else if (sign === "^") found.boost = readBoost(value, where, mistakes);
    else if (!noFuzzy) found.fuzzy = readFuzzy(value, where, mistakes);
    else {
      const { message, instead } = noFuzzy(value);
      mistakes.add(item, message, instead);
    }
    seen.add(sign);
  }
  return found;
}

/** @param {string} value @param {{ start: number, end: number }} where @param {Mistakes} mistakes */
function readFuzzy(value, where, mistakes) {
  if (/^[012]$/.test(value)) return Number(value);
  const many = /^\d+$/.test(value);
  mistakes.add(where, many ? "At most two letters may differ: ~1 or ~2." : "Behind ~ stands how many letters may differ: ~1 or ~2.", many ? "~2" : "~1");
  return many ? 2 : 1;
}

/** @param {string} value @param {{ start: number, end: number }} where @param {Mistakes} mistakes */
function readBoost(value, where, mistakes) {
  const boost = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : NaN;
  if (boost > 0 && boost <= MOST_BOOST) return boost;
  mistakes.add(where, `Behind ^ stands how many times a word counts: a number such as 2, above 0 and up to ${MOST_BOOST}.`, boost > MOST_BOOST ? `^${MOST_BOOST}` : "");
  return boost > MOST_BOOST ? MOST_BOOST : 1;
}
