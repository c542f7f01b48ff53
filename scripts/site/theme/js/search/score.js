/**
 * @file Owns scores: lunr's formula (BM25 with k1 1.2 and b .75), term by term over typed arrays.
 *
 * lunr's score of a document is, summed over the fields, the dot product of the query's vector with
 * the document's, divided by the length of the query's. A query's vector has the boost of every
 * term that a clause expands to. So the postings of these terms are all that is needed;
 * tests/search/test_oracle.py shows that a whole lunr index says the same.
 */

/** @typedef {import("./postings.js").Postings} Postings */
/** @typedef {"all" | "title" | "exact" | "pair"} Field */

/**
 * A term with its documents in each field that has any.
 * @typedef {{ term: string, fields: Partial<Record<Field, Postings>> }} TermPostings
 *
 * The lengths of a field: those that there are, and which of them a document has.
 * @typedef {{ levels: number[], places: Uint16Array, average: number }} Lengths
 *
 * What scores are reckoned with; `parts` has the numbers of asks and of commitments.
 * @typedef {{ documents: number, lengths: Record<Field, Lengths>, weights: Record<Field, number>, parts: { ask: Uint32Array, commitment: Uint32Array } }} Measures
 */

const K1 = 1.2;
const B = 0.75;

/** The query's vectors, one a field, and what they give. */
export class Scoring {
  /** @type {Map<Field, Map<string, { postings: TermPostings, boost: number }>>} */
  #vectors = new Map();

  /** @param {Measures} measures */
  constructor(measures) {
    this.measures = measures;
  }

  /**
   * Put a term into the query's vectors; one that is there already gains the boost.
   * @param {TermPostings} postings
   * @param {Field[]} fields
   * @param {number} boost
   */
  add(postings, fields, boost) {
    for (const field of fields) {
      const vector = this.#vectors.get(field) ?? new Map();
      const known = vector.get(postings.term);
      vector.set(postings.term, { postings, boost: boost + (known?.boost ?? 0) });
      this.#vectors.set(field, vector);
    }
  }

  /**
   * The score of each document, 0 for those that have no term of the query.
   * @param {Iterable<Field>} [fields] those that count, if not all
   * @returns {Float64Array}
   */
  scores(fields = this.#vectors.keys()) {
    const total = new Float64Array(this.measures.documents);
    const dots = new Float64Array(total.length);
    for (const field of fields) {
      const vector = this.#vectors.get(field) ?? new Map();
      let squares = 0;
      for (const { postings, boost } of vector.values()) {
        squares += boost * boost;
        this.#addWeights(dots, postings, field, boost);
      }
      const magnitude = Math.sqrt(squares);
      for (const { postings } of vector.values()) {
        const documents = postings.fields[field]?.documents ?? [];
        for (let at = 0; at < documents.length; at += 1) {
          const number = documents[at];
          if (magnitude > 0) total[number] += dots[number] / magnitude;
          dots[number] = 0;
        }
      }
    }
    return total;
  }

  /**
   * @param {Float64Array} dots
   * @param {TermPostings} postings
   * @param {Field} field
   * @param {number} boost
   */
  #addWeights(dots, postings, field, boost) {
    const found = postings.fields[field];
    if (!found) return;
    const { levels, places, average } = this.measures.lengths[field];
    const weight = this.measures.weights[field];
    const idf = idfOf(postings, this.measures.documents);
    const norms = levels.map((length) => K1 * (1 - B + B * (length / average)));
    const { documents, times } = found;
    for (let at = 0; at < documents.length; at += 1) {
      const number = documents[at];
      const score = ((idf * ((K1 + 1) * times[at])) / (norms[places[number]] + times[at])) * weight;
      dots[number] += boost * (Math.round(score * 1000) / 1000);
    }
  }
}

/**
 * How much a term tells, as lunr has it: the documents of all fields are summed.
 * @param {TermPostings} postings
 * @param {number} count
 */
export function idfOf({ fields }, count) {
  const having = Object.values(fields).reduce((sum, { documents }) => sum + documents.length, 0);
  return Math.log(1 + Math.abs((count - having + 0.5) / (having + 0.5)));
}
