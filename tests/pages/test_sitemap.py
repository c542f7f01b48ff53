"""Owns showing that the sitemap keeps the protocol, and dates a page when it really changed."""

import gzip
import json
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from archive import framing
from archive.archive import Archive
from archive.framing import Frame, Listed
from archive.history.past import Change, Commit, History
from archive.ledger.book import Book
from archive.pages.letters import letter_page
from archive.pages.motions import motion_page
from archive.pages.page import Page, Renderer

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "sitemap.xsd"))
MOTION, REPLY = "2018-03-08-1-night-buses", "2018-05-22-pm-2018-0417"


def changed(path: str, day: int) -> tuple[Change, ...]:
    """That a record came in on a day of May 2022."""
    return (Change("added", path, Commit("a" * 40, datetime(2022, 5, day, tzinfo=UTC))),)


def modified(archive: Archive, history: History, page: Page) -> str | None:
    """The day of change that a page tells MkDocs."""
    text = Renderer(archive, history).output(page).content.decode()
    day: str | None = json.loads(text.split("---\n")[1]).get("modified")
    return day


def test_the_sitemap_keeps_the_protocol(corpus_site: Path) -> None:
    sitemap = etree.parse(corpus_site / "sitemap.xml")
    SCHEMA.assertValid(sitemap)
    sitemap.getroot().append(deepcopy(sitemap.getroot()[0]))
    assert not SCHEMA.validate(sitemap), "a page that is named twice"


def test_a_list_that_is_too_long_is_parted(
    corpus_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = Frame(corpus_site.parent / "mkdocs.yml")
    pages = [Listed(f"letters/{number}/", "letter", None) for number in range(5)]
    [plain, packed] = frame.sitemap(pages)
    monkeypatch.setattr(framing, "MOST_LISTED", 2)
    parted = {output.path: output.content for output in frame.sitemap(pages)}
    assert list(parted)[::2] == [*(f"sitemap-{n}.xml" for n in (1, 2, 3)), "sitemap.xml"]
    assert gzip.decompress(packed.content) == plain.content
    addresses = etree.fromstring(parted["sitemap.xml"]).xpath("//*[local-name()='loc']/text()")
    site = "https://archive.marlbeck.example"
    assert addresses == [f"{site}/sitemap-{n}.xml" for n in (1, 2, 3)]
    lists = [etree.fromstring(parted[f"sitemap-{n}.xml"]) for n in (1, 2, 3)]
    assert all(SCHEMA.validate(one) for one in lists)
    found = [url for one in lists for url in one.xpath("//*[local-name()='loc']/text()")]
    assert found == etree.fromstring(plain.content).xpath("//*[local-name()='loc']/text()")


def test_a_motion_changes_with_its_replies_and_a_letter_on_its_own_day(corpus: Archive) -> None:
    motion, letter, book = corpus.motions[MOTION], corpus.letters[REPLY], Book(corpus)
    changes = {motion.path: changed(motion.path, 2), letter.path: changed(letter.path, 9)}
    history = History(changes=changes)
    assert modified(corpus, history, motion_page(book, motion)) == "2022-05-09"
    other = History(changes={letter.path: changed(letter.path, 9)})
    assert modified(corpus, other, letter_page(book, letter)) == "2022-05-09"
    assert modified(corpus, History(), letter_page(book, letter)) is None
