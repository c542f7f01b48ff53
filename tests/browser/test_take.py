"""What a reader takes away from the top of a record: its citation, address, print and data."""

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from archive.addresses import topic_address
from archive.archive import Archive
from tests.browser.axe import violations
from tests.browser.conftest import Readers
from tests.browser.hosting import MOUNT, Hosted
from tests.browser.kinds import Choose, judged, letter, motion, topic
from tests.browser.reader import DESK, LOOKS, PHONE, Look
from tests.browser.test_loading import until
from tests.browser.test_quote import ALLOWED, PUBLISHED

NAMES = ["Plain", "APA", "Chicago", "OSCOLA", "Wikipedia", "BibTeX", "RIS", "CSL-JSON"]
COMMIT = "3f2a9c81d4e7"


def bar(page: Page) -> Locator:
    """The bar at the top of a record."""
    return page.locator("[data-take]")


def cite(page: Page) -> Locator:
    """The forms of the citation, opened."""
    bar(page).get_by_text("Cite", exact=True).click()
    return page.locator(".cite")


def clipboard(page: Page) -> str:
    """What has been copied."""
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_forms_of_a_citation_are_tabs_with_nothing_for_axe(
    look: Look, real: Archive, ours: Hosted, passing: Readers
) -> None:
    reader = passing(ours, look)
    page = reader.open(letter(real))
    forms = cite(page)
    tabs = forms.get_by_role("tab")
    assert tabs.all_inner_texts() == NAMES
    for name in NAMES:
        tabs.get_by_text(name, exact=True).click()
        panel = forms.get_by_role("tabpanel")
        expect(panel).to_have_count(1)
        expect(panel).to_have_accessible_name(name)
        for target in (tabs.get_by_text(name, exact=True), panel.get_by_role("button")):
            box = target.bounding_box()
            assert box and box["height"] >= 44
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert reader.faults == []


def test_tabs_are_worked_with_the_keys(real: Archive, ours: Hosted, passing: Readers) -> None:
    page = passing(ours).open(judged(real))
    tab = cite(page).get_by_role("tab", selected=True)
    tab.focus()
    for key, name in [("ArrowRight", "APA"), ("End", "CSL-JSON"), ("ArrowRight", "Plain")]:
        page.keyboard.press(key)
        expect(tab).to_have_text(name)
        expect(tab).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("tabpanel")).to_be_focused()


@pytest.mark.parametrize("choose", [letter, motion, topic])
def test_each_form_is_copied_as_it_is_shown(
    choose: Choose, corpus: Archive, invented: Hosted, fresh: Readers
) -> None:
    page = fresh(invented, DESK, **ALLOWED).open(choose(corpus))
    page.evaluate("navigator.clipboard.writeText('')")
    forms = cite(page)
    for name in NAMES:
        forms.get_by_role("tab", name=name, exact=True).click()
        panel = forms.get_by_role("tabpanel")
        panel.get_by_role("button", name="Copy").click()
        shown = panel.locator("[data-text]").text_content()
        assert until(page, lambda: clipboard(page) != ""), name
        assert clipboard(page) == shown
        expect(bar(page).get_by_role("status")).to_have_text("The citation was copied.")
        page.evaluate("navigator.clipboard.writeText('')")


def test_italics_are_copied_for_programs_that_have_them(
    real: Archive, ours: Hosted, fresh: Readers
) -> None:
    page = fresh(ours, DESK, **ALLOWED).open(letter(real))
    forms = cite(page)
    forms.get_by_role("tab", name="APA").click()
    forms.get_by_role("tabpanel").get_by_role("button").click()
    expect(bar(page).get_by_role("status")).to_have_text("The citation was copied.")
    html = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html'))"
        ".then(blob => blob.text())"
    )
    assert "<i>London Assembly (Plenary) Meeting 10 June 2021 – Motions</i>" in html


