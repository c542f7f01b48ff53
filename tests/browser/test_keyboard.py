"""The keyboard reaches everything, shows where it is, and never gets stuck."""

import pytest
from playwright.sync_api import Page, expect

from archive.archive import Archive
from tests.browser.conftest import Readers
from tests.browser.hosting import Hosted
from tests.browser.kinds import KINDS, MISSING, letter
from tests.browser.reader import DESK, PHONE, Look

LIST_CONTROLS = """() => {
  const named = element => element.outerHTML.slice(0, 100);
  const stops = "a[href], button, input, select, summary, [tabindex='0']";
  window.controls = [...document.querySelectorAll(stops)]
    .filter(element => element.checkVisibility({ visibilityProperty: true }));
  return window.controls.map(named);
}"""
WHERE_FOCUS_IS = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const style = getComputedStyle(element), box = element.getClientRects()[0];
  const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  return {
    number: window.controls.indexOf(element),
    ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
      && style.outlineColor !== paper,
    seen: over !== null && (element.contains(over) || over.contains(element)),
  };
}"""


@pytest.mark.parametrize("look", [PHONE, DESK], ids=str)
@pytest.mark.parametrize("kind", KINDS)
def test_tab_reaches_every_control_and_shows_where_it_is(
    kind: str, look: Look, corpus: Archive, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented, look).open_settled(KINDS[kind](corpus))
    controls: list[str] = page.evaluate(LIST_CONTROLS)
    places = walk(page, len(controls))
    reached = [place["number"] for place in places]
    assert [controls[number] for number in set(range(len(controls))) - set(reached)] == []
    assert [controls[place["number"]] for place in places if not place["ringed"]] == []
    assert [controls[place["number"]] for place in places if not place["seen"]] == []


def walk(page: Page, controls: int) -> list[dict[str, int]]:
    """Where Tab stops, from the top of the page until it leaves it."""
    places: list[dict[str, int]] = []
    for _ in range(controls + 1):
        page.keyboard.press("Tab")
        if (place := page.evaluate(WHERE_FOCUS_IS)) is None:
            return places
        places.append(place)
    pytest.fail(f"Tab does not leave the page after {controls} controls: {places[-3:]}")


@pytest.mark.parametrize("look", [PHONE, DESK], ids=str)
def test_the_skip_link_comes_first_and_leads_past_the_frame(
    look: Look, corpus: Archive, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented, look).open(letter(corpus))
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the text")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    first = page.locator("article").locator("a, summary, button").first
    expect(first).to_be_focused()


def test_the_menu_of_a_narrow_window_opens_and_closes_by_keyboard(
    invented: Hosted, passing: Readers
) -> None:
    page = passing(invented, PHONE).open("")
    menu = page.locator("summary", has_text="Menu")
    topics = page.get_by_role("navigation", name="Sections").get_by_role("link", name="Topics")
    expect(topics).to_be_hidden()
    menu.press("Enter")
    expect(topics).to_be_visible()
    menu.press("Space")
    expect(topics).to_be_hidden()
    menu.press("Enter")
    topics.press("Enter")
    page.wait_for_url(f"{invented.home}topics/")


def test_the_section_one_is_in_is_said(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open("letters/")
    expect(page.locator(".sections [aria-current=page]")).to_have_text("Letters")
    page = passing(invented).open_missing(MISSING)
    expect(page.locator("[aria-current]")).to_have_count(0)
