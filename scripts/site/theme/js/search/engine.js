/**
 * @file Owns the search: a query in, the answer to it out. No DOM, so that it runs in a worker, a page or Node.
 */

import { Files, Gone } from "./files.js";
import { holds, NOT } from "./nodes.js";
import { best, marked, textsOf } from "./passages.js";
import { planned } from "./plan.js";
import { Published } from "./published.js";
import { favouringMore, found, ordered } from "./ranking.js";
import { suggestion } from "./suggest.js";

/** @typedef {import("./analysis.js").Term} Term */
/** @typedef {import("./clauses.js").Query} Query */
/** @typedef {import("./columns.js").Facets} Facets */
/** @typedef {import("./files.js").Fetcher} Fetcher */
/** @typedef {import("./nodes.js").Node} Node */
/** @typedef {import("./passages.js").Fragment} Fragment */
/** @typedef {import("./passages.js").Passage} Passage */
/** @typedef {import("./passages.js").Piece} Piece */
/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./ranking.js").Found} Found */
/** @typedef {import("./ranking.js").Sort} Sort */

/**
 * @typedef {{ sort: Sort, from: number, size: number, facets: boolean }} Options
 *
 * A found record; `tier` is 0 where it has all words exactly, 1 by their stems, 2 only some of them;
 * `more` counts further passages that hold something of what was sought.
 * @typedef {Omit<Fragment, "passages" | "title"> & {
 *   number: number, title: string, titlePieces: Piece[], tier: number, score: number, passages: Passage[], more: number,
 * }} Hit
 *
 * `complete` counts the records with all words. `sure` is false where a phrase of several words, or
 * NEAR, makes `total`, `complete` and `facets` an upper bound: only the shown records were read.
 * @typedef {{
 *   total: number, complete: number, sure: boolean, hits: Hit[], facets: Facets | null,
 *   suggestion: string | null, also: string[],
 * }} Answer
 */

/** @type {Options} */
const DEFAULTS = { sort: "best", from: 0, size: 10, facets: false };

/** Records that are read at most to fill one answer, where only their texts decide. */
const MOST_READ = 400;

/** The root and the texts do not belong together: the archive was deployed anew in between. */
class Stale extends Error {}

/** Answers queries from the files of a published index. */
export class Engine {
  /** @type {Promise<Published> | null} */
  #published = null;

  /**
   * @param {URL} base the address of root.json's folder
   * @param {Fetcher} fetcher
   */
  constructor(base, fetcher = (url, init) => fetch(url, init)) {
    this.base = base;
    this.fetcher = fetcher;
  }

  /** Fetch what every query needs, as soon as there may be one. */
  prepare() {
    this.#published ??= this.#open();
    this.#published.catch(() => (this.#published = null));
    return this.#published;
  }

  /**
   * @param {Query} query
   * @param {Partial<Options>} options
   * @returns {Promise<Answer>}
   */
  async search(query, options = {}) {
    const index = await this.prepare();
    try {
      return await answer(query, { ...DEFAULTS, ...options }, index, true);
    } catch (error) {
      if (!(error instanceof Stale || error instanceof Gone)) throw error;
      const fresh = await this.#renewed(index, error);
      return answer(query, { ...DEFAULTS, ...options }, fresh, false);
    }
  }

  /** @returns {Promise<Published>} */
  async #open() {
    const files = new Files(this.base, this.fetcher);
    return Published.of(files, await files.fresh("root.json", "no-cache"));
  }

  /**
   * The index of a newer deployment; a doubt about the texts of this one is dropped.
   * @param {Published} index
   * @param {Error} error
   */
  async #renewed(index, error) {
    const fresh = await this.#open();
    if (fresh.version === index.version && error instanceof Gone) throw error;
    if (fresh.version !== index.version) this.#published = Promise.resolve(fresh);
    return fresh;
  }
}

