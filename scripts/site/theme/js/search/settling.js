/**
 * @file Owns settling which of the found documents are shown: where the index promises too much, their texts decide.
 */

import { holds, inDoubt } from "./nodes.js";
import { ordered, SOME } from "./ranking.js";
import { textsOf } from "./texts.js";

/** @typedef {import("./answers.js").Options} Options */
/** @typedef {import("./nodes.js").Node} Node */
/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./published.js").Published} Published */
/** @typedef {import("./ranking.js").Found} Found */
/** @typedef {import("./texts.js").Fragment} Fragment */
/** @typedef {import("./texts.js").Texts} Texts */

/** A document that was read: what is shown of it, and its texts as terms. @typedef {{ number: number, fragment: Fragment, texts: Texts }} Read */

/** Doubtful documents that are read at most so that what is counted is exact. */
const MOST_COUNTED = 100;

/** Doubtful documents that are read at most to fill one answer. */
const MOST_READ = 400;

/** Documents that are looked at together. */
const LEAST_BATCH = 10;

/**
 * What was found once it is settled, the numbers of the documents to be shown, and whether no doubt is left.
 * @param {Plan} plan
 * @param {Found} claimed
 * @param {Options} options
 * @param {Published} index
 * @returns {Promise<{ what: Found, shown: number[], sure: boolean }>}
 */
export async function settled(plan, claimed, { sort, from, size, facets }, index) {
  const end = from + size;
  if ([...plan.optional, ...plan.required, ...plan.prohibited].every((part) => part.sure)) {
    return { what: claimed, shown: ordered(claimed, sort, end).slice(from, end), sure: true };
  }
  const judging = new Judging(plan, facets ? claimed : onlyListed(claimed), index);
  const { what, doubtful } = judging;
  if (facets && doubtful.size <= MOST_COUNTED) await judging.of([...doubtful]);
  const kept = await first(ordered(what, sort, what.numbers.length), end, judging);
  return { what, shown: kept.slice(from, end), sure: doubtful.size === 0 };
}

/** What is not listed is counted beside the results alone. @param {Found} claimed @returns {Found} */
function onlyListed(claimed) {
  const found = new Uint8Array(claimed.found.length);
  for (const number of claimed.numbers) found[number] = claimed.found[number] & claimed.listed[number];
  return { ...claimed, found };
}

/**
 * The first documents that match, as many as are needed or can be had.
 * @param {number[]} order
 * @param {number} needed
 * @param {Judging} judging
 */
async function first(order, needed, judging) {
  /** @type {number[]} */
  const kept = [];
  for (let at = 0; at < order.length && kept.length < needed && judging.read < Math.max(MOST_READ, needed); ) {
    const batch = order.slice(at, at + Math.max(LEAST_BATCH, needed - kept.length));
    at += batch.length;
    await judging.of(batch);
    kept.push(...batch.filter((number) => judging.what.found[number]));
  }
  return kept;
}

/** Reads documents that are in doubt; those that do not match are not found any more, and some have not all words. */
class Judging {
  /**
   * @param {Plan} plan
   * @param {Found} claimed
   * @param {Published} index
   */
  constructor(plan, claimed, index) {
    const parts = [...plan.optional, ...plan.required, ...plan.prohibited];
    this.plan = plan;
    this.index = index;
    this.read = 0;
    this.what = { ...claimed, found: claimed.found.slice(), tiers: claimed.tiers.slice() };
    /** Found documents that nobody has read yet. */
    this.doubtful = new Set(claimed.numbers.filter((number) => claimed.found[number] && parts.some((part) => inDoubt(part, number))));
  }

  /** @param {number[]} numbers */
  async of(numbers) {
    const asked = numbers.filter((number) => this.doubtful.delete(number));
    this.read += asked.length;
    const { found, tiers } = this.what;
    for (const { number, texts } of await Promise.all(asked.map((number) => read(number, this.index)))) {
      const has = (/** @type {Node} */ node) => holds(node, number, texts);
      if (!matches(this.plan, has)) found[number] = 0;
      else if (!this.plan.optional.every(has)) tiers[number] = SOME;
    }
  }
}

/**
 * @param {number} number
 * @param {Published} index
 * @returns {Promise<Read>}
 */
export async function read(number, index) {
  const fragment = await index.fragment(number);
  return { number, fragment, texts: textsOf(fragment, index.rules) };
}

/**
 * Whether a document matches that has some of the parts.
 * @param {Plan} plan
 * @param {(node: Node) => boolean} has
 */
function matches({ optional, required, prohibited }, has) {
  if (!required.every(has) || prohibited.some(has)) return false;
  return required.length > 0 || optional.length === 0 || optional.some(has);
}
