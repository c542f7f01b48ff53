/**
 * @file Owns finding entries: in which shard a term is, or those with a common beginning, and pairs of adjacent words.
 *
 * JavaScript's `<` compares UTF-16 units, and so are the terms ordered.
 */

import { Entry, numbers } from "./postings.js";

/** @typedef {import("./files.js").Files} Files */

/** The entries of terms, in shards by range. */
export class Terms {
  /** @type {Map<number, Promise<Map<string, Entry>>>} */
  #shards = new Map();

  /**
   * @param {Files} files
   * @param {string} folder
   * @param {string} starts a string that parts each shard but the first from those before, front-coded
   */
  constructor(files, folder, starts) {
    this.files = files;
    this.folder = folder;
    this.starts = decoded(starts);
  }

  /**
   * @param {string} term
   * @returns {Promise<Entry | null>}
   */
  async entry(term) {
    const shard = await this.#shard(this.place(term));
    return shard.get(term) ?? null;
  }

  /**
   * All entries whose terms are in a range, both ends included.
   * @param {string} first
   * @param {string} last
   * @returns {Promise<Entry[]>}
   */
  async between(first, last) {
    const shards = await Promise.all(this.places(first, last).map((place) => this.#shard(place)));
    return shards.flatMap((shard) => [...shard.values()]).filter(({ term }) => term >= first && term <= last);
  }

  /**
   * The numbers of the shards that hold the terms of a range.
   * @param {string} first
   * @param {string} last
   */
  places(first, last) {
    const from = this.place(first);
    return Array.from({ length: this.place(last) - from + 1 }, (_, at) => from + at);
  }

  /**
   * The number of the shard in which a term is, if it is anywhere.
   * @param {string} term
   */
  place(term) {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= term) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param {number} number */
  #shard(number) {
    const known = this.#shards.get(number);
    if (known) return known;
    const read = this.files
      .get(`${this.folder}${number}.json`)
      .then((plain) => new Map(plain.map((/** @type {any} */ one) => [one[0], new Entry(one)])));
    this.#shards.set(number, read);
    read.catch(() => this.#shards.delete(number));
    return read;
  }
}

/**
 * Ascending strings, each written without what it has in common with the one before: "0anti 4q".
 * @param {string} coded
 */
function decoded(coded) {
  let before = "";
  return coded ? coded.split(" ").map((one) => (before = before.slice(0, Number(one[0])) + one.slice(1))) : [];
}

/** The documents of pairs of adjacent words, in shards by hash. */
export class Pairs {
  /**
   * @param {Files} files
   * @param {[count: number, each: number, names: string]} shards how many there are, and their folders
   */
  constructor(files, [count, ...folders]) {
    this.files = files;
    this.count = count;
    this.folders = folders;
  }

  /**
   * The documents in which two words follow each other.
   * @param {string} first
   * @param {string} second
   * @returns {Promise<Uint32Array>}
   */
  async documents(first, second) {
    const place = bucket(wordHash(first), wordHash(second), this.count);
    const shard = await this.files.get(numbered("pairs", place, this.folders));
    return numbers(Object.hasOwn(shard, `${first} ${second}`) ? shard[`${first} ${second}`] : "");
  }
}

/**
 * The path of a file of a kind, by its number: how many there are in a folder, and the names of all folders.
 * @param {string} kind
 * @param {number} number
 * @param {[each: number, names: string]} folders
 */
export function numbered(kind, number, [each, names]) {
  return `${kind}-${names.split(" ")[Math.floor(number / each)]}/${number}.json`;
}

/**
 * The number of the shard that holds a pair, from the hashes of its words.
 * @param {number} first
 * @param {number} second
 * @param {number} count
 */
export function bucket(first, second, count) {
  return ((Math.imul(first, 0x9e3779b1) ^ second) >>> 0) % count;
}

/**
 * FNV-1a, 32 bits, over the UTF-16 units of a word.
 * @param {string} word
 */
export function wordHash(word) {
  let value = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
