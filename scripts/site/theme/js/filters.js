/**
 * @file Owns the filters of a table: a form with `data-filters` (the table's id), whose choices are compared with the
 * rows' data of the same name, one value a line, and whose words with what a row says. The page's address keeps what
 * is chosen. The table has only some of the rows where the form has `data-some`; a button with `data-more` (the
 * addresses of the pages that have all) brings them in.
 */

/**
 * @param {HTMLTableRowElement} row
 * @param {string} name
 * @param {string} wanted
 * @returns {boolean}
 */
function fits(row, name, wanted) {
  if (name !== "words") return (row.dataset[name] ?? "").split("\n").includes(wanted);
  const text = (row.textContent ?? "").toLowerCase();
  return wanted.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

/**
 * @param {HTMLFormElement} form
 * @returns {[string, string][]} what is chosen, by name
 */
function chosen(form) {
  return [...new FormData(form)].map(([name, value]) => /** @type {[string, string]} */ ([name, String(value).trim()])).filter(([, value]) => value);
}

/**
 * Keeps what is chosen in the address, and in the ways to the other pages of the list, so that it can be shared and kept.
 * @param {HTMLFormElement} form
 * @param {[string, string][]} wanted
 */
function remember(form, wanted) {
  const url = new URL(location.href);
  for (const name of new FormData(form).keys()) url.searchParams.delete(name);
  for (const [name, value] of wanted) url.searchParams.set(name, value);
  history.replaceState(history.state, "", url);
  /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".years a")).forEach((link) => { link.search = String(new URLSearchParams(wanted)); });
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLTableElement} table
 */
function apply(form, table) {
  const wanted = chosen(form), rows = [...table.tBodies[0].rows];
  rows.forEach((row) => { row.hidden = !wanted.every(([name, value]) => fits(row, name, value)); });
  const shown = rows.filter((row) => !row.hidden).length;
  const where = form.hasAttribute("data-some") ? " on this page" : "";
  const output = /** @type {HTMLOutputElement} */ (form.querySelector("output"));
  output.value = wanted.length ? `${shown} of ${rows.length}${where}` : `${rows.length}${where || " in all"}`;
  remember(form, wanted);
}

/**
 * The rows of another page of the list, their links made to lead from here.
 * @param {string} address
 * @param {string} id
 * @returns {Promise<HTMLTableRowElement[]>}
 */
async function rowsAt(address, id) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const table = /** @type {HTMLTableElement | null} */ (page.getElementById(id));
  const rows = [...(table?.tBodies[0].rows ?? [])];
  for (const row of rows) {
    for (const link of row.querySelectorAll("a")) link.href = new URL(link.getAttribute("href") ?? "", answer.url).href;
  }
  return rows;
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLTableElement} table
 * @param {HTMLButtonElement} button
 */
async function bringAll(form, table, button) {
  const output = /** @type {HTMLOutputElement} */ (form.querySelector("output"));
  button.disabled = true;
  try {
    const rows = [];
    for (const address of (button.dataset.more ?? "").trim().split(" ")) {
      output.value = `Reading, ${rows.length} so far`;
      rows.push(...await rowsAt(new URL(address, location.href).href, table.id));
    }
    table.tBodies[0].replaceChildren(...rows);
    table.tHead?.querySelectorAll("[aria-sort]").forEach((header) => header.removeAttribute("aria-sort"));
    table.caption?.append(" (all years)");
    form.removeAttribute("data-some");
    button.remove();
    apply(form, table);
  } catch {
    button.disabled = false;
    apply(form, table);
    output.value += "; the other years could not be read";
  }
}

/** @param {HTMLFormElement} form */
function start(form) {
  const table = /** @type {HTMLTableElement | null} */ (document.getElementById(form.dataset.filters ?? ""));
  if (!table) return;
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    // Chosen on another page of the list, and not on this one: it stays chosen, and finds nothing here.
    if (field instanceof HTMLSelectElement && ![...field.options].some((one) => one.value === value)) field.add(new Option(value));
    if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement) field.value = value;
  }
  form.hidden = false;
  form.addEventListener("input", () => apply(form, table));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => apply(form, table)));
  const more = /** @type {HTMLButtonElement | null} */ (form.querySelector("[data-more]"));
  more?.addEventListener("click", () => bringAll(form, table, more));
  apply(form, table);
}

/** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-filters]")).forEach(start);
