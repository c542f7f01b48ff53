/**
 * @file Owns the terms that are a few edits away from a word.
 *
 * As lunr.js 2.3.9 has it: an edit puts in, takes out or changes one UTF-16 unit, or swaps two, and
 * what was swapped can be edited again.
 */

/**
 * Whether a string can be in a clause's language, and what follows.
 * @typedef {{ rest: string, edits: number }} State
 */

/**
 * The terms within a number of edits of a word; the terms must be in order, as what they have in
 * common with the term before is not looked at again.
 * @param {string} word
 * @param {number} edits
 * @param {string[]} terms
 */
export function similar(word, edits, terms) {
  /** @type {State[][]} after each unit of the term before */
  const after = [closed([{ rest: word, edits }])];
  const found = [];
  let before = "";
  for (const term of terms) {
    let depth = Math.min(after.length - 1, common(before, term));
    after.length = depth + 1;
    while (depth < term.length && after[depth].length) {
      after.push(closed(after[depth].flatMap((state) => step(state, term[depth]))));
      depth += 1;
    }
    if (depth === term.length && after[depth].some(ends)) found.push(term);
    before = term;
  }
  return found;
}

/**
 * The length of what two strings have in common at their beginnings.
 * @param {string} one
 * @param {string} other
 */
function common(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/**
 * The states after one more unit.
 * @param {State} state
 * @param {string} unit
 * @returns {State[]}
 */
function step({ rest, edits }, unit) {
  const states = [];
  if (rest[0] === unit) states.push({ rest: rest.slice(1), edits });
  if (edits > 0) {
    states.push({ rest, edits: edits - 1 });
    if (rest) states.push({ rest: rest.slice(1), edits: edits - 1 });
    if (rest[1] === unit) states.push({ rest: rest[0] + rest.slice(2), edits: edits - 1 });
  }
  return states;
}

/**
 * The states, and those that taking units out leads to, each once.
 * @param {State[]} states
 * @returns {State[]}
 */
function closed(states) {
  const known = new Map();
  const waiting = [...states];
  for (let state = waiting.pop(); state; state = waiting.pop()) {
    const { rest, edits } = state;
    const key = `${edits} ${rest}`;
    if (known.has(key)) continue;
    known.set(key, state);
    if (edits > 0 && rest.length > 1) waiting.push({ rest: rest.slice(1), edits: edits - 1 });
  }
  return [...known.values()];
}

/**
 * Whether a term may end here.
 * @param {State} state
 */
function ends({ rest, edits }) {
  return rest.length === 0 || (rest.length === 1 && edits > 0);
}
