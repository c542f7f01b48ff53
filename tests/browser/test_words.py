"""The words of a document on its page: the record's own, numbered, linked, and copied clean."""

import pytest
from playwright.sync_api import Page, expect

from archive.addresses import letter_address, motion_address
from archive.archive import Archive
from archive.held import HeldLetter, HeldMotion
from tests.browser.conftest import Readers
from tests.browser.hosting import Hosted
from tests.browser.kinds import Choose, letter, motion
from tests.browser.reader import DESK, PHONE, Look

COPIED = """() => {
  const selection = getSelection();
  selection.selectAllChildren(document.querySelector("section.doc"));
  return selection.toString();
}"""
BACKGROUND = "element => getComputedStyle(element).backgroundColor"
ARCHIVES = [("real", "ours"), ("corpus", "invented")]


def documents(archive: Archive) -> dict[str, HeldLetter | HeldMotion]:
    """Every record that has words, by the address of its page."""
    letters = {letter_address(name): held for name, held in archive.letters.items()}
    motions = {motion_address(name): held for name, held in archive.motions.items()}
    return {address: held for address, held in (letters | motions).items() if held.body.words}


@pytest.mark.parametrize(("archive", "site"), ARCHIVES)
def test_a_page_shows_the_words_of_its_record_and_no_others(
    archive: str, site: str, request: pytest.FixtureRequest, passing: Readers
) -> None:
    held = documents(request.getfixturevalue(archive))
    reader = passing(request.getfixturevalue(site))
    assert held
    for address, record in held.items():
        text = reader.open(address).locator("section.doc").text_content()
        assert (text or "").split() == list(record.body.words), address


@pytest.mark.parametrize("look", [PHONE, DESK], ids=str)
@pytest.mark.parametrize(("archive", "site"), ARCHIVES)
def test_copied_words_are_the_records_without_paragraph_numbers(
    archive: str, site: str, look: Look, request: pytest.FixtureRequest, passing: Readers
) -> None:
    reader = passing(request.getfixturevalue(site), look)
    for address, record in documents(request.getfixturevalue(archive)).items():
        copied: str = reader.open(address).evaluate(COPIED)
        assert copied.split() == list(record.body.words), address


@pytest.mark.parametrize(("archive", "site"), ARCHIVES)
def test_a_title_stands_literally_above_its_document(
    archive: str, site: str, request: pytest.FixtureRequest, passing: Readers
) -> None:
    held: Archive = request.getfixturevalue(archive)
    reader = passing(request.getfixturevalue(site))
    for address, record in documents(held).items():
        page = reader.open(address)
        assert page.get_by_role("heading", level=1).inner_text() == record.noun.title
        assert page.title().startswith(record.noun.title)
        assert page.title().endswith(f" – {held.site.site_name}")


@pytest.mark.parametrize("look", [PHONE, DESK], ids=str)
def test_an_address_with_a_paragraph_shows_and_marks_that_paragraph(
    look: Look, real: Archive, ours: Hosted, passing: Readers
) -> None:
    page = passing(ours, look).open(f"{letter(real)}#p9")
    expect(page.locator("#p9 p")).to_be_in_viewport()
    marked = [number for number in range(1, 12) if is_marked(page, f"#p{number} p")]
    assert marked == [9]


def is_marked(page: Page, paragraph: str) -> bool:
    """Whether a paragraph has a background of its own."""
    return bool(page.locator(paragraph).evaluate(BACKGROUND) != "rgba(0, 0, 0, 0)")


@pytest.mark.parametrize("choose", [letter, motion])
def test_every_paragraph_has_a_link_to_itself_with_its_number_as_name(
    choose: Choose, corpus: Archive, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open(choose(corpus))
    count = page.locator(".doc .para").count()
    assert count > 1
    for number in range(1, count + 1):
        link = page.locator(".doc").get_by_role("link", name=f"Paragraph {number}", exact=True)
        expect(link).to_have_attribute("href", f"#p{number}")


def test_a_paragraph_number_leads_to_its_paragraph(
    real: Archive, ours: Hosted, passing: Readers
) -> None:
    page = passing(ours).open(letter(real))
    page.get_by_role("link", name="Paragraph 4", exact=True).click()
    assert page.url.endswith("#p4")
    assert is_marked(page, "#p4 p")


def test_a_quoted_answer_leads_to_the_words_it_quotes(
    real: Archive, ours: Hosted, passing: Readers
) -> None:
    reader = passing(ours)
    for name in real.motions:
        page = reader.open(motion_address(name))
        for number in range(page.locator(".ledger .pilcrow").count()):
            page = reader.open(motion_address(name))
            passage = page.locator(".ledger .words", has=page.locator(".pilcrow")).nth(number)
            quote = passage.locator("q").text_content() or ""
            passage.locator(".pilcrow").click()
            page.wait_for_url("**/letters/**")
            assert quote in (page.locator(".para:target p").text_content() or "")
    assert reader.faults == []