/**
 * @param {Query} query
 * @param {Options} options
 * @param {Published} index
 * @param {boolean} doubting whether texts that do not fit are a reason to ask for the root anew
 * @returns {Promise<Answer>}
 */
async function answer(query, options, index, doubting) {
  const plan = await planned(query, index);
  const what = favouringMore(found(plan, index.measures), plan);
  const facets = options.facets ? (await index.columns()).facets(what.found) : null;
  const shown = await read(plan, what, options, index);
  const sought = [...plan.optional, ...plan.required];
  const unfit = shown.hits.some(({ number, texts }) => !fits(sought, number, texts));
  if (doubting && unfit) throw new Stale();
  return {
    total: what.total - shown.dropped,
    complete: what.complete - shown.droppedComplete,
    sure: shown.sure,
    hits: shown.hits.map((one) => hit(one, what, sought, index)),
    facets,
    suggestion: what.total - shown.dropped === 0 ? await suggestion(query, index) : null,
    also: plan.also,
  };
}

/** @typedef {{ number: number, fragment: Fragment, texts: { title: Term[], others: Term[][] } }} Read */

/**
 * The records to be shown, read. Where the texts decide, those that do not match are left out.
 * @param {Plan} plan
 * @param {Found} what
 * @param {Options} options
 * @param {Published} index
 */
async function read(plan, what, { sort, from, size }, index) {
  const deciding = [...plan.optional, ...plan.required, ...plan.prohibited].some((node) => !node.sure);
  const numbers = ordered(what, sort, deciding ? what.total : from + size);
  if (!deciding) return { hits: await readAll(numbers.slice(from, from + size), index), dropped: 0, droppedComplete: 0, sure: true };
  /** @type {Read[]} */
  const kept = [];
  let at = 0;
  const dropped = [];
  const most = Math.max(MOST_READ, from + size);
  while (at < numbers.length && kept.length < from + size && at < most) {
    const batch = await readAll(numbers.slice(at, at + Math.max(size, from + size - kept.length)), index);
    at += batch.length;
    for (const one of batch) {
      if (matches(plan, one)) kept.push(one);
      else dropped.push(one.number);
    }
  }
  const droppedComplete = dropped.filter((number) => what.tiers[number] < 2).length;
  return { hits: kept.slice(from, from + size), dropped: dropped.length, droppedComplete, sure: at >= numbers.length };
}

/**
 * @param {number[]} numbers
 * @param {Published} index
 * @returns {Promise<Read[]>}
 */
function readAll(numbers, index) {
  return Promise.all(
    numbers.map(async (number) => {
      const fragment = await index.fragment(number);
      return { number, fragment, texts: textsOf(fragment, index.rules) };
    }),
  );
}

/**
 * Whether a record matches, its texts read.
 * @param {Plan} plan
 * @param {Read} one
 */
function matches({ optional, required, prohibited }, { number, texts }) {
  const one = (/** @type {Node} */ node) => holds(node, number, texts);
  if (!required.every(one) || prohibited.some(one)) return false;
  return required.length > 0 || optional.length === 0 || optional.some(one);
}

/**
 * Whether a record holds anything of what the index says that it holds.
 * @param {Node[]} sought
 * @param {number} number
 * @param {Read["texts"]} texts
 */
function fits(sought, number, texts) {
  const claimed = sought.filter((node) => node.levels[number] !== NOT);
  return !claimed.length || claimed.some((node) => [texts.title, ...texts.others].some((terms) => node.places(terms).length > 0));
}

/**
 * @param {Read} read
 * @param {Found} what
 * @param {Node[]} sought
 * @param {Published} index
 * @returns {Hit}
 */
function hit({ number, fragment, texts }, what, sought, index) {
  const { passages: _, ...shown } = fragment;
  return {
    ...shown,
    number,
    titlePieces: marked(fragment.title, sought, index.rules),
    tier: what.tiers[number],
    score: what.scores[number],
    ...best(fragment, texts.others, sought),
  };
}
