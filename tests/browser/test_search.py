"""The search box: what it finds, what it says, how it is used by keyboard, what cannot harm it."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from archive.addresses import letter_address
from archive.archive import Archive
from tests.browser.axe import violations
from tests.browser.conftest import Readers
from tests.browser.hosting import Hosted
from tests.browser.kinds import MISSING, letter
from tests.browser.reader import LOOKS, Look

FOUND = re.compile(r"^(1 page|\d+ pages)$")
ANSWERED = re.compile(r"^(Nothing found|1 page|\d+ pages)$")
NO_QUERY = re.compile("Invalid query|QueryParseError")
"""What Material's search notes for developers when its own signs stand in wrong places."""

NOT_WORDS = {
    "a quotation mark": '"',
    "quotations": '"quoted words" and \'more',
    "brackets": "(brackets] {of} every <kind>",
    "a script": "bus <script>window.harmed = true</script>",
    "an image": "bus <img src=/harm.png onerror='window.harmed = true'>",
    "operators": "title:bus -bus +bus ~1 ^9 * ?",
    "a field and nothing": "title:",
    "an unknown field": "nosuchfield:bus",
    "numbers that are none": "bus~x bus^y",
    "a backslash": "\\",
    "a broken escape": "%00 %E0%A4%A",
    "many words": "word " * 300,
    "a long word": "x" * 3000,
    "other scripts": "עברית العربية 🚌",
}


def box(page: Page) -> Locator:
    """The box at the top of every page."""
    return page.get_by_role("banner").get_by_role("searchbox", name="Search letters and motions")


def said(page: Page) -> Locator:
    """What is announced about a search."""
    return page.get_by_role("search", name="Whole archive").get_by_role("status")


def results(page: Page) -> Locator:
    """The links to what was found."""
    return page.get_by_role("search", name="Whole archive").get_by_role("link")


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_results_have_nothing_for_axe(look: Look, ours: Hosted, passing: Readers) -> None:
    reader = passing(ours, look)
    page = reader.open("about/")
    box(page).fill("violence")
    expect(said(page)).to_have_text(FOUND)
    assert violations(page) == []
    assert reader.faults == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_as_many_results_are_listed_as_are_announced(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open("letters/")
    box(page).press_sequentially("bus")
    expect(said(page)).to_have_text(FOUND)
    assert said(page).inner_text().split()[0] == str(results(page).count())


@pytest.mark.parametrize(
    "words", ["adverse childhood", "Adverse Childhood Experiences", "MGLA150621-5878"]
)
def test_the_letter_is_found_by_its_words(
    words: str, real: Archive, ours: Hosted, passing: Readers
) -> None:
    page = passing(ours).open("")
    box(page).fill(words)
    expect(said(page)).to_have_text(FOUND)
    address = letter_address(next(iter(real.letters)))
    addresses = results(page).evaluate_all("links => links.map(link => link.href)")
    assert [a for a in addresses if a.startswith(f"{ours.home}{address}")] != []


@pytest.mark.parametrize(
    "words", ["antisemitism", "anti-semitism", "anti-Semitism", "Antisemitism"]
)
def test_a_word_is_found_however_it_is_hyphenated(
    words: str, ours: Hosted, passing: Readers
) -> None:
    page = passing(ours).open("")
    box(page).fill(words)
    expect(said(page)).to_have_text(FOUND)
    expect(results(page).filter(has_text="Antisemitism").first).to_be_visible()


def test_a_word_that_is_nowhere_is_said_to_be_nowhere(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open("")
    box(page).fill("xylophonist")
    expect(said(page)).to_have_text("Nothing found")
    expect(results(page)).to_have_count(0)


def test_enter_goes_to_the_first_result_and_opens_it(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open("about/")
    box(page).fill("bus")
    expect(said(page)).to_have_text(FOUND)
    box(page).press("Enter")
    expect(results(page).first).to_be_focused()
    address = results(page).first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(str(address))


def test_tab_goes_through_the_results(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open("about/")
    box(page).fill("bus")
    expect(said(page)).to_have_text(FOUND)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Tab")
    expect(results(page).first).to_be_focused()
    page.keyboard.press("Tab")
    expect(results(page).nth(1)).to_be_focused()


@pytest.mark.parametrize("presses", [0, 2])
def test_escape_closes_the_results_and_leads_back_to_the_box(
    presses: int, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open("about/")
    box(page).fill("bus")
    expect(said(page)).to_have_text(FOUND)
    for _ in range(presses):
        page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(results(page).first).to_be_hidden()
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value("bus")


def test_results_close_when_one_goes_elsewhere(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open("about/")
    box(page).fill("bus")
    expect(results(page).first).to_be_visible()
    page.mouse.click(5, 700)
    expect(results(page).first).to_be_hidden()
    box(page).focus()
    expect(results(page).first).to_be_visible()


@pytest.mark.parametrize("address", ["", MISSING])
def test_the_box_in_the_page_leads_to_results(
    address: str, invented: Hosted, passing: Readers
) -> None:
    reader = passing(invented)
    page = reader.open_missing(address) if address else reader.open(address)
    page.get_by_role("search", name="Letters and motions").get_by_role("searchbox").fill(
        "night buses"
    )
    page.keyboard.press("Enter")
    page.wait_for_url(f"{invented.home}?q=night+buses")
    expect(said(page)).to_have_text(FOUND)
    expect(box(page)).to_have_value("night buses")
    expect(results(page).first).to_be_visible()
    assert reader.faults == []


@pytest.mark.parametrize("typed", NOT_WORDS.values(), ids=NOT_WORDS)
def test_what_is_typed_does_no_harm(typed: str, invented: Hosted, passing: Readers) -> None:
    reader = passing(invented)
    page = reader.open("")
    box(page).fill(typed)
    expect(said(page)).to_have_text(ANSWERED)
    box(page).fill("bus")
    expect(said(page)).to_have_text(FOUND)
    assert page.evaluate("window.harmed") is None
    assert [fault for fault in reader.faults if not NO_QUERY.search(fault)] == []


def test_what_an_address_asks_for_does_no_harm(invented: Hosted, passing: Readers) -> None:
    reader = passing(invented)
    page = reader.open("?q=bus%3Cscript%3Ewindow.harmed%3Dtrue%3C/script%3E%22%27%3E")
    expect(said(page)).to_have_text(ANSWERED)
    assert page.evaluate("window.harmed") is None
    assert reader.faults == []


def test_results_of_a_document_show_its_words_literally(
    corpus: Archive, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open(letter(corpus))
    title = page.get_by_role("heading", level=1).inner_text()
    box(page).fill(title)
    expect(results(page).filter(has_text=title).first).to_be_visible()
