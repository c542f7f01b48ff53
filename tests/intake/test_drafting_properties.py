"""Whatever a text is: its fields are read back as written, and no word of it is lost."""

from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.checks.words import word_problems
from archive.drafting.drafted import Desk, drafted
from archive.drafting.yamlwriter import fields_yaml
from archive.files import File
from archive.intake.received import Refusal
from archive.model.dates import PartialDate
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.reading import read_archive
from archive.recordfile import read_record
from archive.yamltext import read_yaml
from tests.conftest import CORPUS
from tests.intake.proving import text

thorough = settings(derandomize=True, deadline=None, max_examples=200)
DESK = Desk(read_archive(CORPUS)[0], frozenset(), PartialDate(2026, 11, 22))

hard = st.sampled_from(
    [
        *["yes", "No", "~", "null", "1_000", "0x1F", "12:30", "2021-09-22", "1e3", "=", "<<"],
        *["a: b", "- a", "# a", "a #b", "'a'", '"a"', "[a]", "{a", "&a", "*a", "!a", "%a", "@a"],
        *["`a", "a:", "| a", "> a", "? a", "\u2028", "\x85", "a\nb", "\ttab", " a ", "\\n"],
        *["it's", ".inf", "…", "---", "...", "a\\"],
    ]
)
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1) | hard
keys = st.sampled_from(["title", "note", "why", "text"])
values: st.SearchStrategy[Any] = st.recursive(
    texts,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3) | st.dictionaries(keys, inner, min_size=1)
    ),
    max_leaves=6,
)


@thorough
@given(st.dictionaries(keys, values, min_size=1), st.lists(texts, max_size=2))
def test_fields_are_read_back_as_written(fields: dict[str, Any], comments: list[str]) -> None:
    written = fields_yaml(fields, {"title": comments})
    node, problems = read_yaml("x.md", written)
    assert problems == [] and node is not None
    assert node.plain() == fields
    assert yaml.safe_load(written) == fields


LINES = [
    *["Dear Sir,", "Yours sincerely", "Our ref: A/1/23", "14 June 2023", "", "", "Motion 1: Lamps"],
    *["Cllr A. Quill MMA moved and Ms Voll seconded", "calls on the Provost to:", "(a) light it;"],
    *["Re: Lamps", "a@b.example", "020 7946 0018", "12 Long Row", "## x", "> y", "[redacted: x]"],
    *["agreed 3 to 2", "cc: Tomos Quill", "MARLBECK", "- 2 -", "Subject:", "To:", "From: Léonie"],
]
documents = st.lists(st.sampled_from(LINES) | st.text(max_size=40), max_size=25).map("\n".join)


def test_half_characters_are_written_as_whole_ones() -> None:
    [draft] = drafted(text("Dear Ann,\n\nThe lamps \ud800 burn.\n"), DESK)
    assert not isinstance(draft, Refusal)
    assert "\ufffd" in draft.record and draft.record.encode()


@thorough
@given(documents)
def test_any_text_becomes_a_draft_that_has_its_words(document: str) -> None:
    [draft] = drafted(text(document), DESK)[:1]
    if isinstance(draft, Refusal):
        return
    file = File(draft.path, draft.record.encode(), draft.record)
    letter = draft.facts.kind == "letter"
    record, problems = read_record(Letter, file) if letter else read_record(Motion, file)
    assert record is not None, problems
    if record.noun and record.whole:
        found = word_problems(draft.path, record.fields, record.noun, record.body, draft.source)
        assert list(found) == []
