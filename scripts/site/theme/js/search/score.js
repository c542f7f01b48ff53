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
 * A term of a query's vector.
 * @typedef {{ postings: TermPostings, boost: number }} Term
 *
 * What scores are reckoned with; `parts` has the numbers of asks and of commitments.
 * @typedef {{ documents: number, lengths: Record<Field, Lengths>, weights: Record<Field, number>, parts: { ask: Uint32Array, commitment: Uint32Array } }} Measures
 */

const K1 = 1.2;
const B = 0.75;

/** The query's vectors, one a field, and what they give. */
export class Scoring {
  /** @type {Map<Field, Map<string, Term>>} */
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
   * The score of each document, 0 for those that have no term of the query; and what of it words exactly as typed give.
   * @returns {{ scores: Float64Array, exact: Float64Array }}
   */
  scores() {
    const { documents } = this.measures;
    const scores = new Float64Array(documents);
    const exact = new Float64Array(documents);
    const dots = new Float64Array(documents);
    for (const [field, vector] of this.#vectors) {
      const terms = [...vector.values()];
      const magnitude = Math.sqrt(terms.reduce((sum, { boost }) => sum + boost * boost, 0));
      for (const term of terms) this.#addWeights(dots, term, field);
      for (const { postings } of terms) move(dots, magnitude, postings.fields[field]?.documents ?? [], scores, field === "exact" ? exact : null);
    }
    return { scores, exact };
  }

  /**
   * What a term adds depends on how often a document has it and how long that is, and on nothing
   * else: it is reckoned once for each of these.
   * @param {Float64Array} dots
   * @param {Term} term
   * @param {Field} field
   */
  #addWeights(dots, { postings, boost }, field) {
    const found = postings.fields[field];
    if (!found) return;
    const { levels, places, average } = this.measures.lengths[field];
    const idf = idfOf(postings, this.measures.documents);
    const weightOf = (/** @type {number} */ many, /** @type {number} */ length) => {
      const norm = K1 * (1 - B + B * (length / average));
      const score = ((idf * ((K1 + 1) * many)) / (norm + many)) * this.measures.weights[field];
      return boost * (Math.round(score * 1000) / 1000);
    };
    /** @type {number[][]} */
    const known = [];
    const { documents, times } = found;
    for (let at = 0; at < documents.length; at += 1) {
      const number = documents[at];
      const place = places[number];
      const row = (known[times[at]] ??= []);
      dots[number] += row[place] ??= weightOf(times[at], levels[place]);
    }
  }
}

/**
 * Each dot product is added to the scores once, for all its terms, and put down as what the exact field gives.
 * @param {Float64Array} dots
 * @param {number} magnitude
 * @param {ArrayLike<number>} documents
 * @param {Float64Array} scores
 * @param {Float64Array | null} exact
 */
function move(dots, magnitude, documents, scores, exact) {
  for (let at = 0; at < documents.length; at += 1) {
    const number = documents[at];
    const share = dots[number] / magnitude;
    if (!share) continue;
    scores[number] += share;
    dots[number] = 0;
    if (exact) exact[number] = share;
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
