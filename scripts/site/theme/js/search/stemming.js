/**
 * @file Owns stemming: an English word to the stem that its other forms share.
 *
 * The Snowball English stemmer ("Porter2") as Martin Porter describes it, with the changes of
 * Snowball 3.0 and 3.1: https://snowballstem.org/algorithms/english/stemmer.html
 * Step 0 and the removal of a first apostrophe are not here: folded words have no apostrophes.
 * The same steps, under the same names, are in `scripts/archive/search/stemming.py`.
 */

/**
 * Each word before a colon with what follows it.
 * @param {string} lines
 * @returns {Map<string, string>}
 */
function table(lines) {
  return new Map(lines.trim().split(/\s+/).map((pair) => /** @type {[string, string]} */ (pair.split(":"))));
}

/**
 * Finds the longest of the suffixes, since a search takes the leftmost beginning.
 * @param {Iterable<string>} suffixes
 */
function ending(suffixes) {
  return new RegExp(`(?:${[...suffixes].join("|")})$`);
}

const SPECIAL = table(`
  skies:sky idly:idl gently:gentl ugly:ugli early:earli only:onli singly:singl
  sky:sky news:news howe:howe atlas:atlas cosmos:cosmos bias:bias andes:andes
`);
const STEP_2 = table(`
  tional:tion enci:ence anci:ance abli:able entli:ent izer:ize ization:ize ational:ate ation:ate
  ator:ate alism:al aliti:al alli:al fulness:ful fulli:ful ousli:ous ousness:ous iveness:ive
  iviti:ive biliti:ble bli:ble ogist:og ogi:og lessli:less li:
`);
const STEP_3 = table("tional:tion ational:ate alize:al icate:ic iciti:ic ical:ic ful: ness: ative:");
const STEP_4 = table(`
  al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: ism: ate: iti: ous: ive: ize: ion:
`);
const ONLY_AFTER = new Map([["li", /[cdeghkmnrt]$/], ["ogi", /l$/], ["ion", /[st]$/]]);

const R1_AFTER = /^(?:gener|commun|arsen|past|univers|later|emerg|organ|inter)/;
const REGION = /[aeiouy][^aeiouy]/g;
const SHORT_SYLLABLE = /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$|past$/;
const VOWEL = /[aeiouy]/;
const PLURAL = ending(["sses", "ied", "ies", "s", "us", "ss"]);
const VERBAL = ending(["eedly", "eed", "edly", "ed", "ingly", "ing"]);
const KEPT_EED = new Set(["proc", "exc", "succ"]);
const KEPT_ING = new Set(["inn", "out", "cann", "herr", "earr", "even"]);
const DOUBLE = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;
const ENDING_2 = ending(STEP_2.keys());
const ENDING_3 = ending(STEP_3.keys());
const ENDING_4 = ending(STEP_4.keys());

/**
 * The stem of a folded word of letters a to z: `stem("motions") === "motion"`.
 * @param {string} word
 * @returns {string}
 */
export function stem(word) {
  if (word.length <= 2 || SPECIAL.has(word)) return SPECIAL.get(word) ?? word;
  // A y that is a consonant is written Y until the end.
  const marked = word.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  const [r1, r2] = regions(marked);
  const second = replaced(step1c(step1b(step1a(marked), r1)), ENDING_2, STEP_2, r1);
  const third = replaced(second, ENDING_3, STEP_3, second.endsWith("ative") ? r2 : r1);
  return step5(replaced(third, ENDING_4, STEP_4, r2), r1, r2).replaceAll("Y", "y");
}

/**
 * Where the regions R1 and R2 begin.
 * @param {string} word
 * @returns {[number, number]}
 */
function regions(word) {
  const r1 = R1_AFTER.exec(word)?.[0].length ?? after(word, 0);
  return [r1, after(word, r1)];
}

/**
 * The place after the first non-vowel that follows a vowel, or the end of the word.
 * @param {string} word
 * @param {number} begin
 */
function after(word, begin) {
  REGION.lastIndex = begin;
  return REGION.test(word) ? REGION.lastIndex : word.length;
}

/** Plurals. @param {string} word */
function step1a(word) {
  const found = PLURAL.exec(word);
  if (!found || found[0] === "us" || found[0] === "ss") return word;
  const before = word.slice(0, found.index);
  if (found[0] === "sses") return `${before}ss`;
  if (found[0] === "s") return VOWEL.test(before.slice(0, -1)) ? before : word;
  return before + (before.length > 1 ? "i" : "ie");
}

/** Endings of verbs: -eed, -ed, -ing, and the same with -ly. @param {string} word @param {number} r1 */
function step1b(word, r1) {
  const found = VERBAL.exec(word);
  if (!found) return word;
  const before = word.slice(0, found.index);
  if (found[0].startsWith("ee")) return KEPT_EED.has(before) || before.length < r1 ? word : `${before}ee`;
  const exception = found[0] === "ing" ? ing(word, before) : "";
  if (exception) return exception;
  return VOWEL.test(before) ? mended(before, r1) : word;
}

/** What becomes of dying, lying, evening ...; nothing for all other words. @param {string} word @param {string} before */
function ing(word, before) {
  if (/^[^aeiouy]y$/.test(before)) return `${before[0]}ie`;
  return KEPT_ING.has(before) ? word : "";
}

/** A word that lost its -ed or -ing, with the -e that it had or without its doubled letter. @param {string} word @param {number} r1 */
function mended(word, r1) {
  if (/(?:at|bl|iz)$/.test(word)) return `${word}e`;
  if (DOUBLE.test(word)) return /^[aeo]..$/.test(word) ? word : word.slice(0, -1);
  return word.length <= r1 && SHORT_SYLLABLE.test(word) ? `${word}e` : word;
}

/** A last y after a non-vowel that is not the first letter. @param {string} word */
function step1c(word) {
  return word.replace(/(.[^aeiouy])[yY]$/, "$1i");
}

/**
 * Steps 2 to 4: the longest suffix of a table replaced, if it lies in the region.
 * @param {string} word
 * @param {RegExp} ending
 * @param {Map<string, string>} table
 * @param {number} begin
 */
function replaced(word, ending, table, begin) {
  const found = ending.exec(word);
  if (!found || found.index < begin) return word;
  const before = word.slice(0, found.index);
  const allowed = ONLY_AFTER.get(found[0])?.test(before) ?? true;
  return allowed ? before + table.get(found[0]) : word;
}

/** A last e, or the second of two l. @param {string} word @param {number} r1 @param {number} r2 */
function step5(word, r1, r2) {
  const before = word.slice(0, -1);
  const last = before.length;
  if (word.endsWith("e")) return last >= r2 || (last >= r1 && !SHORT_SYLLABLE.test(before)) ? before : word;
  return word.endsWith("ll") && last >= r2 ? before : word;
}
