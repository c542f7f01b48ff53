/**
 * @file Owns what a word is and how it is folded, so that all spellings of a word are one string.
 *
 * The same patterns, under the same names, are in `scripts/archive/search/folding.py`.
 */

const APOSTROPHES = String.raw`'\u2018\u2019\u02bc`;

/** Soft hyphen, zero-width characters and directions: they can stand in a word, unseen. */
const INVISIBLE = String.raw`\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff`;

/**
 * Thai, Lao, Burmese, Khmer, kana and Han: no blanks between words, so each letter is a word.
 * Any part of a run is then found as a phrase. Ranges, because scripts differ between Unicodes.
 */
const UNSPACED =
  String.raw`\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff` +
  String.raw`\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\u{1b000}-\u{1b16f}` +
  String.raw`\u{20000}-\u{3ffff}`;

const LETTER = String.raw`[[\p{L}\p{N}]--[${UNSPACED}${APOSTROPHES}]]`;
const INNER = String.raw`[[\p{L}\p{M}\p{N}]--[${UNSPACED}${APOSTROPHES}]]`;
const BREAK = `(?:[${INVISIBLE}]*[${APOSTROPHES}][${INVISIBLE}]*|[${INVISIBLE}]+)`;

/** One word: letters, numbers and their marks, with single apostrophes between them. */
const WORD = new RegExp(
  String.raw`${LETTER}${INNER}*(?:${BREAK}${INNER}+)*|[[${UNSPACED}]&&[\p{L}\p{N}]]\p{M}*`,
  "gv",
);

/** What most texts have nothing but, and what WORD finds in these, ten times as quickly. */
const PLAIN = /^[\t\n\r -~\u00a0\u00a3\u2009-\u200a\u2011-\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u202f\u20ac]*$/;
const PLAIN_WORD = /[A-Za-z0-9]+(?:['\u2018\u2019][A-Za-z0-9]+)*/g;

const CONNECTED = new RegExp(
  String.raw`^[${INVISIBLE}]*[\-\u2010\u2011\u2013.\/,_@:&+][${INVISIBLE}]*$`,
  "v",
);

/** One capital letter. */
export const CAPITAL = /^\p{Lu}\p{M}*$/v;

/** Ends in an apostrophe and s. */
const POSSESSIVE = new RegExp(`[${APOSTROPHES}][${INVISIBLE}]*[sS]$`, "v");
const UNSAID = new RegExp(`[${APOSTROPHES}][${INVISIBLE}]*[sS]$|[${INVISIBLE}]+`, "gv");
const NOT_KEPT = /[^\p{L}\p{N}\p{Mc}]|\u02bc/gv;
const CAPITALS = /^(?=(?:.*\p{Lu}){2})([\p{Lu}\p{N}\p{M}]+)s?$/v;
const SMALL = /\p{Ll}/v;

/** As most words are: none of the patterns says more of it. */
const ORDINARY = /^[A-Z]?[a-z]+$/;

/** As nearly all others are: what the patterns say of these, said more quickly. */
const ENGLISH = /^[A-Za-z0-9'\u2018\u2019]+$/;
const ENGLISH_POSSESSIVE = /['\u2018\u2019][sS]$/;
const ENGLISH_CAPITALS = /^(?=(?:.*[A-Z]){2})([A-Z0-9]+)s?$/;

/** Letters that Unicode takes for whole ones, as people write them who do not have their keys. @type {Record<string, string>} */
const UNMARKED = { ø: "o", æ: "ae", ł: "l", đ: "d", ß: "ss", œ: "oe", þ: "th", ð: "d" };
const MARKED = new RegExp(`[${Object.keys(UNMARKED).join("")}]`, "gv");
const MOST_REMEMBERED = 50_000;

/**
 * A word as it was typed, understood.
 *
 * `surface` is its folded form, empty where nothing is left of it; `acronym` is the folded singular
 * of a word of two or more capitals (ACEs: ace), or null; `small` tells of any other small letter.
 * `possessive` is for phrases alone, which the texts decide about: the index knows nothing of it.
 * @typedef {{ surface: string, acronym: string | null, small: boolean, possessive: boolean }} Shape
 */

/** The words of a text as they stand there. @param {string} text @returns {string[]} */
export function spellings(text) {
  return text.match(PLAIN.test(text) ? PLAIN_WORD : WORD) ?? [];
}

/**
 * One word in the form in which all its spellings meet.
 *
 * Unicode's NFKC and lower case, without accents and other marks above, below, around or through
 * letters, apostrophes and invisible characters; a possessive 's goes altogether. A final sigma
 * becomes an ordinary one, because a word's end is not the same after other letters were put
 * behind it.
 * @param {string} word
 * @returns {string}
 */
export function fold(word) {
  const small = word.replace(UNSAID, "").normalize("NFKC").toLowerCase().replaceAll("\u03c2", "\u03c3");
  return small.normalize("NFD").replace(NOT_KEPT, "").replace(MARKED, (letter) => UNMARKED[letter]).normalize("NFC");
}

/** What a word is, from its characters in the text. */
export const shape = remembered(shapeOf);

/**
 * @param {string} word
 * @returns {Shape}
 */
function shapeOf(word) {
  if (ORDINARY.test(word)) return { surface: word.toLowerCase(), acronym: null, small: true, possessive: false };
  if (ENGLISH.test(word)) return englishShape(word);
  const stripped = word.replace(UNSAID, "");
  const capitals = CAPITALS.exec(stripped);
  return { surface: fold(word), acronym: capitals && fold(capitals[1]), small: !capitals && SMALL.test(stripped), possessive: POSSESSIVE.test(word) };
}

/** @param {string} word @returns {Shape} */
function englishShape(word) {
  const stripped = word.replace(ENGLISH_POSSESSIVE, "");
  const capitals = ENGLISH_CAPITALS.exec(stripped);
  const surface = stripped.replace(/['\u2018\u2019]/g, "").toLowerCase();
  return { surface, acronym: capitals && capitals[1].toLowerCase(), small: !capitals && /[a-z]/.test(stripped), possessive: stripped !== word };
}

/**
 * Whether what stands between two words makes them a compound.
 * @param {string} between
 */
export function connected(between) {
  return !between.includes(" ") && CONNECTED.test(between);
}

/**
 * A function that remembers its answers, until they are so many that a page left open would grow.
 * @template T
 * @param {(word: string) => T} make
 * @returns {(word: string) => T}
 */
export function remembered(make) {
  /** @type {Map<string, T>} */
  const answers = new Map();
  return (word) => {
    const answer = answers.get(word);
    if (answer !== undefined) return answer;
    if (answers.size >= MOST_REMEMBERED) answers.clear();
    const made = make(word);
    answers.set(word, made);
    return made;
  };
}
