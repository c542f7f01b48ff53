/**
 * @file Owns the vocabulary: all terms of the index in order, stems and exact forms, each as lunr would hold it.
 */

import { OWN } from "./postings.js";

/** All terms there are. */
export class Vocabulary {
  /** @param {string} plain a line for each entry: its term, and its forms if it has several */
  constructor(plain) {
    const words = new Set();
    const stems = [];
    for (const line of plain.split("\n")) {
      const [term, ...forms] = line.split(" ");
      if (term.startsWith(OWN)) words.add(term);
      else {
        stems.push(term);
        for (const form of forms.length ? forms : [term]) words.add(form.startsWith(OWN) ? form : OWN + form);
      }
    }
    /** Exact forms, each behind OWN. @type {string[]} */
    this.words = [...words].sort();
    /** @type {string[]} */
    this.stems = stems;
    /** @type {string[]} */
    this.all = [...this.words, ...stems].sort();
  }
}
