"""The switch for dark colours: by keyboard, kept, and otherwise as the system asks."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Readers
from tests.browser.hosting import Hosted
from tests.browser.reader import DESK, PHONE, Look

DARK_DESK = Look(1280, "dark")
BRIGHTNESS = """() => {
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  return Math.max(...paper.match(/\\d+/g).slice(0, 3).map(Number));
}"""


def switch(page: Page) -> Locator:
    """The switch, which says whether dark colours are on."""
    return page.get_by_role("button", name="Dark colours")


def is_dark(page: Page) -> bool:
    """Whether the page is drawn dark; what the switch says has to agree."""
    dark: bool = page.evaluate(BRIGHTNESS) < 128
    expect(switch(page)).to_have_attribute("aria-pressed", str(dark).lower())
    return dark


@pytest.mark.parametrize("look", [PHONE, DESK, DARK_DESK], ids=str)
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_switch_works_by_keyboard_and_lasts(
    key: str, look: Look, invented: Hosted, fresh: Readers
) -> None:
    page = fresh(invented, look).open("")
    before = is_dark(page)
    assert before is (look.colours == "dark")
    switch(page).press(key)
    assert is_dark(page) is not before
    page.reload()
    assert is_dark(page) is not before
    page.goto(f"{invented.home}letters/")
    assert is_dark(page) is not before
    switch(page).press(key)
    page.reload()
    assert is_dark(page) is before


def test_colours_follow_the_system_until_someone_chooses(invented: Hosted, fresh: Readers) -> None:
    page = fresh(invented, DESK).open("")
    page.emulate_media(color_scheme="dark")
    assert is_dark(page)
    page.emulate_media(color_scheme="light")
    assert not is_dark(page)
    switch(page).click()
    assert is_dark(page)
    page.emulate_media(color_scheme="dark")
    assert is_dark(page)


def test_a_choice_that_agrees_with_the_system_is_no_choice(
    invented: Hosted, fresh: Readers
) -> None:
    page = fresh(invented, DESK).open("")
    switch(page).click()
    switch(page).click()
    page.emulate_media(color_scheme="dark")
    assert is_dark(page)


def test_chosen_colours_are_there_before_any_module_runs(invented: Hosted, fresh: Readers) -> None:
    page = fresh(invented, DESK).open("")
    switch(page).click()
    page.route("**/js/search/**", lambda route: route.abort())
    page.route("**/js/table.js*", lambda route: route.abort())
    page.reload()
    assert page.evaluate(BRIGHTNESS) < 128


def test_the_switch_works_where_nothing_can_be_stored(invented: Hosted, fresh: Readers) -> None:
    reader = fresh(invented, DESK)
    forbidden = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })"
    reader.page.add_init_script(forbidden)
    page = reader.open("")
    switch(page).click()
    assert is_dark(page)
    assert reader.faults == []
