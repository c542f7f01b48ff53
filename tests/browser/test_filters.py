"""The filters of the ledger's tables: at once, kept in the address, over all years on demand."""

from itertools import chain

import pytest
from playwright.sync_api import Locator, Page, expect

from archive.archive import Archive
from archive.ledger.book import Book
from tests.browser.conftest import Readers
from tests.browser.hosting import Hosted
from tests.browser.kinds import replies_of_a_year
from tests.browser.reader import DESK, PHONE, Look

REPLIES = "ledger/replies/"


def left(page: Page) -> Locator:
    """The rows that are shown."""
    return page.locator("tbody tr").filter(visible=True)


@pytest.mark.parametrize("look", [PHONE, DESK], ids=str)
def test_choices_narrow_the_rows_and_the_address_keeps_them(
    look: Look, corpus: Archive, invented: Hosted, passing: Readers
) -> None:
    reader = passing(invented, look)
    page = reader.open(REPLIES)
    every = len(corpus.motions)
    count = page.locator("output")
    expect(count).to_have_text(f"{every} in all")
    page.get_by_label("Topic").select_option("night-buses")
    held = len(corpus.motions_by_topic["night-buses"])
    expect(left(page)).to_have_count(held)
    expect(count).to_have_text(f"{held} of {every}")
    assert page.url.endswith("?topic=night-buses")
    page.get_by_label("Response").select_option("not mentioned")
    expect(count).not_to_have_text(f"{held} of {every}")
    narrowed = left(page).count()
    page.reload()
    expect(left(page)).to_have_count(narrowed)
    expect(page.get_by_label("Topic")).to_have_value("night-buses")
    page.get_by_role("button", name="Clear").click()
    expect(left(page)).to_have_count(every)
    assert page.url == f"{invented.home}{REPLIES}"
    assert reader.faults == []


def test_a_response_and_a_reply_are_found(
    corpus: Archive, invented: Hosted, passing: Readers
) -> None:
    book, page = Book(corpus), passing(invented).open(REPLIES)
    page.get_by_label("Response").select_option("declined")
    declined = {name for name, states in book.states.items() if "declined" in states.values()}
    expect(left(page)).to_have_count(len(declined))
    page.get_by_role("button", name="Clear").click()
    page.get_by_label("Reply").select_option("none in this archive")
    waiting = [r for r in book.replies.values() if r.standing == "none held"]
    expect(left(page)).to_have_count(len(waiting))


def test_words_narrow_the_rows_too(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open(REPLIES)
    page.get_by_label("With the words").fill("long bridge")
    expect(left(page)).to_have_count(1)
    page.get_by_label("With the words").press("Enter")
    assert page.url.endswith("?words=long+bridge")


def test_the_ways_to_the_years_keep_what_is_chosen(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open(f"{REPLIES}?response=partly")
    page.get_by_role("navigation", name="Years").get_by_role("link").first.click()
    assert page.url.endswith("/?response=partly")
    expect(page.get_by_label("Response")).to_have_value("partly")


def test_a_year_can_look_in_all_years(corpus: Archive, invented: Hosted, passing: Readers) -> None:
    reader = passing(invented)
    page = reader.open(replies_of_a_year(corpus))
    expect(page.locator("output")).to_contain_text("on this page")
    page.get_by_role("button", name="Look in all years").click()
    expect(page.locator("output")).to_have_text(f"{len(corpus.motions)} in all")
    front = reader.open(REPLIES).locator("tbody th a").evaluate_all("all => all.map(a => a.href)")
    page = reader.open(replies_of_a_year(corpus))
    page.get_by_role("button", name="Look in all years").click()
    expect(page.locator("output")).to_have_text(f"{len(corpus.motions)} in all")
    links = page.locator("tbody th a").evaluate_all("all => all.map(a => a.href)")
    assert links == front
    assert reader.faults == []


def test_commitments_are_filtered_by_what_is_known_of_them(
    corpus: Archive, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open("ledger/commitments/")
    page.get_by_label("What is known").select_option("delivered")
    promises = chain.from_iterable(Book(corpus).promises.values())
    delivered = [promise for promise in promises if promise.delivery == "delivered"]
    expect(left(page)).to_have_count(len(delivered))


def test_without_scripts_all_rows_stand_there_and_no_filter(
    corpus: Archive, invented: Hosted, fresh: Readers
) -> None:
    page = fresh(invented, java_script_enabled=False).open(REPLIES)
    expect(left(page)).to_have_count(len(corpus.motions))
    expect(page.locator("form.filters")).to_be_hidden()
