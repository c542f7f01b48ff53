"""Tables: in the order of any column, narrowed by words, and complete without scripts."""

import pytest
from playwright.sync_api import Locator, Page, expect

from archive.archive import Archive
from tests.browser.conftest import Readers
from tests.browser.hosting import Hosted
from tests.browser.kinds import KINDS, MISSING
from tests.browser.reader import DESK, PHONE, Look, Reader

CELLS = """(table, column) => [...table.tBodies[0].rows]
  .map(row => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim())"""
DATES = "table => [...table.tBodies[0].querySelectorAll('time')].map(time => time.dateTime)"
CONTROLS = "button, input, select, textarea"
LISTS = ["letters/", "motions/"]


def headers(page: Page) -> Locator:
    """The headers of the columns."""
    return page.get_by_role("columnheader")


def shown_order(page: Page, column: int) -> list[str]:
    """What a column sorts by, in the order of the rows, letters of one kind being equal."""
    cells: list[str] = page.locator("table").evaluate(CELLS, column)
    return [cell.casefold() for cell in cells]


@pytest.mark.parametrize("look", [PHONE, DESK], ids=str)
@pytest.mark.parametrize("address", LISTS)
def test_every_column_sorts_up_and_down(
    address: str, look: Look, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented, look).open(address)
    for column in range(headers(page).count()):
        header = headers(page).nth(column)
        header.get_by_role("button").click()
        expect(header).to_have_attribute("aria-sort", "ascending")
        up = shown_order(page, column)
        header.get_by_role("button").click()
        expect(header).to_have_attribute("aria-sort", "descending")
        assert page.locator("th[aria-sort]").count() == 1
        assert [*map(str, sorted_cells(up))] == up
        assert sorted_cells(shown_order(page, column)) == up
        assert shown_order(page, column)[0] == up[-1]


def sorted_cells(cells: list[str]) -> list[str]:
    """Numbers by their value, dates and words by their letters."""
    if all(cell.isdigit() for cell in cells):
        return sorted(cells, key=int)
    return sorted(cells, key=lambda cell: [c for c in cell if c.isalnum() or c == " "])


@pytest.mark.parametrize("address", LISTS)
def test_dates_sort_as_dates_and_not_as_words(
    address: str, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open(address)
    newest_first: list[str] = page.locator("table").evaluate(DATES)
    assert len({date[:4] for date in newest_first}) > 2
    headers(page).first.get_by_role("button").click()
    assert page.locator("table").evaluate(DATES) == sorted(newest_first)
    headers(page).first.get_by_role("button").click()
    assert page.locator("table").evaluate(DATES) == sorted(newest_first, reverse=True)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_column_sorts_by_keyboard_and_keeps_the_focus(
    key: str, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open("letters/")
    button = headers(page).nth(2).get_by_role("button")
    button.press(key)
    expect(headers(page).nth(2)).to_have_attribute("aria-sort", "ascending")
    expect(button).to_be_focused()


@pytest.mark.parametrize("look", [PHONE, DESK], ids=str)
@pytest.mark.parametrize("address", LISTS)
def test_words_narrow_the_rows_and_the_count_follows(
    address: str, look: Look, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented, look).open(address)
    rows, count = page.locator("tbody tr"), page.locator(".filter__count")
    every = rows.count()
    name = address.strip("/")
    expect(count).to_have_text(f"{every} on this page")
    expect(count).to_have_attribute("aria-live", "polite")
    page.get_by_role("searchbox", name=f"Filter {name}").fill("2018 March")
    left = rows.filter(visible=True)
    assert 0 < left.count() < every
    assert all("2018" in text for text in left.all_inner_texts())
    expect(count).to_have_text(f"{left.count()} of {every}")
    page.get_by_role("searchbox", name=f"Filter {name}").fill("no such words")
    expect(count).to_have_text(f"0 of {every}")
    page.get_by_role("searchbox", name=f"Filter {name}").fill("")
    expect(left).to_have_count(every)


def test_rows_that_were_filtered_out_stay_out_when_sorted(
    invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open("letters/")
    page.get_by_role("searchbox", name="Filter letters").fill("2018")
    left = page.locator("tbody tr").filter(visible=True)
    count = left.count()
    headers(page).nth(1).get_by_role("button").click()
    expect(left).to_have_count(count)


def test_a_table_lists_every_record(corpus: Archive, invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open("letters/")
    assert page.locator("tbody tr").count() == len(corpus.letters)
    page = passing(invented).open("motions/")
    assert page.locator("tbody tr").count() == len(corpus.motions)


@pytest.mark.parametrize("look", [PHONE, DESK], ids=str)
def test_without_scripts_all_words_are_there_and_no_control_is_dead(
    look: Look, corpus: Archive, invented: Hosted, fresh: Readers, passing: Readers
) -> None:
    with_scripts = passing(invented, look)
    without = fresh(invented, look, java_script_enabled=False)
    for kind, choose in KINDS.items():
        readers = (with_scripts, without)
        opened = [open_page(reader, choose(corpus)) for reader in readers]
        tables = [page.locator("table").all_text_contents() for page in opened]
        assert tables[0] == tables[1], kind
        documents = [page.locator("section.doc").all_inner_texts() for page in opened]
        assert documents[0] == documents[1], kind
        shown = opened[1].locator(CONTROLS).filter(visible=True)
        leading = opened[1].locator("form[action*='search/'], .page--search form")
        assert shown.count() == leading.locator(CONTROLS).filter(visible=True).count(), kind


def test_without_scripts_the_home_page_says_what_to_do_instead(
    invented: Hosted, fresh: Readers
) -> None:
    page = fresh(invented, java_script_enabled=False).open("")
    expect(page.locator("noscript p")).to_be_visible()


def open_page(reader: Reader, address: str) -> Page:
    """A page of any kind, the missing one included."""
    return reader.open_missing(address) if address == MISSING else reader.open(address)
