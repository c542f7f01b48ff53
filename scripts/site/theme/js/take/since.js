/**
 * @file Owns what a list says to a reader who comes with an address of it as of a commit: what has changed since.
 *
 * Each line bears the moment of the last change that decides whether and how it stands there (`data-since`).
 */

import { counted, make } from "../search/dom.js";

/** @param {HTMLElement} bar which the note follows */
export function since(bar) {
  const asked = new URLSearchParams(location.search);
  const moment = asked.get("as-of") ?? "", commit = asked.get("commit") ?? "";
  if (Number.isNaN(Date.parse(moment)) || !/^[0-9a-f]{7,40}$/.test(commit)) return;
  const lines = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-since]")]);
  const later = lines.filter((line) => Date.parse(line.dataset.since ?? "") > Date.parse(moment));
  later.forEach((line) => line.append(" ", make("b", { class: "later" }, "added or changed since")));
  const day = new Date(moment).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const what = later.length ? `${counted(later.length, "of its entries was", "of its entries were")} added or changed since and ${later.length === 1 ? "is" : "are"} marked below.` : "Nothing that stands here now was added or changed since.";
  const note = make("p", { class: "notice", role: "note" }, `You come with a citation of this list as of ${day}, commit ${commit}. ${what} What has left the list since is not shown. `);
  const tree = bar.querySelector("[data-tree]");
  if (tree instanceof HTMLElement) note.append(make("a", { href: (tree.dataset.tree ?? "").replace("COMMIT", commit) }, "The archive as it was then"), ".");
  bar.after(note);
}
