"""Owns showing that the file beside a page holds the record: as JSON, as text, as Markdown."""

import hashlib
import json
import re

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from archive.archive import Archive
from archive.body import parse_body
from archive.exports.markdownfile import escaped
from archive.exports.recordfiles import FILES
from archive.exports.schemas import FOLDER
from archive.exports.tables import TABLES
from archive.exports.texts import plain_words, whitespace_free_sha256
from archive.held import HeldLetter, HeldMotion

FOLDERS = {
    "letter": "letters",
    "motion": "motions",
    "topic": "topics",
    "person": "people",
    "meeting": "meetings",
}
HARD = """# not a heading
1. not a list
10) nor this
- nor that
+ nor that
* nor * this *
_not_ so <b>bold</b> &amp; &copy [not](a-link) ![nor](an-image)
=====
-----
`no code` ~~kept~~ | no | table |
| --- | --- |
> no quotation \\> and \\\\ back
[not]: a-definition
    not code"""


def held_texts(archive: Archive) -> dict[str, HeldLetter | HeldMotion]:
    """Every record whose words are held, under its address less the last slash."""
    motions = {n: m for n, m in archive.motions.items() if m.noun.source}
    return {
        **{f"letters/{name}": held for name, held in archive.letters.items()},
        **{f"motions/{name}": held for name, held in motions.items()},
    }


def rendered(markdown: str) -> str:
    """The words that a reader of Markdown sees, with tables and all."""
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)
    return " ".join(LexborHTMLParser(html).body.text(separator=" ").split())  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", FILES)
def test_each_json_file_keeps_its_published_schema(kind: str, files: dict[str, bytes]) -> None:
    schema = json.loads(files[f"{FOLDER}{kind}.json"])
    Draft202012Validator.check_schema(schema)
    folder = f"{FOLDERS[kind]}/"
    found = [c for p, c in files.items() if p.startswith(folder) and p.endswith(".json")]
    assert found
    for content in found:
        Draft202012Validator(schema).validate(json.loads(content))
    wrong = json.loads(found[0]) | {"unheard_of": 1}
    assert not Draft202012Validator(schema).is_valid(wrong)


def test_each_line_of_each_table_keeps_its_published_schema(files: dict[str, bytes]) -> None:
    for table in TABLES:
        validator = Draft202012Validator(json.loads(files[f"{FOLDER}{table.name}.json"]))
        for line in files[f"data/{table.name}.jsonl"].decode().splitlines():
            validator.validate(json.loads(line))


def test_a_motion_has_its_asks_with_what_was_answered(files: dict[str, bytes]) -> None:
    motion = json.loads(files["motions/2018-03-08-1-night-buses.json"])
    assert [ask["number"] for ask in motion["asks"]] == [1, 2, 3]
    answers = {r["ask_id"]: r["editorial_response"] for r in motion["responses"]}
    assert answers[motion["asks"][1]["id"]] == "partly"
    assert {p["motion_id"] for p in motion["paragraphs"]} == {motion["motion"]["id"]}


def test_a_person_has_what_they_had_a_part_in(corpus: Archive, files: dict[str, bytes]) -> None:
    for name in corpus.people:
        person = json.loads(files[f"people/{name}.json"])
        told = {row["id"] for row in person["letters"]}
        told |= {row["letter_id"] for row in person["copies"]}
        assert told == {held.id for held in corpus.letters_by_person[name]}
        moved = {row["id"] for row in person["motions"]}
        moved |= {row["motion_id"] for row in person["amenders"]}
        assert moved == {held.id for held in corpus.motions_by_person[name]}


def test_the_text_below_the_head_is_the_document(corpus: Archive, files: dict[str, bytes]) -> None:
    for stem, held in held_texts(corpus).items():
        head, _, words = files[f"{stem}.txt"].decode().partition("\n\n")
        assert tuple(words.split()) == held.body.words
        digest = hashlib.sha256("".join(words.split()).encode()).hexdigest()
        assert f"sha256: {digest} " in head
        assert held.noun.title in head


def test_the_markdown_shows_the_words(corpus: Archive, files: dict[str, bytes]) -> None:
    for stem, held in held_texts(corpus).items():
        document = files[f"{stem}.md"].decode()
        _, _, words = document.partition("## The words\n")
        shown = rendered(words)
        for block in held.body.blocks:
            assert block.text.replace(" ", "") in shown.replace(" ", ""), block.text


def test_no_sign_in_a_text_means_anything_in_markdown() -> None:
    for line in HARD.splitlines():
        assert rendered(escaped(line)) == " ".join(line.split()), line


def test_there_is_no_text_of_a_motion_that_is_not_held(
    corpus: Archive, files: dict[str, bytes]
) -> None:
    without = [name for name, held in corpus.motions.items() if not held.noun.source]
    assert without
    for name in without:
        assert f"motions/{name}.txt" not in files
        assert "does not hold the words" in files[f"motions/{name}.md"].decode()


def test_white_space_of_any_kind_becomes_plain() -> None:
    body = parse_body("one\u00a0two\u2003three\n\n\u3000four", 1)
    assert plain_words(body) == "one two three\n\nfour\n"
    assert re.fullmatch("[0-9a-f]{64}", whitespace_free_sha256(body))
    assert whitespace_free_sha256(body) == hashlib.sha256(b"onetwothreefour").hexdigest()
