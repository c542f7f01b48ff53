"""The letter that we hold comes out of every kind of file as its published record has it."""

import html
import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import sync_playwright

from archive.archive import Archive
from archive.body import Body
from archive.drafting.draft import Draft
from archive.drafting.drafted import Desk, drafted
from archive.files import File
from archive.intake.mending.mend import mend
from archive.intake.receive import receive, receive_bytes
from archive.intake.received import Received, Refusal
from archive.model.dates import PartialDate
from archive.model.letter import Letter
from archive.reading import read_archive
from archive.recordfile import read_record
from tests.conftest import TOP
from tests.intake.proving import body, faults
from tests.intake.words import docx, p, part, r

STYLE = """
@page { size: A4; margin: 30mm 25mm; @bottom-right { content: "Page " counter(page) " of "
  counter(pages) } @top-center { content: "MAYOR OF LONDON" } }
@page :first { @top-center { content: none } }
body { font: 12pt/1.4 serif; text-align: justify; hyphens: manual }
h2, h3 { font-size: 12pt } .two { display: flex; justify-content: space-between }
"""
CUTS = ("ment", "tion", "ities", "ship", "ing")


def printed(content: str) -> bytes:
    """A web page as the PDF that the browser of scripts/test.py prints.

    In a thread, because Playwright has one session in each, and the browser tests have one.
    """
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_print, content).result()


def _print(content: str) -> bytes:
    flags, program = ["--no-sandbox", "--disable-gpu"], os.environ.get("ARCHIVE_BROWSER")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        tab = browser.new_page()
        tab.set_content(content)
        return tab.pdf(prefer_css_page_size=True)


@pytest.fixture
def letter(real: Archive) -> Body:
    return next(iter(real.letters.values())).body


def blocks(body: Body) -> list[tuple[str, ...]]:
    return [block.lines for block in body.blocks]


def proved(received: Received | Refusal) -> Body:
    assert isinstance(received, Received), str(received)
    mended = mend(received)
    assert faults(mended) == []
    return body(mended)


def page(letter: Body, cut: bool) -> str:
    """The letter as a web page: its address in two columns, places for hyphens in its words."""
    parts = ["<br>".join(map(html.escape, block.lines)) for block in letter.blocks]
    names = [f"h{block.level}" if block.level else "p" for block in letter.blocks]
    shown = [f"<{name}>{part}</{name}>" for name, part in zip(names, parts, strict=True)]
    head, left, right, rest = shown[0], shown[1:4], shown[4:6], "".join(shown[6:])
    for ending in CUTS if cut else ():
        rest = rest.replace(f"{ending} ", f"&shy;{ending} ")
    columns = f"<div class=two><div>{''.join(left)}</div><div>{''.join(right)}</div></div>"
    return f"<!doctype html><html lang=en><style>{STYLE}</style><b>{head}</b>{columns}{rest}"


def test_from_the_kept_text(letter: Body) -> None:
    [source] = (TOP / "letters" / "sources").glob("2021-09-22*.txt")
    assert blocks(proved(receive(source))) == blocks(letter)


@pytest.mark.parametrize("cut", [False, True], ids=["", "cut at line ends"])
def test_from_a_pdf_of_the_browser(letter: Body, cut: bool) -> None:
    received = receive_bytes("letter.pdf", printed(page(letter, cut)))
    assert isinstance(received, Received)
    assert len(received.pages) > 1
    assert blocks(proved(received)) == blocks(letter)
    assert len(mend(received).omissions) == 2 * len(received.pages) - 1
    assert bool(mend(received).repairs) == cut


def test_the_draft_of_a_pdf_has_the_fields_and_words_of_the_published_record(
    real: Archive, letter: Body
) -> None:
    received = receive_bytes("letter.pdf", printed(page(letter, True)))
    assert isinstance(received, Received)
    [draft] = drafted(received, Desk(read_archive(TOP)[0], frozenset(), PartialDate(2026, 11, 22)))
    assert isinstance(draft, Draft)
    file = File(draft.path, draft.record.encode(), draft.record)
    record, problems = read_record(Letter, file)
    assert record and record.noun and problems == []
    [held] = real.letters.values()
    assert (record.id, blocks(record.body)) == (held.id, blocks(held.body))
    assert record.body.headings == held.body.headings
    for name in ("title", "date", "kind", "sender", "recipient", "reference", "in_reply_to"):
        assert getattr(record.noun, name) == getattr(held.noun, name)
    answers, published = record.noun.answers, held.noun.answers
    assert [(a.motion, a.section) for a in answers] == [(a.motion, a.section) for a in published]


def test_from_a_web_page(letter: Body) -> None:
    assert blocks(proved(receive_bytes("letter.html", page(letter, True).encode()))) == blocks(
        letter
    )


def test_from_a_word_file(letter: Body) -> None:
    spaced = '<w:spacing w:after="160"/>'
    head = part("hdr", p("MAYOR OF LONDON"))
    paragraphs = (
        p(*(r(line) + "<w:r><w:br/></w:r>" for line in block.lines), inside=spaced)
        for block in letter.blocks[1:]
    )
    content = docx("".join(paragraphs).replace("<w:r><w:br/></w:r></w:p>", "</w:p>"), header1=head)
    assert blocks(proved(receive_bytes("letter.docx", content))) == blocks(letter)
