"""Owns showing that the page of data is true: examples run, links lead, sizes are right."""

import html
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urljoin

import pytest

from archive.archive import Archive
from archive.exports.akomantoso import dated_to_the_day
from archive.exports.tables import TABLES
from archive.held import HeldLetter, HeldMotion
from archive.pages.data import spoken_size
from tests.pages.site import HERE, BuiltPage, pages_of, target_file


@pytest.fixture(scope="module")
def page(corpus_site: Path) -> BuiltPage:
    return BuiltPage(corpus_site, corpus_site / "data" / "index.html")


def examples(page: BuiltPage, language: str) -> list[str]:
    """The examples on the page in one language, as a reader would copy them."""
    return [html.unescape(node.text()) for node in page.tree.css(f"[data-example={language}]")]


def test_the_queries_find_something(page: BuiltPage, corpus_site: Path) -> None:
    database = sqlite3.connect(corpus_site / "data" / "archive.sqlite")
    queries = examples(page, "sql")
    assert len(queries) == 2
    for query in queries:
        assert len(database.execute(query).fetchall()) > 1, query
    database.close()


def test_the_programs_run_and_say_something(page: BuiltPage, corpus_site: Path) -> None:
    programs = examples(page, "python")
    assert len(programs) == 2
    said = [
        subprocess.run(
            [sys.executable, "-I", "-c", program],
            cwd=corpus_site / "data",
            env=os.environ | {"PYTHONUTF8": "1"},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for program in programs
    ]
    assert "'reply': " in said[0]
    assert re.match(r"\['\d{4}", said[1])


def test_it_names_each_table_and_each_column(page: BuiltPage) -> None:
    described = {
        details.css("summary code")[0].text(): [node.text() for node in details.css("dt code")]
        for details in page.tree.css("details.columns")
    }
    assert described == {t.name: [c.name for c in t.columns] for t in TABLES}


def test_each_file_is_there_and_as_large_as_it_says(page: BuiltPage, corpus_site: Path) -> None:
    links = page.tree.css("a[download]")
    assert len(links) == 4 + 2 * len(TABLES)
    for link in links:
        path = target_file(corpus_site, urljoin(page.address, str(link.attributes["href"])))
        said = link.next.next.text()  # type: ignore[union-attr]
        assert said.endswith(spoken_size(path.stat().st_size)), path


def test_each_page_names_its_other_forms_and_they_are_there(
    corpus: Archive, corpus_site: Path
) -> None:
    forms: dict[str, set[str]] = {}
    for one in pages_of(corpus_site):
        for link in one.tree.css("link[rel=alternate]"):
            address = urljoin(one.address, str(link.attributes["href"]))
            if address.startswith(HERE):
                assert target_file(corpus_site, address).is_file(), address
                stem, _, suffix = address.removeprefix(HERE).rpartition(".")
                if f"{stem}/" == one.address.removeprefix(HERE):
                    forms.setdefault(stem, set()).add(suffix)
    records: dict[str, HeldLetter | HeldMotion] = {
        **{f"letters/{name}": held for name, held in corpus.letters.items()},
        **{f"motions/{name}": held for name, held in corpus.motions.items()},
    }
    for stem, record in records.items():
        words = {"txt"} if record.noun.source else set()
        dated = {"xml"} if words and dated_to_the_day(corpus, record) else set()
        assert forms[stem] & {"json", "md", "txt", "xml"} == {"json", "md"} | words | dated
    for folder, names in (
        ("topics", corpus.topics),
        ("people", corpus.people),
        ("meetings", corpus.meetings),
    ):
        assert all("json" in forms[f"{folder}/{name}"] for name in names)


@pytest.mark.parametrize("kind", ["letter", "motion", "topic", "person", "meeting"])
def test_a_reader_sees_the_link_to_the_data(kind: str, corpus: Archive, corpus_site: Path) -> None:
    nouns: dict[str, Iterable[str]] = {
        "letter": corpus.letters,
        "motion": corpus.motions,
        "topic": corpus.topics,
        "person": corpus.people,
        "meeting": corpus.meetings,
    }
    folder = {"person": "people"}.get(kind, f"{kind}s")
    for name in nouns[kind]:
        page = BuiltPage(corpus_site, corpus_site / folder / name / "index.html")
        assert page.text(f"article a[href$='{name}.json']") == f"This {kind} as JSON"


def test_sizes_are_said_as_people_say_them() -> None:
    assert [spoken_size(n) for n in (0, 999, 1000, 34_400, 1_249_000)] == [
        "0 bytes",
        "999 bytes",
        "1 kB",
        "34 kB",
        "1.2 MB",
    ]
