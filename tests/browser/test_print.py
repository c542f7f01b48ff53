"""A printed page: the document and its facts, and nothing to press."""

import unicodedata
from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from archive.archive import Archive
from archive.body import Body
from archive.ledger.book import Book
from archive.pages.brief import brief_of
from tests.browser.conftest import Readers
from tests.browser.hosting import Hosted
from tests.browser.kinds import Choose, broad_topic, dossier, judged, letter, motion, topic
from tests.browser.reader import Look, Reader
from tests.browser.test_words import documents

FRAME = (
    "↓",
    "The letter’s words",
    "Skip to the text",
    "Menu",
    "Dark colours",
    "How we judge",
    "Accessibility",
    "Privacy",
)

COLOURS = """element => [
  getComputedStyle(element).color,
  getComputedStyle(document.documentElement).backgroundColor,
]"""


def printed(reader: Reader, address: str) -> str:
    """The text of a page printed on A4, all white space as one space."""
    paper = reader.open(address).pdf(format="A4")
    pages = [sheet.extract_text() for sheet in PdfReader(BytesIO(paper)).pages]
    return " ".join(" ".join(pages).split())


def run_together(text: str) -> str:
    """A text without white space and ligatures: a PDF places signs, and blanks are a guess."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def not_printed(body: Body, text: str) -> list[str]:
    """The lines of a document that are not on paper, whole or broken once between two pages."""
    lines = [line for block in body.blocks for line in block.lines]
    return [line for line in lines if not _is_on(run_together(text), run_together(line))]


def _is_on(text: str, line: str) -> bool:
    return any(line[:cut] in text and line[cut:] in text for cut in range(len(line)))


@pytest.mark.parametrize("choose", [letter, motion])
def test_the_printed_words_are_those_of_the_record(
    choose: Choose, corpus: Archive, invented: Hosted, passing: Readers
) -> None:
    address = choose(corpus)
    text = printed(passing(invented), address)
    assert not_printed(documents(corpus)[address].body, text) == []


def test_the_letter_of_this_archive_prints_whole(
    real: Archive, ours: Hosted, passing: Readers
) -> None:
    text = printed(passing(ours), letter(real))
    assert not_printed(next(iter(real.letters.values())).body, text) == []
    assert "Violence Reduction Unit" in text.partition("Abbreviations in this text")[2]


@pytest.mark.parametrize("choose", [letter, judged])
def test_paper_has_no_navigation(
    choose: Choose, real: Archive, ours: Hosted, passing: Readers
) -> None:
    text = printed(passing(ours), choose(real))
    assert [words for words in FRAME if words in text] == []


@pytest.mark.parametrize("choose", [letter, judged])
def test_paper_names_its_address_and_its_title(
    choose: Choose, real: Archive, ours: Hosted, passing: Readers
) -> None:
    reader, address = passing(ours), choose(real)
    text = run_together(printed(reader, address))
    assert f"https://somebody.example/some-archive/{address}" in text
    assert run_together(reader.page.get_by_role("heading", level=1).inner_text()) in text


@pytest.mark.parametrize("choose", [letter, judged, dossier, topic])
def test_every_sheet_has_the_address_the_day_and_its_number_at_its_foot(
    choose: Choose, real: Archive, ours: Hosted, passing: Readers
) -> None:
    page = passing(ours).open(choose(real))
    page.wait_for_function("document.documentElement.style.length")
    sheets = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    address = f"https://somebody.example/some-archive/{choose(real)}"
    for number, sheet in enumerate(sheets, start=1):
        text = run_together(sheet.extract_text())
        assert run_together(f"{number} of {len(sheets)}") in text
        assert address in text
        assert choose is topic or "Letterof22September2021" in text or "Motionof10June2021" in text
        assert float(sheet.mediabox.width) == pytest.approx(595, abs=2), "A4"
        assert float(sheet.mediabox.height) == pytest.approx(842, abs=2), "A4"


def test_a_motion_prints_with_its_replies_whole_and_numbered(
    corpus: Archive, invented: Hosted, passing: Readers
) -> None:
    text = printed(passing(invented), dossier(corpus))
    held = corpus.motions[judged(corpus).split("/")[1]]
    for body in (held.body, *(reply.body for reply in corpus.replies(held.id))):
        assert not_printed(body, text) == []
    page = passing(invented).open(dossier(corpus))
    numbers = page.locator(".doc .para-no").evaluate_all("all => all.map(a => a.dataset.number)")
    assert numbers.count("1") == len(corpus.replies(held.id)) + bool(held.body.words)


def test_the_brief_of_a_topic_prints_with_every_ask_and_without_what_is_to_press(
    corpus: Archive, invented: Hosted, passing: Readers
) -> None:
    text = printed(passing(invented), broad_topic(corpus))
    topic = broad_topic(corpus).split("/")[1]
    motions = brief_of(Book(corpus), topic).motions
    asks = [ask.summary for motion in motions for ask in motion.noun.asks]
    assert asks
    paper = run_together(text)
    assert [ask for ask in asks if not _is_on(paper, run_together(ask))] == []
    assert [words for words in FRAME if words in text] == []


def test_paper_is_white_in_dark_colours_too(real: Archive, ours: Hosted, fresh: Readers) -> None:
    page = fresh(ours, Look(1280, "dark")).open(letter(real))
    page.get_by_role("button", name="Dark colours").click()
    page.emulate_media(media="print")
    for element in (page.locator("html"), page.locator(".doc p").last):
        assert element.evaluate(COLOURS) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    expect(page.get_by_role("searchbox")).to_be_hidden()
