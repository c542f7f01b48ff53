"""The sentence above the results: it names what is counted, and of the words those that count."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Readers
from tests.browser.hosting import Hosted
from tests.browser.reader import DESK

KINDS = ("letter", "motion", "ask", "commitment")


def searched(page: Page, query: str) -> str:
    """What the page says of a query, without the number of results."""
    page.goto(f"{page.url.partition('search/')[0]}search/?q={quote(query)}")
    said = page.locator("[data-part=said]")
    expect(said).not_to_be_empty()
    return said.inner_text().partition(": ")[2]


@pytest.mark.parametrize(
    "query",
    ["bus", "bus -kind:letter", "topic:bridges", "topic:bridges -kind:motion", "bus OR kind:ask"],
)
def test_the_sentence_names_the_kinds_that_are_counted(
    query: str, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented, DESK).open("search/")
    said = searched(page, query)
    listed = page.get_by_role("region", name="Kind").get_by_role("list").first
    counted = [name.partition(",")[0].lower() for name in _names(listed.get_by_role("button"))]
    before = re.split(" with | on ", said)[0]
    assert {kind for kind in KINDS if f"{kind}s" in before} == set(counted)


def _names(buttons: Locator) -> list[str]:
    """What some buttons are called."""
    return [one.get_attribute("aria-label") or "" for one in buttons.all()]


def test_small_words_are_not_said_to_be_needed(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open("search/")
    assert searched(page, "what was said about the bridge") == (
        "letters, motions and asks with said and bridge, or some of these"
    )
    assert page.locator("[data-part=said] em").all_inner_texts() == ["said", "bridge"]
    # Where nothing else is typed they are sought, and said.
    assert searched(page, "of the") == "letters, motions and asks with of and the, or some of these"
    assert searched(page, '"of the"') == "letters, motions and asks with of the as a phrase"
    assert " with the, if possible with bridge" in searched(page, "+the bridge")


def test_a_small_or_is_offered_as_an_operator(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open("search/")
    assert " with tram and bridge, or some" in searched(page, "tram or bridge")
    about = page.get_by_role("list", name="About this query")
    expect(about).to_contain_text("“or” is a word like others here.")
    about.get_by_role("link", name="tram OR bridge").click()
    expect(page.locator("[data-part=said]")).to_contain_text("with tram or bridge")
    expect(about).to_be_hidden()
    for other in ("what of tram or bridge", "tram OR bridge", '"tram or bridge"'):
        searched(page, other)
        expect(about).to_be_hidden()
