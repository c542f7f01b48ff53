"""Owns showing that a corpus becomes an archive word for word, or not at all, with every reason."""

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.archive import Archive
from archive.cli import main
from archive.load import load
from archive.measure import rows
from tests.conftest import built, loaded

LINE = {
    "id": "A/1",
    "title": "Benches at the tannery",
    "date": "2021-03",
    "author": "Gwen Hartlock",
    "recipient": "Léonie Abara",
    "topic": "Benches",
    "body": "Dear Léonie,\n\nWhere are the benches?",
}


def text(**fields: object) -> dict[str, object]:
    return {**LINE, **fields}


def written(folder: Path, *lines: object, name: str = "corpus.jsonl") -> Path:
    path = folder / name
    told = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    content = "".join(f"{line}\n" for line in told).encode("utf-8", "surrogatepass")
    path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    return path


def run(source: Path, place: Path) -> Result:
    arguments = ["import", "--jsonl", str(source), "--received", "2024-05-01", str(place)]
    return CliRunner().invoke(main, arguments)


def imported(folder: Path, *lines: object) -> Archive:
    place = folder / "archive"
    result = run(written(folder, *lines), place)
    assert result.exit_code == 0, result.output
    return loaded(place)


def refused(folder: Path, *lines: object) -> list[str]:
    """The problems, without the path of the corpus; nothing may have been written."""
    source = written(folder, *lines)
    result = run(source, folder / "archive")
    assert result.exit_code == 1, result.output
    assert [entry.name for entry in folder.iterdir()] == [source.name]
    return [line.removeprefix(f"{source}:") for line in result.stdout.splitlines()]


def test_a_line_becomes_a_letter_of_known_people_and_topics(tmp_path: Path) -> None:
    archive = imported(tmp_path, LINE, text(id="A/2", body="And the lamps?", topic="benches"))
    letter = archive.letters["2021-03-a-1"]
    assert letter.path == "letters/2021/2021-03-a-1.md"
    assert (letter.noun.title, str(letter.noun.date)) == ("Benches at the tannery", "2021-03")
    assert (letter.noun.sender, letter.noun.recipient) == ("gwen-hartlock", "leonie-abara")
    assert archive.people["leonie-abara"].name == "Léonie Abara"
    assert list(archive.topics) == ["benches"]
    assert letter.body.flat == "Dear Léonie, Where are the benches?"
    assert letter.noun.note
    assert letter.noun.note.startswith("Imported from line 1 of corpus.jsonl")


def test_an_answer_is_from_the_one_who_was_asked(tmp_path: Path) -> None:
    line = text(question="Where is it?\nAnd when?", answer="Here.", url="https://q.example/7")
    del line["body"]
    [letter] = imported(tmp_path, line).letters.values()
    assert (letter.noun.sender, letter.noun.recipient) == ("leonie-abara", "gwen-hartlock")
    assert [block.kind for block in letter.body.blocks] == ["quotation", "paragraph"]
    assert letter.body.flat == "Where is it? And when? Here."
    assert "https://q.example/7" in (letter.noun.note or "")


@pytest.mark.parametrize(
    "body",
    [
        "# One\n## Two\n### Three\n#### Four",
        "> quoted\n>quoted\n>",
        "\\## kept\n\\\\> kept\n\\ kept",
        "1893. The council\n- met\n* and *met*\n---\nkey: value",
        "a\n\n\n\n b\t\tc\u00a0d\r\ne\x0cf\u2028g",
        "x" * 200 + " " + "long words " * 5_000,
        "it costs £5,000 in the co\u00adoperative, city.The inter-\nnational ofﬁce <b>bold</b>",
        "[redacted by nobody] [1] {a: b} 'quoted' \"quoted\" # no comment",
        "e\u0301 and \u200b and \ufeff and \U0001f3f4",
    ],
)
def test_words_survive_whatever_our_grammar_or_yaml_make_of_them(tmp_path: Path, body: str) -> None:
    [letter] = imported(tmp_path, text(body=body, title=f"{body[:300]}")).letters.values()
    assert list(letter.body.words) == body.split()
    assert letter.noun.title == " ".join(body[:300].split())


# Signs that mean something to the body, to YAML, or to the check; then any others.
PIECES = st.sampled_from(["## ", "> ", "\\", "\n", "\n\n", "---", ": ", "#", "1. ", " ", "\x85"])


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.one_of(PIECES, st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)),
        max_size=12,
    )
)
def test_any_text_survives_or_is_refused_with_its_line(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str]
) -> None:
    folder, body = tmp_path_factory.mktemp("any"), "".join(parts)
    place = folder / "archive"
    result = run(written(folder, text(body=body)), place)
    if result.exit_code == 0:
        [letter] = loaded(place).letters.values()
        marks = letter.noun.redactions
        assert marks or list(letter.body.words) == body.split()
    else:
        assert ":1:" in result.stdout
        assert not place.exists()


