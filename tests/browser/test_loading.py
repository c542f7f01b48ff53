"""What is loaded when: next to nothing on a page, all at once when someone is about to search."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, Route, expect

from archive.archive import Archive
from tests.browser.axe import violations
from tests.browser.conftest import Readers
from tests.browser.hosting import MOUNT, Hosted
from tests.browser.kinds import letter
from tests.browser.reader import DESK, PHONE, Look, Reader
from tests.browser.test_search_box import box, options
from tests.browser.test_search_page import at, titles

SCRIPTS_AND_INDEX = re.compile(r"/(js/search|search)/[^?]+\.js(on)?")
EVERYWHERE = ["js/scheme.js", "js/search/start.js"]
ABOUT_TO = ["js/search/box.js", "js/search/worker.js", "search/root.json"]


def asked_for(reader: Reader) -> list[str]:
    """The scripts and data that a reader's page asks for, a list that grows."""
    seen: list[str] = []

    def note(request: Request) -> None:
        path = urlsplit(request.url).path.removeprefix(MOUNT)
        if path.endswith((".js", ".json")):
            seen.append(path)

    reader.page.on("request", note)
    return seen


class Gate:
    """Holds back every script and every file of the index until it is opened."""

    def __init__(self, reader: Reader) -> None:
        self._held: list[Route] = []
        self._open = False
        reader.context.route(SCRIPTS_AND_INDEX, self._hold)

    def _hold(self, route: Route) -> None:
        if self._open:
            route.continue_()
        else:
            self._held.append(route)

    def open(self) -> None:
        """Let everything through, also what was held."""
        self._open = True
        for route in self._held:
            route.continue_()


def until(page: Page, true: Callable[[], bool]) -> bool:
    """Whether something comes true while the page goes on, within five seconds."""
    for _ in range(100):
        if true():
            return True
        page.wait_for_timeout(50)
    return False


def test_a_page_loads_no_search(corpus: Archive, invented: Hosted, fresh: Readers) -> None:
    reader = fresh(invented, DESK)
    seen = asked_for(reader)
    page = reader.open(letter(corpus))
    page.wait_for_load_state("networkidle")
    assert sorted(seen) == sorted([*EVERYWHERE, "js/take/start.js"])
    assert reader.faults == []


@pytest.mark.parametrize("look", [PHONE, DESK], ids=str)
def test_all_that_a_search_needs_is_asked_for_at_once_and_nothing_twice(
    look: Look, invented: Hosted, fresh: Readers
) -> None:
    reader = fresh(invented, look)
    page = reader.open("about/")
    page.wait_for_load_state("networkidle")
    seen, gate = asked_for(reader), Gate(reader)
    box(page).focus()
    assert until(page, lambda: len(seen) == len(ABOUT_TO)), seen
    assert sorted(seen) == ABOUT_TO  # although nothing of it has arrived
    gate.open()
    box(page).press_sequentially("bridge")
    expect(options(page).first).to_be_visible(timeout=15_000)
    assert len(seen) == len(set(seen)), seen
    for more, language in ((' "long bridge"', False), (" -tram", True)):
        # At once: what is half typed (`"lo`) may find nothing, and be taken for a misspelling.
        page.keyboard.insert_text(more)
        expect(options(page).last).to_contain_text(f"{more}”")
        assert ("js/search/query.js" in seen) == language
    # Nothing was filtered, and nothing misspelt.
    assert not {"js/search/rare.js", "js/search/columns.js"} & set(seen)
    assert reader.faults == []


def test_what_is_typed_before_the_scripts_arrive_is_answered(
    invented: Hosted, fresh: Readers
) -> None:
    reader = fresh(invented, DESK)
    page = reader.open("about/")
    page.wait_for_load_state("networkidle")
    gate = Gate(reader)
    box(page).press_sequentially("night buses")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    assert violations(page) == []
    gate.open()
    expect(options(page).first).to_contain_text("Night buses")
    expect(box(page)).to_have_value("night buses")


