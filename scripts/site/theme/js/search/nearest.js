/**
 * @file Owns how far two words are apart, and which of many is nearest.
 */

/**
 * Letters to be changed, added, taken out or swapped with a neighbour to make one word of the other.
 * @param {string} one
 * @param {string} other
 * @returns {number}
 */
export function apart(one, other) {
  const a = [...one], b = [...other];
  /** @type {number[][]} */
  const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2][j - 2] + 1 : Infinity;
      const changed = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      rows[i].push(Math.min(changed, rows[i - 1][j] + 1, rows[i][j - 1] + 1, swapped));
    }
  }
  return rows[a.length][b.length];
}

/**
 * The nearest of the candidates, if it is near enough to be meant: one letter in three, at most three.
 * @param {string} word
 * @param {Iterable<string>} candidates
 * @returns {string | null}
 */
export function nearest(word, candidates) {
  const wanted = word.toLowerCase();
  const most = Math.min(3, Math.max(1, Math.floor(wanted.length / 3)));
  let best = null, least = most + 1;
  for (const candidate of candidates) {
    const distance = Math.abs(candidate.length - wanted.length) < least ? apart(wanted, candidate.toLowerCase()) : least;
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}
