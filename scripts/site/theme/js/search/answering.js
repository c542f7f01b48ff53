/**
 * @file Owns answering one query from one index: planned, found, put in order, read, counted and shown.
 */

import { favouringMore } from "./favouring.js";
import { rare } from "./later.js";
import { planned } from "./plan.js";
import { counted, found } from "./ranking.js";
import { read, settled } from "./settling.js";
import { hitOf } from "./showing.js";

/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./answers.js").Options} Options */
/** @typedef {import("./clauses.js").Query} Query */
/** @typedef {import("./published.js").Published} Published */

/**
 * @param {Query} query
 * @param {Options} options
 * @param {Published} index
 * @returns {Promise<Answer>}
 */
export async function answered(query, options, index) {
  const columns = options.facets ? index.columns() : null;
  columns?.catch(() => {}); // fetched at once, beside the terms; who awaits them will be told
  const planning = planned(query, index);
  const { measures } = index; // made while the terms are on their way
  const plan = await planning;
  const claimed = favouringMore(found(plan, measures), plan, measures);
  const { what, shown, sure } = await settled(plan, claimed, options, index);
  const sought = [...plan.optional, ...plan.required];
  // Each as soon as its text is there, while others are on their way.
  const showing = shown.map(async (number) => hitOf(await read(number, index), what, sought, index.rules));
  const { total, complete } = counted(what);
  return {
    total,
    complete,
    sure,
    hits: await Promise.all(showing),
    facets: (await columns)?.facets(what.found, what.listed) ?? null,
    suggestion: total === 0 ? await helpful(await (await rare()).suggested(query, index), index) : null,
    also: plan.also,
    notes: plan.notes,
    unneeded: plan.unneeded,
  };
}

/**
 * The text of a query that may have been meant, if it finds anything.
 * @param {Query | null} query
 * @param {Published} index
 */
async function helpful(query, index) {
  if (!query) return null;
  const plan = await planned(query, index);
  const { shown } = await settled(plan, found(plan, index.measures), { sort: "best", from: 0, size: 1, facets: false }, index);
  return shown.length ? query.text : null;
}