def test_enter_works_before_the_scripts_arrive(invented: Hosted, fresh: Readers) -> None:
    reader = fresh(invented, DESK)
    page = reader.open("about/")
    page.wait_for_load_state("networkidle")
    reader.context.route("**/js/search/box.js*", lambda route: None)
    box(page).fill("bridge")
    box(page).press("Enter")
    page.wait_for_url(f"{invented.home}search/?q=bridge")
    expect(titles(page).first).to_be_visible()


def test_a_box_whose_script_does_not_come_says_so_and_tries_again(
    invented: Hosted, fresh: Readers
) -> None:
    reader = fresh(invented, DESK)
    page = reader.open("about/")
    reader.context.route("**/js/search/box.js*", lambda route: route.abort())
    box(page).fill("bridge")
    note = page.get_by_role("banner").get_by_role("status")
    expect(note).to_contain_text("could not be loaded", timeout=10_000)
    assert violations(page) == []
    reader.context.unroute("**/js/search/box.js*")
    box(page).press_sequentially("s")
    expect(options(page).first).to_be_visible()
    expect(page.get_by_text("could not be loaded")).to_have_count(0)


def test_a_language_that_does_not_come_is_told(invented: Hosted, fresh: Readers) -> None:
    reader = fresh(invented, DESK)
    page = reader.open("about/")
    reader.context.route("**/js/search/query.js*", lambda route: route.abort())
    box(page).fill("bridge -tram")
    note = page.get_by_role("banner").locator(".search__note")
    expect(note).to_contain_text("could not be loaded", timeout=10_000)
    box(page).fill("bridge")
    expect(options(page).first).to_be_visible()


def test_a_search_page_whose_script_does_not_come_says_so_and_tries_again(
    invented: Hosted, fresh: Readers
) -> None:
    reader = fresh(invented, DESK)
    reader.context.route("**/js/search/page.js*", lambda route: route.abort())
    page = reader.open(at("bridge"))
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("could not be loaded", timeout=10_000)
    assert violations(page) == []
    reader.context.unroute("**/js/search/page.js*")
    alert.get_by_role("button", name="Try again").click()
    expect(titles(page).first).to_be_visible()
    expect(alert).to_be_hidden()


def test_a_slow_search_page_says_what_it_searches_for(invented: Hosted, fresh: Readers) -> None:
    reader = fresh(invented, DESK)
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    reader.context.route("**/js/search/page.js*", hold)
    page = reader.open(at("bridge"))
    expect(page.get_by_role("main").get_by_role("searchbox")).to_have_value("bridge")
    told = page.get_by_role("main").get_by_text("Searching…")
    expect(told).to_be_visible()
    assert violations(page) == []
    page.get_by_role("main").get_by_role("searchbox").fill("bridge night")
    waiting[0].continue_()
    expect(titles(page).first).to_be_visible()
    expect(told).to_have_count(0)
    expect(page.get_by_role("main").get_by_role("searchbox")).to_have_value("bridge night")


def test_the_search_page_asks_for_nothing_twice(invented: Hosted, fresh: Readers) -> None:
    reader = fresh(invented, DESK)
    seen = asked_for(reader)
    page = reader.open(at("bridge"))
    expect(titles(page).first).to_be_visible()
    assert len(seen) == len(set(seen)), seen
    assert reader.faults == []


def test_marks_that_cannot_be_loaded_are_told(
    corpus: Archive, invented: Hosted, fresh: Readers
) -> None:
    reader = fresh(invented, DESK)
    reader.context.route("**/js/search/marks.js*", lambda route: route.abort())
    page = reader.open(f"{letter(corpus)}?marks=bridge")
    expect(page.get_by_text("could not be marked here")).to_be_visible(timeout=10_000)
    assert violations(page) == []


def test_every_example_of_the_home_page_finds_something(
    ours: Hosted, invented: Hosted, passing: Readers
) -> None:
    for site, least in ((ours, 3), (invented, 1)):
        page = passing(site).open("")
        count = page.locator(".searchbox__examples a").count()
        assert count >= least
        for number in range(count):
            page = passing(site).open("")
            page.locator(".searchbox__examples a").nth(number).click()
            expect(titles(page).first).to_be_visible()
            expect(page.locator("[data-part=mistakes]")).to_be_hidden()
