/**
 * @file Owns the words for how an ask was answered and for what became of it, in queries: as typed, as meant and as said.
 */

import { fold } from "./folding.js";
import { nearest } from "./nearest.js";

/** @typedef {"response" | "delivery"} Axis */

/** Each state with how it is said of asks or commitments. @type {Record<Axis, Record<string, string>>} */
export const SAID_OF = {
  response: {
    addressed: "addressed", partly: "answered partly", declined: "declined", deferred: "deferred", "outside remit": "answered as outside remit",
    "not mentioned": "not mentioned in a reply",
  },
  delivery: {
    delivered: "delivered", "partly delivered": "partly delivered", "under way": "under way", changed: "changed", abandoned: "abandoned",
    "not delivered": "not delivered",
  },
};

/** What others call a state: offered, never silently taken. @type {Record<Axis, ReadonlyMap<string, string>>} */
const CALLED = {
  response: new Map(Object.entries({
    answered: "addressed", full: "addressed", fully: "addressed", partial: "partly", partially: "partly", "partly addressed": "partly",
    refused: "declined", rejected: "declined", later: "deferred", delayed: "deferred", outside: "outside remit", remit: "outside remit",
    ignored: "not mentioned", unanswered: "not mentioned", "not answered": "not mentioned", "not addressed": "not mentioned",
  })),
  delivery: new Map(Object.entries({
    done: "delivered", kept: "delivered", partly: "partly delivered", partial: "partly delivered", ongoing: "under way", started: "under way",
    underway: "under way", "in progress": "under way", dropped: "abandoned", cancelled: "abandoned", broken: "not delivered", failed: "not delivered",
  })),
};

/** @param {Axis} axis @returns {string[]} */
export const statesOf = (axis) => Object.keys(SAID_OF[axis]);

/**
 * The state that a value is, in any writing, and the one that was probably meant.
 * @param {Axis} axis
 * @param {string} value
 * @returns {{ state: string | null, meant: string | null }}
 */
export function readState(axis, value) {
  const typed = value.split(/[\s_-]+/).map(fold).filter(Boolean).join(" ");
  const states = statesOf(axis);
  if (states.includes(typed)) return { state: typed, meant: null };
  return { state: null, meant: CALLED[axis].get(typed) ?? nearest(typed, states) };
}
