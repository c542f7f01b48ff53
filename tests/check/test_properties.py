"""Whatever stands in a file, reading it ends in an archive or in problems with places."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.archive import Archive
from archive.body import parse_body
from archive.load import load
from archive.problems import Problem
from archive.quotes import Span, find_spans, flatten, nearest
from tests.conftest import CORPUS, copied

LETTER = "letters/2021-shelters.md"
FILES = (LETTER, "letters/sources/2021-shelters.txt", "motions/topics.yml", "mkdocs.yml")
LINE = re.compile(r"[^\n]+:[1-9]\d*:[1-9]\d*: found .+; wanted .+; allowed: .+")
MEANT = st.sampled_from([*":-#&*!|>'\"%@`{}[],?\\ \t\n~", "---\n", "  - ", ": ", "\r\n", "\u2028"])

quick = settings(
    derandomize=True,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented archive with one letter alone, which is quickly read."""
    root = copied(CORPUS, tmp_path_factory.mktemp("archive"))
    for path in (*root.rglob("*.md"), *root.rglob("sources/*.txt")):
        if path.stem != "2021-shelters":
            path.unlink()
    assert problems(root) == ()
    return root


def problems(root: Path) -> tuple[Problem, ...]:
    found = load(root)
    return () if isinstance(found, Archive) else found


def lines_of(path: Path) -> list[str]:
    return path.read_bytes().decode("utf-8", "replace").split("\n") if path.is_file() else [""]


def has_its_place(root: Path, problem: Problem) -> bool:
    """Whether the file has the line, and the line the column (or ends just before it)."""
    lines = lines_of(root / problem.path)
    return problem.line <= len(lines) and problem.column <= len(lines[problem.line - 1]) + 1


def check(root: Path, path: str, content: bytes) -> None:
    """Whether an archive with this file is read to the end, whatever is in it."""
    kept = (root / path).read_bytes()
    try:
        (root / path).write_bytes(content)
        for problem in problems(root):
            assert LINE.fullmatch(str(problem)), str(problem)
            assert str(problem).isprintable()
            assert has_its_place(root, problem), str(problem)
    finally:
        (root / path).write_bytes(kept)


@pytest.mark.parametrize("path", FILES)
@quick
@given(content=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(archive: Path, path: str, content: bytes) -> None:
    check(archive, path, content)


@pytest.mark.parametrize("path", FILES)
@quick
@given(text=st.text(max_size=200))
def test_any_text_is_read_or_refused(archive: Path, path: str, text: str) -> None:
    check(archive, path, text.encode("utf-8", "replace"))


@pytest.mark.parametrize("path", FILES)
@quick
@given(data=st.data())
def test_signs_put_anywhere_are_read_or_refused(
    archive: Path, path: str, data: st.DataObject
) -> None:
    text = (archive / path).read_text(encoding="utf-8")
    at = data.draw(st.integers(min_value=0, max_value=len(text)))
    put = "".join(data.draw(st.lists(MEANT, min_size=1, max_size=3)))
    check(archive, path, (text[:at] + put + text[at:]).encode())


@pytest.mark.parametrize("path", FILES)
@quick
@given(data=st.data())
def test_passages_lost_anywhere_are_no_trouble(
    archive: Path, path: str, data: st.DataObject
) -> None:
    text = (archive / path).read_text(encoding="utf-8")
    start = data.draw(st.integers(min_value=0, max_value=len(text)))
    end = data.draw(st.integers(min_value=start, max_value=min(len(text), start + 80)))
    check(archive, path, (text[:start] + text[end:]).encode())


def without_signs(raw: str) -> str:
    """A text without the signs that its lines begin with, told line by line."""
    lines = []
    for line in raw.split("\n"):
        if re.match(r"#{2,3} +\S", line):
            lines.append(line.lstrip("#"))
        elif line == ">" or line.startswith("> ") or re.match(r"\\+(#{2,3} +\S|>( |$))", line):
            lines.append(line[1:])
        else:
            lines.append(line)
    return "\n".join(lines)


@quick
@given(raw=st.text(alphabet=st.sampled_from("ab #>\\\n-1.(•\t\u00a0"), max_size=60) | st.text())
def test_a_body_has_the_words_of_its_text(raw: str) -> None:
    body = parse_body(raw, 1)
    assert list(body.words) == without_signs(raw).split()
    assert body.flat == " ".join(body.words) == " ".join(block.text for block in body.blocks)


@quick
@given(raw=st.text(alphabet=st.sampled_from("ab #>\n"), max_size=60))
def test_a_block_knows_its_line_and_its_place_in_the_text(raw: str) -> None:
    body = parse_body(raw, 5)
    offset = 0
    for index, block in enumerate(body.blocks):
        assert block.lines[0] in raw.split("\n")[block.line - 5]
        assert body.block_at(offset) == index
        offset += len(block.text) + 1


WORDS = st.lists(st.text(min_size=1, max_size=6), min_size=1, max_size=20)


@quick
@given(words=WORDS, data=st.data())
def test_every_run_of_whole_words_is_found(words: list[str], data: st.DataObject) -> None:
    held = flatten(" ".join(words)).split(" ")
    start = data.draw(st.integers(min_value=0, max_value=len(held) - 1))
    end = data.draw(st.integers(min_value=start + 1, max_value=len(held)))
    quote = " ".join(held[start:end])
    flat, offset = " ".join(held), len(" ".join([*held[:start], ""]))
    if quote:
        assert Span(offset, offset + len(quote)) in find_spans(flat, quote) or overlapped(
            flat, quote, offset
        )


@quick
@given(flat=st.text("aé1_ -’", max_size=40), quote=st.text("aé1_ -’", max_size=4))
def test_whole_words_are_what_a_regular_expression_would_find(flat: str, quote: str) -> None:
    flat, words = flatten(flat), flatten(quote)
    found = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", flat) if words else ()
    assert find_spans(flat, quote) == tuple(Span(m.start(), m.end()) for m in found)


def overlapped(flat: str, quote: str, offset: int) -> bool:
    """Whether an earlier place of the same words reaches into this one."""
    return any(span.start < offset < span.end for span in find_spans(flat, quote))


@quick
@given(words=WORDS, quote=st.text(min_size=1, max_size=30))
def test_what_is_not_found_has_a_nearest_passage_or_none(words: list[str], quote: str) -> None:
    flat = flatten(" ".join(words))
    if flatten(quote) and not find_spans(flat, quote):
        assert nearest(flat, quote).startswith(("words of the text;", "the words of the text;"))
