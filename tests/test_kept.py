"""What is kept between builds changes their pace and nothing else, whatever becomes of the file."""

import random
import sqlite3
import zipfile
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from archive import cores, sharing
from archive import publish as publishing
from archive.archive import Archive
from archive.kept import Kept, kept
from archive.memory import NAME
from archive.search import remembered as remembering
from archive.search.cutting import Cut, cut, read, written
from archive.search.documents import Document
from archive.search.extracts import sought_in
from archive.search.index import index_files, index_outputs, search_outputs
from archive.search.records import documents
from archive.search.remembered import grouped, remembered
from archive.search.rules import reviewed_rules
from tests.search.invented import invented_documents

RULES = reviewed_rules()
DOCUMENTS = invented_documents(40)


@pytest.fixture
def analyses(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the documents whose texts were cut, in order; groups are of few documents."""
    done: list[str] = []

    def noted(texts: Iterable[Sequence[str]]) -> Cut:
        held = list(texts)
        done.extend(each[0] for each in held)
        return cut(held)

    monkeypatch.setattr(remembering, "cut", noted)
    monkeypatch.setattr(remembering, "_ONE_IN", 4)
    monkeypatch.setattr(cores, "number", lambda: 1)
    return done


def test_what_was_kept_is_given_again_until_it_is_dropped(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    with kept(file) as values:
        assert values.get("of a") is None
        values.put("of a", b"one")
        values.put("of b", b"two")
        assert values.get("of a") == b"one"
    with kept(file) as values:
        assert values.get("of b") == b"two"
        values.drop_unused()
    with kept(file) as values:
        assert [values.get("of a"), values.get("of b")] == [None, b"two"]


def test_what_is_of_a_kind_that_nobody_asked_for_stays(tmp_path: Path) -> None:
    with kept(tmp_path / "kept") as values:
        for key in ("card 1", "card 2", "words 1"):
            values.put(key, b"x")
    with kept(tmp_path / "kept") as values:
        values.get("card 2")
        values.drop_unused()
    with kept(tmp_path / "kept") as values:
        assert [values.get(key) for key in ("card 1", "card 2", "words 1")] == [None, b"x", b"x"]


def test_to_ask_whether_there_is_a_value_is_to_have_it_stay(tmp_path: Path) -> None:
    with kept(tmp_path / "kept") as values:
        assert not values.has("card 1")
        values.put("card 1", b"x")
        values.put("card 2", b"x")
    with kept(tmp_path / "kept") as values:
        assert values.has("card 1")
        values.drop_unused()
        assert [values.has("card 1"), values.has("card 2")] == [True, False]
    assert not Kept().has("card 1")


def test_values_of_a_kind_are_given_out_and_taken_in_again(tmp_path: Path) -> None:
    with kept(tmp_path / "kept") as values:
        values.put("card 1", b"x")
        values.put("words 1", b"y")
        given = values.of_kind("card")
        assert [given.get("card 1"), given.get("words 1")] == [b"x", None]
        assert [given.has("card 1"), given.has("words 1")] == [True, False]
        given.put("card 2", b"z")
        assert values.get("card 2") is None
        values.take_in(given)
        assert values.get("card 2") == b"z"


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


@pytest.mark.parametrize("place", [0, 17, 39])
@pytest.mark.parametrize("instead", [0, 1])
def test_only_the_group_of_what_changed_is_cut_again(
    instead: int, place: int, tmp_path: Path, analyses: list[str]
) -> None:
    """A record that is new, or another instead of one, changes no group but its own."""
    new = invented_documents(40, seed=8)[3]
    with kept(tmp_path / "kept") as values:
        list(_remembered(DOCUMENTS, values))
    assert len(analyses) == 40
    analyses.clear()
    changed = (*DOCUMENTS[:place], new, *DOCUMENTS[place + instead :])
    with kept(tmp_path / "kept") as values:
        again = list(_remembered(changed, values))
    assert new.title in analyses
    assert len(analyses) < 20
    assert _words(again) == _words([cut([list(one.texts) for one in changed])])


def test_an_index_has_the_same_bytes_with_what_was_kept(corpus: Archive, tmp_path: Path) -> None:
    plain, sought = list(search_outputs(corpus)), sought_in(documents(corpus), corpus)
    for _ in range(2):
        with kept(tmp_path / "kept") as values:
            assert list(index_files(sought, RULES, values, lambda _: False)) == plain


@pytest.mark.parametrize("number", [0, 1, 8, 40])
def test_any_number_of_processes_makes_the_same_bytes(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembering, "_ONE_IN", 4)
    found = []
    for count in (1, 3):
        monkeypatch.setattr(cores, "number", lambda count=count: count)
        found.append(list(index_outputs(DOCUMENTS[:number], RULES)))
    monkeypatch.setattr(remembering, "_ONE_IN", 1)
    monkeypatch.setattr(remembering, "_LEAST", 10**6)
    found.append(list(index_outputs(DOCUMENTS[:number], RULES)))
    assert found[0] == found[1] == found[2]


def test_an_archive_of_few_groups_needs_no_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def started(*_: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(sharing, "ProcessPoolExecutor", started)
    assert len(list(_remembered(DOCUMENTS, Kept()))) < 4


def _remembered(found: Sequence[Document], values: Kept) -> Iterable[Cut]:
    sought = sought_in(found)
    return remembered(sought, grouped(sought.extracts), values)


def _words(groups: Iterable[Cut]) -> list[str]:
    return [one.spelt[word] for one in groups for word in one.words.tolist()]


@pytest.mark.parametrize("document", DOCUMENTS[:4], ids=lambda one: one.id)
def test_a_cut_is_read_as_it_was_written(document: Document) -> None:
    one = cut([list(document.texts)])
    again = read(written(one))
    assert again is not None
    assert again.spelling == one.spelling
    for name in ("words", "marks", "texts"):
        assert np.array_equal(getattr(again, name), getattr(one, name))


SOUND: dict[str, NDArray[Any]] = {
    "spelling": np.frombuffer(b"\na", np.uint8),
    "words": np.array([1, 1, 0, 1, 0], np.uint32),
    "marks": np.zeros(5, np.uint8),
    "texts": np.array([1, 1], np.uint32),
}


def test_what_is_whole_is_read() -> None:
    assert read(_file(SOUND)) is not None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("spelling", np.frombuffer(b"\n\x80", np.uint8)),
        ("spelling", np.frombuffer(b"a\na", np.uint8)),
        ("spelling", np.zeros(0, np.uint8)),
        ("words", np.array([1, 2, 0, 1, 0], np.uint32)),
        ("words", np.array([1, 1, 0, 1, 1], np.uint32)),
        ("words", np.array([1, 1, 1, 1, 0], np.uint32)),
        ("words", np.array([1, 1, 0, 1, 0], np.int64)),
        ("words", np.zeros((5, 1), np.uint32)),
        ("words", np.zeros(0, np.uint32)),
        ("marks", np.zeros(4, np.uint8)),
        ("marks", np.zeros(5, np.float32)),
        ("texts", np.array([2, 0], np.uint32)),
        ("texts", np.array([1, 2], np.uint32)),
        ("texts", np.array([[1, 1]], np.uint32)),
        ("texts", None),
    ],
)
def test_what_is_no_cut_is_not_read(name: str, value: "NDArray[Any] | None") -> None:
    held = {**SOUND, name: value}
    assert read(_file({key: one for key, one in held.items() if one is not None})) is None


@pytest.mark.parametrize("content", [b"", b"\x80", b"null", b"PK\x03\x04", b"\x93NUMPY"])
def test_what_is_no_archive_of_arrays_is_not_read(content: bytes) -> None:
    assert read(content) is None


def test_what_was_scratched_is_not_read() -> None:
    chance = random.Random(1)
    whole = written(cut([list(one.texts) for one in DOCUMENTS[:3]]))
    for _ in range(200):
        content = bytearray(whole)
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        again = read(bytes(content))
        assert again is None or _words([again]) == _words([cut(map(_texts, DOCUMENTS[:3]))])


def _texts(document: Document) -> list[str]:
    return list(document.texts)


def _file(arrays: dict[str, NDArray[Any]]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as held:
        for name, array in arrays.items():
            with held.open(f"{name}.npy", "w") as part:
                np.lib.format.write_array(part, array)
    return file.getvalue()


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
        whole = _words(_remembered(DOCUMENTS, values))
    damage(file)
    with kept(file) as values:
        assert _words(_remembered(DOCUMENTS, values)) == whole
    analyses.clear()
    with kept(file) as values:
        assert _words(_remembered(DOCUMENTS, values)) == whole
    assert analyses == []


def test_a_folder_in_the_place_of_the_file_does_no_harm(tmp_path: Path) -> None:
    with kept(tmp_path) as values:
        values.put("a", b"one")
        assert values.get("a") is None


def test_a_second_build_analyses_nothing(
    real: Archive, tmp_path: Path, analyses: list[str]
) -> None:
    for _ in range(2):
        publishing.publish(publishing.Place(tmp_path), real)
        (tmp_path / "build" / NAME).unlink()
    assert len(analyses) == len(documents(real))
