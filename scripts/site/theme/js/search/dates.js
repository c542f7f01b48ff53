/**
 * @file Owns dates as people type them, as the index has them, and as we say them.
 *
 * A date is "2021", "2021-06" or "2021-06-10", and stands for all of its days.
 */

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const MONTH = String.raw`(?:${MONTHS.map((month) => `${month}|${month.slice(0, 3)}\\.?`).join("|")}|Sept\.?)`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const SPELT = `(?:${DAY}\\s+)?${MONTH},?\\s+\\d{4}(?!\\d)|${MONTH}\\s+${DAY},?\\s+\\d{4}(?!\\d)`;

const SPELT_HERE = new RegExp(SPELT, "iy");
const PARTS = {
  iso: /^(?<year>\d{4})(?:[-\/.](?<month>\d{1,2})(?:[-\/.](?<day>\d{1,2}))?)?$/,
  dayFirst: new RegExp(`^(?:(?<day>${DAY})\\s+)?(?<name>${MONTH}),?\\s+(?<year>\\d{4})$`, "i"),
  monthFirst: new RegExp(`^(?<name>${MONTH})\\s+(?<day>${DAY}),?\\s+(?<year>\\d{4})$`, "i"),
};
const FIGURES = /^(?<day>\d{1,2})[-\/.](?<month>\d{1,2})[-\/.](?<year>\d{4})$/;
const RANGE = /^(?<first>\d{4}(?:-\d{2}){0,2})(?:\.\.|–|—|-(?=\d{4}))(?<last>\d{4}(?:-\d{2}){0,2})$/;

/** How dates are written, for messages. */
export const FORMS = "2021, 2021-06, 2021-06-10 or June 2021";

/**
 * A date that was understood (`value`), or what is wrong with it and the date that was probably meant.
 * @typedef {{ value: string | null, problem: string, meant: string | null }} Read
 */

/**
 * @param {string} text as typed, without quotation marks
 * @returns {Read}
 */
export function readDate(text) {
  const typed = text.trim();
  const parts = Object.values(PARTS).map((form) => form.exec(typed)?.groups).find(Boolean);
  if (parts) return checked(typed, Number(parts.year), monthOf(parts), parts.day ? parseInt(parts.day, 10) : null);
  const figures = FIGURES.exec(typed)?.groups;
  const meant = figures ? checked(typed, Number(figures.year), Number(figures.month), Number(figures.day)).value : null;
  return { value: null, problem: `“${typed}” is not understood as a date. Dates are written ${FORMS}.`, meant };
}

/**
 * Two dates written as one (2019..2021), or null.
 * @param {string} text
 * @returns {{ first: string, last: string } | null}
 */
export function readRange(text) {
  const { first, last } = RANGE.exec(text.trim())?.groups ?? {};
  return first && readDate(first).value && readDate(last).value ? { first, last } : null;
}

/** @param {Record<string, string>} parts @returns {number | null} */
function monthOf({ month, name }) {
  if (name) return MONTHS.findIndex((full) => full.slice(0, 3) === name[0].toUpperCase() + name.slice(1, 3).toLowerCase()) + 1;
  return month ? Number(month) : null;
}

/**
 * @param {string} typed
 * @param {number} year
 * @param {number | null} month
 * @param {number | null} day
 * @returns {Read}
 */
function checked(typed, year, month, day) {
  const no = (/** @type {string | null} */ meant) => ({ value: null, problem: `“${typed}” is no date of the calendar.`, meant });
  if (year < 1000) return no(null);
  if (month !== null && (month < 1 || month > 12)) return no(String(year));
  if (month !== null && day !== null && (day < 1 || day > daysOf(year, month))) return no(written(year, month));
  return { value: written(year, month, day), problem: "", meant: null };
}

/** @param {number} year @param {number | null} month @param {number | null} [day] */
function written(year, month, day = null) {
  return [String(year), month, day].filter((part) => part !== null).map((part) => String(part).padStart(2, "0")).join("-");
}

/** @param {number} year @param {number} month */
function daysOf(year, month) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Where a date spelt with its month ends that begins here, or -1.
 * @param {string} text
 * @param {number} at
 * @returns {number}
 */
export function speltDateEnd(text, at) {
  SPELT_HERE.lastIndex = at;
  return SPELT_HERE.test(text) ? SPELT_HERE.lastIndex : -1;
}

/**
 * The first and the last day of a date.
 * @param {string} date
 * @returns {{ first: string, last: string }}
 */
export function period(date) {
  const [year, month, day] = date.split("-").map(Number);
  const last = day ?? daysOf(year, month ?? 12);
  return { first: written(year, month ?? 1, day ?? 1), last: written(year, month ?? 12, last) };
}

/**
 * The date that follows, as precise: 2021 after 2020, 2021-01 after 2020-12.
 * @param {string} date
 * @returns {string}
 */
export function following(date) {
  const [year, month, day] = date.split("-").map(Number);
  if (month === undefined) return written(year + 1, null);
  const next = day === undefined ? new Date(Date.UTC(year, month, 1)) : new Date(Date.UTC(year, month - 1, day + 1));
  return written(next.getUTCFullYear(), next.getUTCMonth() + 1, day === undefined ? null : next.getUTCDate());
}

/**
 * A date in words: 10 June 2021.
 * @param {string} date
 * @returns {string}
 */
export function said(date) {
  const [year, month, day] = date.split("-").map(Number);
  return [day, month && MONTHS[month - 1], year].filter(Boolean).join(" ");
}
