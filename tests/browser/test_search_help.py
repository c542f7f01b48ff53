"""The help page: each of its examples is searched for and does what the page says."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Readers
from tests.browser.hosting import Hosted
from tests.browser.reader import LOOKS, Look

LETTER = "London Assembly (Plenary) Meeting 10 June 2021 – Motions"
HATE = "Antisemitism"
ACES = "Adverse Childhood Experiences"
ALL = {LETTER, HATE, ACES}
STRATEGY, HUB, TRUST = f"{HATE}, ask 1", f"{ACES}, ask 1", f"{ACES}, ask 2"
ASKS = {STRATEGY, HUB, TRUST}
COMMITMENTS = {f"{LETTER}, commitment {number}" for number in (1, 2, 3, 4)}


@dataclass(frozen=True)
class Does:
    """What an example finds, and if it matters what comes first or how many have all words."""

    found: set[str]
    first: str | None = None
    complete: int | None = None


FINDS = {
    "young people WAVE": Does({LETTER, ACES, TRUST}, first=LETTER, complete=1),
    '"public health"': Does({LETTER}),
    '"the VRU team has met with"': Does({LETTER, HUB}, first=LETTER),
    '"WAVE\'s board"': Does({LETTER}),
    '"approach"': Does({LETTER, ACES, HUB}),
    "antisemitism -police": Does({HATE}),
    'antisemitism NOT "hate crime"': Does({HATE}),
    "+pilot violence": Does({LETTER, ACES, HUB}, first=LETTER),
    "violence AND school": Does({LETTER}),
    "police OR pilot": Does({LETTER, ACES, HUB, STRATEGY}, first=LETTER),
    "(police OR pilot) AND community": Does({LETTER, ACES, HUB}),
    "health NEAR/3 approach": Does({LETTER}),
    "anti*": Does({LETTER, HATE, STRATEGY}),
    "*ism": Does({LETTER, HATE, STRATEGY}),
    "antisemetism~1": Does({LETTER, HATE, STRATEGY}),
    "antisemitism^3 violence": Does({LETTER, HATE, STRATEGY}),
    "title:motions": Does({LETTER}),
    "topic:antisemitism": Does({LETTER, HATE}),
    "from:khan": Does({LETTER}),
    'from:"Mayor of London"': Does({LETTER}),
    'to:"Andrew Boff"': Does({LETTER}),
    'to:"Metropolitan Police"': Does({HATE}),
    "by:best": Does({ACES}),
    "person:russell": Does({ACES}),
    "kind:motion": Does({HATE, ACES}),
    "kind:ask strategy": Does({STRATEGY}),
    "kind:commitment": Does(COMMITMENTS),
    "response:partly": Does(ASKS),
    'response:"not mentioned" OR response:partly': Does(ASKS),
    "kind:commitment -delivery:delivered": Does(COMMITMENTS),
    "ref:MGLA150621-5878": Does({LETTER}),
    "ref:5878": Does({LETTER}),
    "date:2021-09": Does({LETTER}),
    "after:2021-07": Does({LETTER}),
    "before:2021-07": Does({HATE, ACES}),
    'antisemitism after:"July 2021" before:2022': Does({LETTER}),
    "antisemitism -kind:letter": Does({HATE, STRATEGY}, first=HATE),
    "topic:antisemitism OR topic:ACEs": Does(ALL),
    "pilot OR topic:antisemitism": Does({*ALL, HUB, STRATEGY}),
}
TOLD = {
    '"public health': "The quotation mark is not closed.",
    "'public health'": "For a phrase, use double quotation marks.",
    "after:2022 before:2021": "No day is from 2022 on and before 2021",
    "-police": "This only says what to leave out.",
    "author:khan": "Did you mean from:?",
    "response:refused": "There is no response “refused”.",
    "(police violence) OR school": "OR and NEAR join words, phrases and fields",
}
EXAMPLES = ".page--text td:first-child a"


@pytest.fixture
def help_page(ours: Hosted, passing: Readers) -> Iterator[Page]:
    """The help page of this repository's archive."""
    yield passing(ours).open("search-help/")


def test_every_example_of_the_page_is_tested_here_and_leads_to_its_search(help_page: Page) -> None:
    examples = help_page.locator(EXAMPLES)
    assert examples.all_inner_texts() == [*FINDS, *TOLD]
    for typed, href in zip(
        examples.all_inner_texts(),
        examples.evaluate_all("links => links.map(link => link.href)"),
        strict=True,
    ):
        assert parse_qs(urlsplit(href).query, strict_parsing=True)["q"] == [typed]


@pytest.mark.parametrize("typed", FINDS)
def test_an_example_finds_what_it_should(typed: str, help_page: Page) -> None:
    wanted = FINDS[typed]
    help_page.locator(EXAMPLES).get_by_text(typed, exact=True).click()
    titles = help_page.locator(".find__title")
    expect(titles).to_have_count(len(wanted.found))
    assert set(titles.all_inner_texts()) == wanted.found
    assert wanted.first in (None, titles.first.inner_text())
    expect(help_page.locator("[data-part=mistakes]")).to_be_hidden()
    if wanted.complete is not None:
        before = help_page.locator(".finds__line").locator("xpath=preceding-sibling::li")
        expect(before).to_have_count(wanted.complete)


@pytest.mark.parametrize("typed", TOLD)
def test_an_example_of_a_mistake_is_told(typed: str, help_page: Page) -> None:
    help_page.locator(EXAMPLES).get_by_text(typed, exact=True).click()
    expect(help_page.locator("[data-part=mistakes]")).to_contain_text(TOLD[typed])
    expect(help_page.locator("[data-part=mistakes] a")).to_have_count(1)


def test_a_beginning_is_looked_for_in_an_archive_that_is_not_large(help_page: Page) -> None:
    """What a large one does, tests/search/test_engine.py shows."""
    expect(help_page.get_by_text("In a large archive, a beginning or an ending")).to_be_visible()
    help_page.goto(help_page.url.replace("search-help/", "search/?q=a*"))
    expect(help_page.locator(".find__title").first).to_be_visible()
    expect(help_page.locator("[data-part=mistakes]")).to_be_hidden()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_help_page_has_nothing_for_axe(look: Look, ours: Hosted, passing: Readers) -> None:
    reader = passing(ours, look)
    page = reader.open("search-help/")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert reader.faults == []