def test_personal_data_is_redacted_and_declared(tmp_path: Path) -> None:
    body = "Write to gwen@marlbeck.example or ring 020 7946 0018 soon."
    [letter] = imported(
        tmp_path, text(body=body, title="To gwen@marlbeck.example")
    ).letters.values()
    assert letter.body.flat == (
        "Write to [redacted: an e-mail address] or ring [redacted: a telephone number] soon."
    )
    assert letter.noun.title == "To [redacted: an e-mail address]"
    assert {mark.what for mark in letter.noun.redactions} == {
        *("an e-mail address", "a telephone number"),
    }
    assert letter.noun.source.original_sha256
    assert "gwen@" not in "".join(
        path.read_text("utf-8") for path in (tmp_path / "archive").rglob("*.*") if path.is_file()
    )


def test_ids_that_no_file_can_have_stay_apart(tmp_path: Path) -> None:
    ids = ["../../etc/passwd", "ETC PASSWD", "etc-passwd", "日本", "a" * 100]
    lines = [text(id=id, body=f"Text {at}.") for at, id in enumerate(ids)]
    archive = imported(tmp_path, *lines)
    assert {letter.noun.reference for letter in archive.letters.values()} == set(ids)
    assert "2021-03-letter" in archive.letters
    assert not (tmp_path / "etc").exists()


def test_what_is_not_known_is_called_so(tmp_path: Path) -> None:
    lines = text(author=None, recipient="", topic=" "), text(id="b", body="x y", author="")
    letters = imported(tmp_path, *lines).letters
    assert {letter.noun.sender for letter in letters.values()} == {"not-recorded"}
    assert letters["2021-03-a-1"].noun.topics == ()


def test_a_gzipped_corpus_is_read_and_its_archive_builds(tmp_path: Path) -> None:
    place = tmp_path / "archive"
    assert run(written(tmp_path, LINE, name="corpus.jsonl.gz"), place).exit_code == 0
    site = built(place)
    page = (site / "letters" / "2021-03-a-1" / "index.html").read_text(encoding="utf-8")
    assert "Where are the benches?" in page


def test_every_bad_line_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    problems = refused(
        tmp_path,
        LINE,
        "",
        "[1]",
        '{"id": "c"',
        text(id="d", date="June"),
        text(id="e", date="2025-01-01", body="Later."),
        text(id="A/1", body="Another."),
        text(id="f"),
        text(id="g", body=7),
        text(id="h", body=" \n "),
        text(id="i", topic="the", body="On the topic."),
        text(id="j", title="", body="Untitled."),
        text(id="k", recipient="g@x.example", body="To whom?"),
    )
    assert [int(line.split(":")[0]) for line in problems] == [
        *(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13),
    ]
    told = dict(line.split(":", 1) for line in problems)
    assert "June" in told["5"]
    assert "wanted a date" in told["5"]
    assert "a day before the texts were received (1 May 2024)" in told["6"]
    assert 'found "A/1", the id of line 1' in told["7"]
    assert "the same text as line 1" in told["8"]
    assert 'body "7"' in told["9"]
    assert "found no text" in told["10"]
    assert '"the", which is in every text' in told["11"]
    assert "g@x.example" not in told["13"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (text(body="a\0b"), "U+0000"),
        (text(title="a\x1bb"), "U+001B"),
        (text(body="a\ud800b"), "body"),
        ("[" * 200_000, "a JSON object"),
        ('{"id": ' + "9" * 10_000 + "}", "a JSON object"),
        (text(body="[redacted: a name] wrote this"), "[redacted:"),
        (text(body="word " * 400_000), "at most 2,000,000 bytes"),
        (text(title="word " * 400), "at most 1,000 characters"),
    ],
)
def test_hostile_lines_are_one_problem_each(tmp_path: Path, line: object, told: str) -> None:
    problems = refused(tmp_path, LINE | {"id": "good"}, line)
    assert len(problems) == 1
    assert problems[0].startswith("2:")
    assert told in problems[0]


def test_a_huge_line_is_not_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "LONGEST_LINE", 1_000)
    problems = refused(tmp_path, text(body="word " * 500), "[]")
    assert "at most 1,000 bytes a line" in problems[0]
    assert problems[1].startswith("2:1: ")


def test_names_that_no_vocabulary_could_hold_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.importing.vocabulary.LARGEST_FILE", 20)
    problems = refused(tmp_path, LINE)
    assert any("fewer different names" in line for line in problems)


def test_an_empty_corpus_is_no_archive(tmp_path: Path) -> None:
    assert refused(tmp_path) == ["1:1: found no text; wanted at least one; allowed: JSON Lines"]


def test_what_stands_in_the_way_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "archive"
    place.mkdir()
    (place / "mine").write_text("mine", encoding="utf-8")
    result = run(written(tmp_path, LINE), place)
    assert result.exit_code == 1
    assert "wanted an empty folder" in result.stderr
    assert [entry.name for entry in place.iterdir()] == ["mine"]


def test_the_same_corpus_makes_the_same_bytes(tmp_path: Path) -> None:
    source = written(tmp_path, LINE, text(id="b", body="Another."))
    for name in ("one", "two"):
        assert run(source, tmp_path / name).exit_code == 0
    one, two = (
        {
            p.relative_to(tmp_path / n): p.read_bytes()
            for p in (tmp_path / n).rglob("*.*")
            if p.is_file()
        }
        for n in ("one", "two")
    )
    assert one == two
    assert isinstance(load(tmp_path / "one"), Archive)
