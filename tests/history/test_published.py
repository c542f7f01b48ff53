"""Owns showing that pages and feeds made from a real repository have nothing that was redacted."""

import shutil
from pathlib import Path

from archive.feeds.every import feed_sheets
from archive.history.read import read_history
from archive.outputs import Output
from archive.pages.every import every_page
from archive.pages.page import Renderer
from tests.conftest import CORPUS, TOP, built, copied, loaded
from tests.history.repository import MAIL, SOMEBODY, Past

NAME, MARK = "Philippa Quartermain", "[redacted: a resident's name]"
LETTER = "letters/2022-03-02-pm-2022-0155.md"


def test_nothing_redacted_is_in_any_page_or_feed(tmp_path: Path) -> None:
    past = Past(tmp_path / "archive")
    shutil.copytree(CORPUS, past.root, dirs_exist_ok=True)
    text = (CORPUS / LETTER).read_text(encoding="utf-8")
    assert MARK in text
    past.write(LETTER, text.replace(MARK, NAME))
    past.commit("Add everything")
    past.write(LETTER, text.replace(MARK, f"Mrs {NAME}"))
    past.commit(f"Call {NAME} by her full name")
    past.write(LETTER, text)
    past.commit("Take a name out")
    archive = loaded(past.root)
    history = read_history(past.root, "GB")
    assert len(history.of(LETTER)) == 3
    outputs = [
        *map(Renderer(archive, history).output, every_page(archive, history)),
        *(output for sheet in feed_sheets(archive, history) for output in sheet.make()),
    ]
    contents = (output.content for output in outputs if isinstance(output, Output))
    told = b"\n".join(contents).decode().casefold()
    assert "words not shown]" in told
    for word in (*NAME.split(), *SOMEBODY.split(), MAIL):
        assert word.casefold() not in told


def test_a_site_tells_the_history_of_its_repository(tmp_path: Path) -> None:
    past = Past(tmp_path / "archive")
    copied(TOP, past.root)
    past.write(".gitignore", "build/\n")
    [letter] = (past.root / "letters").glob("*.md")
    past.commit("Add everything", copy=letter.read_text(encoding="utf-8"))
    past.commit("Withdraw a copy", copy=None)
    site = built(past.root)
    history = (site / "letters" / letter.stem / "history" / "index.html").read_text("utf-8")
    assert "Add everything" in history
    gone = (site / "letters" / "copy" / "index.html").read_text("utf-8")
    assert "Withdraw a copy" in gone
    assert '<meta name="robots" content="noindex">' in gone
    listed = (site / "sitemap.xml").read_text("utf-8")
    assert f"/letters/{letter.stem}/history/" in listed
    assert "/letters/copy/" not in listed
    assert "Withdraw a copy" in (site / "changes" / "feed.atom").read_text("utf-8")
