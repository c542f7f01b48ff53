"""What is kept between builds changes their pace and nothing else, whatever becomes of the file."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from archive import publish as publishing
from archive.archive import Archive
from archive.kept import Kept, kept
from archive.search import remembered as remembering
from archive.search.analysed import Analysed, analysed, read, written
from archive.search.documents import Document
from archive.search.index import search_outputs
from archive.search.records import documents
from archive.search.remembered import remembered
from archive.search.rules import Rules, reviewed_rules
from tests.search.invented import invented_documents

RULES = reviewed_rules()
DOCUMENTS = invented_documents(12)


@pytest.fixture
def analyses(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the documents that were analysed, in order."""
    done: list[str] = []

    def noted(document: Document, rules: Rules) -> Analysed:
        done.append(document.id)
        return analysed(document, rules)

    monkeypatch.setattr(remembering, "analysed", noted)
    return done


def test_what_was_kept_is_given_again_until_it_is_not_used(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    with kept(file) as values:
        assert values.get("a") is None
        values.put("a", b"one")
        values.put("b", b"two")
        assert values.get("a") == b"one"
    with kept(file) as values:
        assert values.get("b") == b"two"
    with kept(file) as values:
        assert [values.get("a"), values.get("b")] == [None, b"two"]


def test_a_build_that_fails_leaves_what_was_kept(tmp_path: Path) -> None:
    with kept(tmp_path / "kept") as values:
        values.put("a", b"one")
    with pytest.raises(ZeroDivisionError), kept(tmp_path / "kept") as values:
        values.put("b", b"two")
        raise ZeroDivisionError
    with kept(tmp_path / "kept") as values:
        assert [values.get("a"), values.get("b")] == [b"one", None]


def test_nothing_is_kept_without_a_file() -> None:
    values = Kept()
    values.put("a", b"one")
    assert values.get("a") is None


def test_only_what_changed_is_analysed_again(tmp_path: Path, analyses: list[str]) -> None:
    changed = invented_documents(12, seed=8)[3]
    with kept(tmp_path / "kept") as values:
        first = list(remembered(DOCUMENTS, RULES, values))
    assert len(analyses) == 12
    analyses.clear()
    with kept(tmp_path / "kept") as values:
        again = list(remembered((*DOCUMENTS[:3], changed, *DOCUMENTS[4:]), RULES, values))
    assert analyses == [changed.id]
    assert [one for at, (_, one) in enumerate(again) if at != 3] == [
        one for at, (_, one) in enumerate(first) if at != 3
    ]


def test_other_rules_are_another_analysis(tmp_path: Path, analyses: list[str]) -> None:
    other = Rules(RULES.stop | {"council"}, RULES.acronyms, RULES.stems)
    for rules in (RULES, other):
        with kept(tmp_path / "kept") as values:
            list(remembered(DOCUMENTS, rules, values))
    assert len(analyses) == 24


def test_an_index_has_the_same_bytes_with_what_was_kept(corpus: Archive, tmp_path: Path) -> None:
    plain = list(search_outputs(corpus))
    for _ in range(2):
        with kept(tmp_path / "kept") as values:
            assert list(search_outputs(corpus, values)) == plain


@pytest.mark.parametrize("document", DOCUMENTS[:4], ids=lambda one: one.id)
def test_an_analysis_is_read_as_it_was_written(document: Document) -> None:
    one = analysed(document, RULES)
    assert read(written(one)) == one


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x80",
        b"null",
        b"[]",
        b"{}",
        b"[[],[],[],[]]",
        b'[[],[],["a"],[]]',
        b'[[[1,"a",1]],[],[""],[]]',
        b'[[["a","a","b"]],[],[""],[]]',
        b'[[["a","a",0]],[],[""],[]]',
        b'[[["a","a",true]],[],[""],[]]',
        b'[[],[["a",-1]],[""],[]]',
        b'[[],[],[1,""],[]]',
        b'[[],[],["a","b",""],[[0,3,"ab"]]]',
        b'[[],[],["a","b",""],[[-1,2,"ab"]]]',
        b'[[],[],["a","b",""],[[0,2]]]',
        b'[[],[],[""],[],[]]',
        b"[" * 100_000,
    ],
)
def test_what_is_no_analysis_is_not_read(content: bytes) -> None:
    assert read(content) is None


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def _scratched(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 4000] = b"x" * 4000
    file.write_bytes(content)


def _of_another_program(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE kept (other TEXT)")
    connection.close()


def _with_other_values(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE kept SET value = 'x' WHERE rowid % 2")
        connection.execute("UPDATE kept SET value = x'00ff' WHERE NOT rowid % 2")
    connection.close()


def _with_cut_values(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE kept SET value = substr(value, 1, length(value) - 3)")
    connection.close()


@pytest.mark.parametrize(
    "damage",
    [
        _cut,
        _scratched,
        _of_another_program,
        _with_other_values,
        _with_cut_values,
        lambda file: file.write_text("Not a database"),
        lambda file: file.write_bytes(b""),
        lambda file: file.unlink(),
    ],
)
def test_a_broken_file_is_written_anew(
    damage: Callable[[Path], object], tmp_path: Path, analyses: list[str]
) -> None:
    file = tmp_path / "kept"
    with kept(file) as values:
        whole = list(remembered(DOCUMENTS, RULES, values))
    damage(file)
    with kept(file) as values:
        assert list(remembered(DOCUMENTS, RULES, values)) == whole
    analyses.clear()
    with kept(file) as values:
        assert list(remembered(DOCUMENTS, RULES, values)) == whole
    assert analyses == []


def test_a_folder_in_the_place_of_the_file_does_no_harm(tmp_path: Path) -> None:
    with kept(tmp_path) as values:
        values.put("a", b"one")
        assert values.get("a") is None


def test_a_second_build_analyses_nothing(
    real: Archive, tmp_path: Path, analyses: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def made(_archive: object, _pages: object, build: Path, _docs: str, site: str) -> None:
        (build / site).mkdir()

    monkeypatch.setattr(publishing, "run_mkdocs", made)
    for _ in range(2):
        publishing.publish(publishing.Place(tmp_path), real)
    assert len(analyses) == len(documents(real))