def test_files_of_a_citation_can_be_had(
    corpus: Archive, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open(letter(corpus))
    forms = cite(page)
    for name, suffix in [("BibTeX", ".bib"), ("RIS", ".ris"), ("CSL-JSON", ".csl.json")]:
        forms.get_by_role("tab", name=name).click()
        with page.expect_download() as download:
            forms.get_by_role("link", name="Download").click()
        assert download.value.suggested_filename.endswith(suffix)
        text = Path(download.value.path()).read_text(encoding="utf-8")
        assert text.strip() == forms.locator("[data-text]:visible").text_content()


def test_without_scripts_all_forms_stand_one_under_another(
    real: Archive, ours: Hosted, fresh: Readers
) -> None:
    page = fresh(ours, DESK, java_script_enabled=False).open(letter(real))
    forms = cite(page)
    for name in NAMES:
        expect(forms.get_by_text(name, exact=True)).to_be_visible()
    expect(forms.get_by_role("link", name="Download")).to_have_count(3)
    expect(bar(page).get_by_role("button")).to_have_count(0)


def test_the_address_is_copied_with_the_place_that_was_asked_for(
    real: Archive, ours: Hosted, fresh: Readers
) -> None:
    page = fresh(ours, DESK, **ALLOWED).open(letter(real) + "?marks=police#p5")
    bar(page).get_by_role("button", name="Copy link").click()
    expect(bar(page).get_by_role("status")).to_have_text("The address was copied.")
    assert clipboard(page) == f"{PUBLISHED}{MOUNT}{letter(real)}#p5"


def test_the_data_menu_lists_the_other_forms_of_the_page(
    corpus: Archive, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented, PHONE).open(letter(corpus))
    bar(page).get_by_text("Data", exact=True).click()
    listed = [one.get_attribute("href") for one in bar(page).locator(".take__data a").all()]
    named = page.locator("head link[rel=alternate]:not([href$='/feed.atom'])")
    resolved = "(links) => links.map(link => link.href)"
    assert listed and page.locator(".take__data a").evaluate_all(resolved) == [
        address for address in named.evaluate_all(resolved) if "oembed" not in address
    ]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_places_of_a_page_have_visible_links_of_their_own(
    corpus: Archive, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented, PHONE).open(judged(corpus))
    page.get_by_role("link", name="Ask 1: link to it").click()
    assert page.url.endswith("#ask-1")
    held = next(x for x in corpus.letters.values() if x.noun.commitments)
    page = passing(invented, PHONE).open(f"letters/{held.id}/")
    page.get_by_role("link", name="Commitment 1", exact=True).click()
    assert page.url.endswith("#commitment-1")


def test_permalinks_are_large_enough_for_a_finger(
    real: Archive, ours: Hosted, fresh: Readers
) -> None:
    page = fresh(ours, PHONE, has_touch=True, is_mobile=True).open(letter(real))
    for link in page.locator(".doc :is(.para-no, .heading-no)").all():
        box = link.bounding_box()
        assert box and box["height"] >= 44
    tall = "(links) => links.map(link => link.getBoundingClientRect().height)"
    assert min(page.locator(".pilcrow, .permalink").evaluate_all(tall)) >= 44


@pytest.mark.parametrize(
    ("moment", "said"),
    [("2026-02-01T00:00:00Z", "of its entries"), ("2026-11-24T00:00:00Z", "Nothing that stands")],
)
def test_a_reader_with_a_dated_address_is_told_what_changed_since(
    moment: str, said: str, corpus: Archive, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open(topic(corpus))
    page.goto(f"{invented.home}{topic(corpus)}?as-of={quote(moment)}&commit={COMMIT}")
    note = page.get_by_role("note")
    expect(note).to_contain_text(f"commit {COMMIT}. {said}" if said[0] == "N" else said)
    marked = page.locator(".timeline .later").count()
    assert marked == (0 if said[0] == "N" else page.locator("[data-since]").count())


@pytest.mark.parametrize("query", ["as-of=x&commit=3f2a9c81d4e7", "as-of=2026-11-20&commit=<b>"])
def test_an_address_that_is_no_dated_one_says_nothing(
    query: str, corpus: Archive, invented: Hosted, passing: Readers
) -> None:
    reader = passing(invented)
    page = reader.open(f"{topic_address(next(iter(corpus.topics)))}?{query}")
    expect(bar(page).get_by_role("button", name="Copy link")).to_be_visible()
    expect(page.get_by_role("note")).to_have_count(0)
    assert reader.faults == []


def test_the_line_that_proves_the_words_is_copied_whole(
    corpus: Archive, invented: Hosted, fresh: Readers
) -> None:
    page = fresh(invented, DESK, **ALLOWED).open(letter(corpus))
    page.get_by_role("button", name="Copy this line").click()
    expect(page.locator("#copy-command [role=status]")).to_have_text("The line was copied.")
    assert clipboard(page) == page.locator("#verify + .command").inner_text()
