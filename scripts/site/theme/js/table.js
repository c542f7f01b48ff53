/**
 * @file Owns what scripts add to tables: sorting by column (`data-sortable`) and filtering by words (`data-filterable`, whose value names the rows: "letters").
 *
 * A cell sorts by its `data-sort` value, or else by its words; a column whose header has `data-unsorted` is left alone.
 */

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/**
 * @param {HTMLTableRowElement} row
 * @param {number} column
 * @returns {string}
 */
function sortValue(row, column) {
  const cell = row.cells[column];
  return cell.dataset.sort ?? cell.textContent?.trim() ?? "";
}

/**
 * Puts the rows in the order of a column; sort() is stable, so ties keep the order they had.
 * @param {HTMLTableSectionElement} body
 * @param {number} column
 * @param {1 | -1} direction
 */
function sortRows(body, column, direction) {
  const rows = [...body.rows].sort((a, b) => direction * collator.compare(sortValue(a, column), sortValue(b, column)));
  body.append(...rows);
}

/** @param {HTMLTableElement} table */
function makeSortable(table) {
  const headers = [...(table.tHead?.rows[0]?.cells ?? [])];
  headers.forEach((header, column) => {
    if ("unsorted" in header.dataset) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener("click", () => {
      const ascending = header.getAttribute("aria-sort") !== "ascending";
      headers.forEach((other) => other.removeAttribute("aria-sort"));
      header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
      sortRows(table.tBodies[0], column, ascending ? 1 : -1);
    });
  });
}

/**
 * @param {HTMLTableRowElement} row
 * @param {string[]} words
 * @returns {boolean} whether every word occurs somewhere in the row
 */
function matches(row, words) {
  const text = (row.textContent ?? "").toLowerCase();
  return words.every((word) => text.includes(word));
}

/**
 * @param {number} shown
 * @param {number} all
 * @returns {string}
 */
function countText(shown, all) {
  return shown === all ? `${all} on this page` : `${shown} of ${all}`;
}

/**
 * @param {HTMLTableElement} table
 * @param {number} number makes the ids of several filters on a page differ
 */
function makeFilterable(table, number) {
  const rows = [...table.tBodies[0].rows];
  const filter = document.createElement("div");
  filter.className = "filter";
  const input = document.createElement("input");
  input.type = "search";
  input.id = `filter-${number}`;
  const label = document.createElement("label");
  label.htmlFor = input.id;
  label.textContent = `Filter ${table.dataset.filterable || "this list"}`;
  const count = document.createElement("p");
  count.className = "filter__count";
  count.setAttribute("aria-live", "polite");
  count.textContent = countText(rows.length, rows.length);
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    rows.forEach((row) => { row.hidden = !matches(row, words); });
    count.textContent = countText(rows.filter((row) => !row.hidden).length, rows.length);
  });
  filter.append(label, input, count);
  table.before(filter);
}

/** @type {NodeListOf<HTMLTableElement>} */ (document.querySelectorAll("table[data-sortable]")).forEach(makeSortable);
/** @type {NodeListOf<HTMLTableElement>} */ (document.querySelectorAll("table[data-filterable]")).forEach(makeFilterable);
