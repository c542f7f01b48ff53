"""The search boxes: quick results by keyboard and mouse, the keys that lead there, no scripts."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Readers
from tests.browser.hosting import Hosted
from tests.browser.kinds import MISSING
from tests.browser.reader import DESK, LOOKS, PHONE, Look

QUICK = re.compile(r"^\d quick results?\.")


def box(page: Page) -> Locator:
    """The box at the top of every page."""
    return page.get_by_role("banner").get_by_role("combobox", name="Search letters and motions")


def options(page: Page) -> Locator:
    """The quick results, and behind them the way to all."""
    return page.get_by_role("listbox", name="Best matches").get_by_role("option")


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_quick_results_have_nothing_for_axe(look: Look, invented: Hosted, passing: Readers) -> None:
    reader = passing(invented, look)
    page = reader.open("about/")
    box(page).fill("night buses")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("Escape")
    assert violations(page) == []
    assert reader.faults == []


def test_quick_results_come_while_typing(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open("letters/")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    box(page).press_sequentially("night bu")
    expect(options(page).first).to_contain_text("Night buses")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    assert 2 <= options(page).count() <= 6
    expect(options(page).last).to_have_text("All results for “night bu”")


def test_arrows_choose_and_enter_opens(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open("letters/")
    box(page).fill("night buses")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    chosen = options(page).first.get_attribute("id")
    expect(box(page)).to_have_attribute("aria-activedescendant", str(chosen))
    expect(box(page)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(box(page)).not_to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/motions/2018-03-08-1-night-buses/[?]marks="))


def test_enter_leads_to_all_results(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open("letters/")
    box(page).fill('"night buses" -bridge')
    box(page).press("Enter")
    page.wait_for_url(re.compile("/search/[?]q="))
    expect(page.get_by_role("main").get_by_role("searchbox")).to_have_value('"night buses" -bridge')
    expect(page.locator(".find").first).to_be_visible()


def test_a_click_opens_a_quick_result(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open("letters/")
    box(page).fill("night buses")
    options(page).first.click()
    page.wait_for_url(re.compile("/motions/2018-03-08-1-night-buses/"))


def test_a_middle_click_opens_a_quick_result_beside(invented: Hosted, fresh: Readers) -> None:
    reader = fresh(invented, DESK)
    page = reader.open("letters/")
    box(page).fill("night buses")
    expect(options(page).first).to_be_visible()
    with reader.context.expect_page() as opened:
        options(page).first.click(button="middle")
    opened.value.wait_for_url(re.compile("/motions/2018-03-08-1-night-buses/"))
    assert page.url.endswith("/letters/")
    expect(box(page)).to_be_focused()


def test_an_ask_is_among_quick_results_with_its_response(
    invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open("letters/")
    box(page).fill("what day bridge open to buses")
    ask = options(page).filter(has_text="Say by what day")
    expect(ask.locator(".search__facts")).to_have_text(
        "Ask 2, 5 December 2019 · The Long Bridge · addressed"
    )
    ask.click()
    page.wait_for_url(re.compile("/motions/2019-12-05-1-the-long-bridge/#ask-2$"))


def test_escape_closes_and_keeps_what_was_typed(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open("letters/")
    box(page).fill("bridge")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(options(page)).to_have_count(0)
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value("bridge")
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_be_visible()


@pytest.mark.parametrize("away", ["Tab", "click"])
def test_quick_results_close_when_one_goes_elsewhere(
    away: str, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open("letters/")
    box(page).fill("bridge")
    expect(options(page).first).to_be_visible()
    if away == "Tab":
        page.keyboard.press("Tab")
    else:
        page.mouse.click(5, 700)
    expect(options(page)).to_have_count(0)


def test_what_is_nowhere_is_said(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open("letters/")
    box(page).fill("xylophonist")
    expect(page.get_by_role("banner").locator(".search__note")).to_contain_text("Nothing found")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    assert violations(page) == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("-police", "This only says what to leave out. Add what to look for. Enter leads"),
        ("topic:", "topic: needs a value directly behind it"),
    ],
)
def test_what_is_wrong_with_a_query_is_said(
    typed: str, told: str, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open("letters/")
    box(page).fill(typed)
    expect(page.get_by_role("banner").locator(".search__note")).to_contain_text(told)


def test_results_are_announced_once_typing_stops(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open("letters/")
    status = page.get_by_role("banner").get_by_role("status")
    box(page).press_sequentially("bridge", delay=60)
    expect(options(page).first).to_be_visible()
    assert status.inner_text() == ""
    expect(status).to_have_text(QUICK)


@pytest.mark.parametrize("look", [PHONE, DESK], ids=str)
@pytest.mark.parametrize("key", ["/", "Control+k"])
@pytest.mark.parametrize("address", ["", "about/", "search/", MISSING])
def test_a_key_leads_to_the_box(
    address: str, key: str, look: Look, invented: Hosted, passing: Readers
) -> None:
    reader = passing(invented, look)
    page = reader.open_missing(address) if address == MISSING else reader.open(address)
    page.keyboard.press(key)
    name = page.evaluate("document.activeElement.name")
    assert name == "q"
    page.keyboard.type("a/b")
    assert page.evaluate("document.activeElement.value") == "a/b"


def test_the_single_key_can_be_switched_off(invented: Hosted, fresh: Readers) -> None:
    page = fresh(invented, DESK).open("search-help/")
    switch = page.get_by_role("button", name="The key / leads to the search box")
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.click()
    page.goto(f"{invented.home}about/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") != "q"
    page.keyboard.press("Control+k")
    expect(box(page)).to_be_focused()


@pytest.mark.parametrize("address", ["", MISSING])
def test_the_box_in_the_page_has_quick_results_too(
    address: str, invented: Hosted, passing: Readers
) -> None:
    reader = passing(invented)
    page = reader.open_missing(address) if address else reader.open(address)
    inner = page.get_by_role("main").get_by_role("combobox")
    inner.fill("night buses")
    expect(options(page).first).to_contain_text("Night buses")
    inner.press("Enter")
    page.wait_for_url(f"{invented.home}search/?q=night+buses")
    assert reader.faults == []


@pytest.mark.parametrize("address", ["", "about/", "letters/"])
def test_without_scripts_the_box_is_a_form_that_leads_to_the_search_page(
    address: str, invented: Hosted, fresh: Readers
) -> None:
    page = fresh(invented, DESK, java_script_enabled=False).open(address)
    page.get_by_role("searchbox").fill("bridge")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{invented.home}search/?q=bridge")
    expect(page.get_by_role("main").get_by_role("link", name="Bridges")).to_be_visible()


def test_a_box_that_cannot_load_the_search_says_so(invented: Hosted, fresh: Readers) -> None:
    reader = fresh(invented, DESK)
    reader.context.route("**/search/root.json", lambda route: route.abort())
    page = reader.open("about/")
    box(page).fill("bridge")
    note = page.get_by_role("banner").locator(".search__note")
    expect(note).to_contain_text("could not be loaded", timeout=15_000)
