"""Owns showing that fields are read where they were stored, and believed only if they are these."""

import pickle
from hashlib import sha256
from pathlib import Path

import pytest

from archive import stored
from archive.archive import Archive
from archive.load import load
from archive.recalled import Recalled
from archive.records import AnyRecord
from archive.stored import NAME, Lost, Stored, put
from tests.conftest import CORPUS, copied

LETTER = "letters/2018-06-fund.md"


def fields(text: str) -> Stored:
    return Stored(sha256(text.encode()).hexdigest(), text.encode())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "build").mkdir()
    return tmp_path


def test_what_is_stored_is_read_from_the_file_alone(root: Path) -> None:
    one, other = fields('{"a": 1}'), fields('{"b": "é"}')
    put(root, [one, other])
    assert (root / NAME).read_bytes() == one.json + other.json == '{"a": 1}{"b": "é"}'.encode()
    assert pickle.loads(pickle.dumps(other)).json == other.json
    (root / NAME).unlink()
    for gone in (one, other):
        with pytest.raises(Lost):
            _ = gone.json


def test_what_is_new_is_added_and_the_rest_not_written_again(root: Path) -> None:
    one, other = fields("one"), fields("other")
    before = put(root, [one])
    assert put(root, [other, one]) == before == one.store == other.store
    assert (root / NAME).read_bytes() == b"oneother"
    assert (one.json, other.json) == (b"one", b"other")


def test_the_file_is_made_anew_where_much_of_it_is_waste(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "MOST_WASTE", 10)
    one, large = fields("one"), fields("large" * 10)
    put(root, [large, one])
    put(root, [one])
    assert (root / NAME).read_bytes() == one.json == b"one"
    assert not (root / "build" / ".fields.new").exists()


def test_another_file_in_its_place_is_not_added_to(root: Path) -> None:
    one, other = fields("one"), fields("other")
    put(root, [one])
    kept = (root / NAME).rename(root / "kept")
    (root / NAME).write_bytes(b"what another has stored")
    with pytest.raises(Lost):
        put(root, [one, other])
    assert (root / NAME).read_bytes() == b"what another has stored"
    kept.replace(root / NAME)
    put(root, [one, other])
    assert other.json == b"other"


def record(archive: Archive, path: str) -> AnyRecord:
    return archive.letters[Path(path).stem].record


@pytest.mark.parametrize("damage", [b"", b"{}", None])
def test_fields_that_are_lost_are_read_from_the_record(
    tmp_path: Path, damage: bytes | None
) -> None:
    root = copied(CORPUS, tmp_path)
    archive = load(root, remembering=True)
    assert isinstance(archive, Archive)
    found, file = record(archive, LETTER), root / NAME
    noun, wrote = found.noun, found.wrote("commitments")
    if damage is None:
        file.unlink()
    else:
        file.write_bytes(damage)
    again = load(root, remembering=True)
    assert isinstance(again, Archive)
    for one in (found, record(again, LETTER)):
        assert isinstance(one.content, Recalled)
        fresh = Recalled(root, type(noun), one.content.card)  # type: ignore[type-var]
        assert fresh.noun == noun
        assert ("commitments" in fresh.written) == wrote
    assert isinstance(load(root, remembering=True), Archive)
    assert record(again, LETTER).noun == noun
