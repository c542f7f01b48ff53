"""Owns showing that a record which passed is read and checked again when it must, and only then."""

import pickle
import shutil
import time
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from archive import cataloguefile, cores, files, reading, recalled, stored
from archive import load as loading
from archive.archive import Archive
from archive.catalogue import EMPTY, Catalogue
from archive.cataloguefile import put_catalogue, read_catalogue
from archive.checks import every, whole
from archive.checks.around import Around
from archive.checks.faults import Place
from archive.checks.links import named, references
from archive.checks.sources import kept_problems
from archive.desk import Desk, Seen
from archive.gist import gist_of
from archive.load import load, looked_over
from archive.model.evidence import Evidence
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.noun import Noun, Reference, light
from archive.nodes import Node, Plain
from archive.phases import Phases
from archive.problems import Problem
from archive.reading import read_archive
from archive.recalled import Changed
from archive.recordfile import read_record
from archive.records import AnyRecord
from archive.sources import sources_of
from archive.stored import NAME as STORED
from archive.stored import Lost
from tests.conftest import CORPUS, copied

LETTER, SOURCE = "letters/2018-06-fund.md", "letters/sources/2018-06-fund.txt"
MOTION, ANSWER = "motions/2018-03-08-1-night-buses.md", "letters/2018-05-22-pm-2018-0417.md"
OTHER_FACTS = ("topics: [night-buses, buses]", "topics: [night-buses]")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive that has passed."""
    root = copied(CORPUS, tmp_path)
    assert isinstance(load(root, remembering=True), Archive)
    return root


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the records that are looked at one by one from now on."""
    found: list[str] = []
    proof = kept_problems

    def noted(record: AnyRecord, *others: object) -> object:
        found.append(record.path)
        return proof(record, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(every, "kept_problems", noted)
    return found


def test_nothing_is_looked_at_again_while_nothing_has_changed(
    root: Path, looked_at: list[str]
) -> None:
    assert isinstance(load(root, remembering=True), Archive)
    assert looked_at == []


@pytest.mark.parametrize("path", [LETTER, SOURCE])
def test_a_record_is_looked_at_again_when_it_or_its_source_has_changed(
    root: Path, looked_at: list[str], path: str
) -> None:
    file = root / path
    file.write_text(file.read_text("utf-8").replace(" the ", "  the ", 1) + "\nMore.\n", "utf-8")
    found = load(root, remembering=True)
    assert not isinstance(found, Archive)
    assert looked_at == [LETTER]
    assert found == load(root)


def test_a_change_of_the_country_or_of_the_program_has_all_looked_at(
    root: Path, looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = root / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("country: GB", "country: IE"), "utf-8")
    assert "country: GB" in text
    load(root, remembering=True)
    everything = len(looked_at)
    assert everything > 30
    monkeypatch.setattr(cataloguefile, "program", lambda: "another")
    load(root, remembering=True)
    assert len(looked_at) == 2 * everything


def test_a_broken_memory_is_no_memory(root: Path, looked_at: list[str]) -> None:
    (root / cataloguefile.NAME).write_text('{"program": 1}')
    assert isinstance(load(root, remembering=True), Archive)
    assert len(looked_at) > 30


def test_without_remembering_nothing_is_written(tmp_path: Path) -> None:
    root = copied(CORPUS, tmp_path)
    assert isinstance(loading.load(root), Archive)
    assert not (root / "build").exists()


def test_each_kept_source_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, found, read = copied(CORPUS, tmp_path), list[str](), files.read_bytes

    def noted(root: Path, path: str) -> bytes | Problem:
        found.append(path)
        return read(root, path)

    monkeypatch.setattr(files, "read_bytes", noted)
    assert isinstance(load(root, remembering=True), Archive)
    texts = (path.relative_to(root).as_posix() for path in root.glob("*/sources/*.txt"))
    assert sorted(found) == sorted(texts)


def test_what_another_process_has_read_of_kept_sources_is_known_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, found, read = copied(CORPUS, tmp_path), list[str](), files.read_bytes

    def noted(root: Path, path: str) -> bytes | Problem:
        found.append(path)
        return read(root, path)

    monkeypatch.setattr(files, "read_bytes", noted)
    monkeypatch.setattr(reading, "WORTH_SHARING", 1)
    monkeypatch.setattr(cores, "number", lambda: 2)
    monkeypatch.setattr(cores, "method", lambda: "fork")
    read_archive(root, inspect=every.own_problems)
    assert 0 < len(found) < len(list(root.glob("*/sources/*.txt")))


def test_a_motion_with_a_holding_reply_alone_may_say_that_none_was_found(root: Path) -> None:
    edit(root, "motions/2023-03-16-1-benches.md", "outcome: ", "replies_checked: 2024\noutcome: ")
    assert isinstance(load(root, remembering=True), Archive)
    edit(root, "letters/2023-04-17-pm-2023-0118.md", "kind: holding reply", "kind: reply")
    found = load(root, remembering=True)
    assert not isinstance(found, Archive)
    assert "a full reply to this motion" in "".join(map(str, found))


def test_a_source_that_is_empty_or_gone_is_seen(root: Path) -> None:
    (root / SOURCE).write_bytes(b"")
    assert not isinstance(load(root, remembering=True), Archive)
    (root / SOURCE).unlink()
    assert load(root, remembering=True) == load(root)


@pytest.fixture
def checked_beside(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the records that are checked beside the others from now on."""
    found: list[str] = []
    check = every._with_others

    def noted(record: AnyRecord, around: Around) -> Iterator[Problem]:
        found.append(record.path)
        return check(record, around)

    monkeypatch.setattr(every, "_with_others", noted)
    return found


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


def test_what_looked_at_a_changed_record_is_checked_beside_it_again(
    root: Path, looked_at: list[str], checked_beside: list[str]
) -> None:
    edit(root, MOTION, *OTHER_FACTS)
    assert isinstance(load(root, remembering=True), Archive)
    assert looked_at == [MOTION]
    assert {MOTION, ANSWER} <= set(checked_beside)
    assert len(checked_beside) < 15


def test_what_looked_at_the_facts_of_a_record_is_not_checked_again_for_its_title(
    root: Path, looked_at: list[str], checked_beside: list[str]
) -> None:
    edit(root, MOTION, "title: ", "title: More ")
    assert isinstance(load(root, remembering=True), Archive)
    assert looked_at == [MOTION]
    assert MOTION in checked_beside
    assert ANSWER not in checked_beside


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("letters/people.yml", "tomos-quill:", "tomas-quill:"),
        ("motions/meetings.yml", "date: 2018-03-08", "date: 2019-03-08"),
        ("motions/meetings.yml", "date: 2018-03-08", "date: 2024-03-08"),
        ("letters/2018-03-09-chair-to-provost.md", "date: 2018-03-09", "date: 2018-06-09"),
    ],
)
def test_what_a_change_makes_wrong_elsewhere_is_found(
    root: Path, path: str, old: str, new: str
) -> None:
    edit(root, path, old, new)
    found = load(root, remembering=True)
    assert not isinstance(found, Archive)
    assert {problem.path for problem in found} - {path}
    assert found == load(root)


def test_a_motion_of_which_only_the_meeting_changes_is_looked_at_again(root: Path) -> None:
    edit(root, "motions/meetings.yml", "date: 2018-03-08", "date: 2024-03-08")
    found = load(root, remembering=True)
    assert not isinstance(found, Archive)
    taken_up = [problem for problem in found if "something that came before" in problem.wanted]
    assert "motions/2022-06-16-1-sirens-four-years-on.md" in {one.path for one in taken_up}


def test_what_was_checked_beside_a_changed_record_is_known_to_be(
    root: Path, checked_beside: list[str]
) -> None:
    edit(root, MOTION, *OTHER_FACTS)
    assert isinstance(load(root, remembering=True), Archive)
    assert ANSWER in checked_beside
    checked_beside.clear()
    edit(root, LETTER, "title: ", "title: More ")
    assert isinstance(load(root, remembering=True), Archive)
    assert ANSWER not in checked_beside
    assert LETTER in checked_beside


def test_what_is_wrong_with_no_record_is_found_where_none_is_checked(
    root: Path, checked_beside: list[str]
) -> None:
    edit(
        root,
        "letters/people.yml",
        "since: 2016-05-16, until: 2020",
        "since: 2016-05-16, until: 2010",
    )
    [problem] = load(root, remembering=True)  # type: ignore[misc]
    assert problem.path == "letters/people.yml"
    assert checked_beside == []


def test_an_edit_has_only_the_fields_read_that_its_check_looks_at(
    root: Path, checked_beside: list[str]
) -> None:
    """Cards tell of a record what is asked beside others, unless it cites or takes up some."""
    reading, _ = read_archive(root, catalogue=read_catalogue(root))
    untold = {record.path for record in whole.records(reading) if named(record) is None}
    edit(root, "letters/2021-shelters.md", "title: ", "title: More ")
    edit(root, MOTION, *OTHER_FACTS)
    recalled._noun.cache_clear()
    assert isinstance(load(root, remembering=True), Archive)
    assert recalled._noun.cache_info().misses == len(untold.intersection(checked_beside))
    assert not untold.issuperset(checked_beside)


def test_what_is_asked_of_all_records_is_what_their_fields_say(root: Path) -> None:
    for path in root.rglob("*.md"):
        path.touch()
    reading, _ = read_archive(root, catalogue=read_catalogue(root))
    gists = {record.path: record.gist for record in whole.records(reading)}
    anew = {one.path: gist_of(one.noun, _plain(one.typed)) for one in whole.records(reading)}
    assert gists == anew
    assert gists[ANSWER].answers == ("2018-03-08-1-night-buses", "2018-03-08-2-flood-warnings")


def test_the_ids_of_a_record_are_told_by_its_gist_or_its_fields_are_read(root: Path) -> None:
    reading, _ = read_archive(root, catalogue=read_catalogue(root))
    told = set[str]()
    for record in whole.records(reading):
        assert record.noun is not None
        held = references(record.noun)
        if (found := named(record)) is not None:
            told |= {f"{record.path.split('/')[0]} {_field(place)}" for place, _ in held}
            given = {(kind, name) for kind, names in found.items() for name in names}
            assert given == {(one.noun, str(one)) for _, one in held}, record.path
    kinds = (("letters", Letter), ("motions", Motion))
    fields = {f"{folder} {name}" for folder, kind in kinds for name in _with_ids(kind)}
    assert fields - told == {"motions follows", "motions refers_to"}


def _field(place: Place) -> str:
    """The names that lead to a place, without numbers."""
    return ".".join(name for name in place if isinstance(name, str))


def _with_ids(kind: type[BaseModel]) -> Iterator[str]:
    """The fields of a kind that hold ids, also within others; but for evidence, which has two."""
    for name, info in kind.model_fields.items():
        written = info.alias or name
        for inner in _types(info.annotation):
            if issubclass(inner, Reference):
                yield written
            elif issubclass(inner, BaseModel) and inner is not Evidence:
                yield from (f"{written}.{below}" for below in _with_ids(inner))


def _types(annotation: object) -> Iterator[type]:
    if isinstance(annotation, type):
        yield annotation
    for inner in get_args(annotation):
        yield from _types(inner)


def _plain(typed: Node) -> Mapping[str, Plain]:
    plain = typed.plain()
    assert isinstance(plain, dict)
    return plain


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [(ANSWER, "quote: ", "quote: Never "), (MOTION, "quote: ", "quote: Never ")],
)
def test_a_record_that_its_own_words_speak_against_is_told_of_each_time(
    root: Path, path: str, old: str, new: str
) -> None:
    """It has no card, by which it would be taken to be sound."""
    edit(root, path, old, new)
    first, second = load(root, remembering=True), load(root, remembering=True)
    assert not isinstance(first, Archive)
    assert {problem.path for problem in first} == {path}
    assert first == second == load(root)


def test_a_catalogue_that_came_from_elsewhere_is_not_believed(
    root: Path, tmp_path: Path, looked_at: list[str]
) -> None:
    """Or a contribution could bring one that says that its records have passed."""
    copy = shutil.copytree(root, tmp_path / "elsewhere")
    assert isinstance(load(copy, remembering=True), Archive)
    assert len(looked_at) > 30


def test_files_with_other_times_and_the_same_bytes_are_not_inspected_again(
    root: Path, looked_at: list[str]
) -> None:
    for path in root.rglob("*.md"):
        path.touch()
    assert isinstance(load(root, remembering=True), Archive)
    assert looked_at == []


def test_a_record_that_changes_while_its_archive_is_used_is_told(root: Path) -> None:
    archive = load(root, remembering=True)
    assert isinstance(archive, Archive)
    edit(root, LETTER, " the ", " a ")
    recalled._body.cache_clear()  # what is in memory is still what it was
    with pytest.raises(Changed, match=f"^{LETTER} changed while it was being read"):
        _ = archive.letters[Path(LETTER).stem].body


def test_another_process_tells_of_a_change_in_the_same_words() -> None:
    told = Changed("letters/a.md")
    assert str(pickle.loads(pickle.dumps(told))) == str(told)


def test_a_place_is_found_in_the_fields_of_a_recalled_record(root: Path) -> None:
    """A problem of a record that was not read again stands at the same line and column."""
    file = files.read(root, LETTER)
    assert isinstance(file, files.File)
    record, _ = read_record(Letter, file)
    again = next(r for r in read_archive(root)[0].letters if r.path == LETTER)
    assert record
    for place in (("source", "file"), ("source", "nothing"), ("title",), (), ("source",)):
        here, there = record.fields.at(place), again.fields.at(place[:1]).at(place[1:])
        assert (here.line, here.column, here.value) == (there.line, there.column, there.value)
    for name in ("source", "from", "sender", "answers", "commitments"):
        assert record.wrote(name) == again.wrote(name), name


def test_what_another_process_has_read_comes_back(root: Path) -> None:
    sources = sources_of(root, [SOURCE], EMPTY)
    desk = Desk(root, EMPTY, sources, "GB", every.own_problems)
    [(record, problems, kept)] = desk.read([LETTER], slice(0, 1))
    [(again, _, known)] = pickle.loads(pickle.dumps([Seen(record, problems, kept)]))
    assert record and problems == []
    assert known == kept == sources.kept
    assert again.noun == record.noun
    assert again.body == record.body


def nouns(noun: Noun) -> Iterator[Noun]:
    """A noun and all within it."""
    yield noun
    for value in vars(noun).values():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Noun):
                yield from nouns(one)


def test_each_noun_within_a_recalled_one_is_light(root: Path) -> None:
    archive = load(root, remembering=True)
    assert isinstance(archive, Archive)
    held = [one.noun for one in archive.letters.values()]
    within = [one for noun in held for one in nouns(noun)]
    assert len(within) > 5 * len(held)
    assert len({id(one.model_fields_set) for one in within}) == 1


def test_light_nouns_take_less_than_half_of_the_memory(root: Path) -> None:
    archive = load(root)
    assert isinstance(archive, Archive)
    told = [one.noun.model_dump_json(by_alias=True) for one in archive.letters.values()]

    def taken(make: Callable[[Letter], Letter]) -> int:
        tracemalloc.start()
        made = [make(Letter.model_validate_json(one)) for one in told]
        memory, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert len(made) == len(told)
        return memory

    each = [taken(lambda letter: letter) for _ in range(5)]  # Python watches the first thirty
    assert taken(light) < 0.4 * min(each), "a third; with names of their own nearly half"


def test_a_recalled_noun_is_the_noun_that_was_read(root: Path) -> None:
    """It is made light; nothing that can be asked of it is lost."""
    file = files.read(root, LETTER)
    assert isinstance(file, files.File)
    record, _ = read_record(Letter, file)
    again = next(r for r in read_archive(root)[0].letters if r.path == LETTER).noun
    assert record and record.noun and again
    assert again == record.noun
    assert again.model_dump_json() == record.noun.model_dump_json()
    assert again.model_copy(update={"title": "Another"}).title == "Another"
    assert again.model_fields_set == again.source.model_fields_set == set()


def test_an_edit_has_only_its_own_line_written_anew(root: Path) -> None:
    before = (root / cataloguefile.NAME).read_bytes().split(b"\n")
    edit(root, LETTER, "title: ", "title: More ")
    archive = load(root, remembering=True)
    assert isinstance(archive, Archive)
    after = (root / cataloguefile.NAME).read_bytes().split(b"\n")
    [(_, new)] = [pair for pair in zip(before[1:], after[1:], strict=True) if pair[0] != pair[1]]
    assert new.startswith(f'["{LETTER}",'.encode())
    stored = (root / STORED).read_bytes()
    assert stored.count(b'"title":"More ') == 1 and stored.endswith(b"}")


def test_fields_are_found_where_they_stand_when_their_file_is_made_anew(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "MOST_WASTE", -((root / STORED).stat().st_size))
    for _ in range(2):
        edit(root, LETTER, "title: ", "title: More ")
        assert isinstance(load(root, remembering=True), Archive)
    cards = read_catalogue(root).cards
    assert len(cards) > 30
    assert sum(len(card.fields.json) for card in cards.values()) == (root / STORED).stat().st_size


def test_what_was_put_away_is_known_as_what_is_read_again(root: Path) -> None:
    """The preview keeps in memory what it knows."""
    known: Catalogue | None = read_catalogue(root)
    for title in ("title: More ", "title: Still "):
        assert known
        edit(root, LETTER, "title: ", title)
        found, known = looked_over(root, Phases(), known)
        assert isinstance(found, Archive) and known
        put_catalogue(root, known)
        assert known == replace(read_catalogue(root), cards=known.cards)
        assert known.rows == read_catalogue(root).rows


def test_a_source_with_another_time_and_the_same_bytes_is_read_once_more(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    time.sleep(0.06)  # the disk's clock has gone on when the next catalogue is begun
    (root / cataloguefile.NAME).unlink()
    assert isinstance(load(root, remembering=True), Archive)
    (root / SOURCE).touch()
    found, read = list[str](), files.read_bytes

    def noted(root: Path, path: str) -> bytes | Problem:
        found.append(path)
        return read(root, path)

    monkeypatch.setattr(files, "read_bytes", noted)
    for _ in range(2):
        time.sleep(0.06)
        assert isinstance(load(root, remembering=True), Archive)
    assert found == [SOURCE]


def test_a_catalogue_without_its_fields_is_not_believed(root: Path, looked_at: list[str]) -> None:
    (root / STORED).unlink()
    assert isinstance(load(root, remembering=True), Archive)
    assert len(looked_at) > 30


def test_fields_that_were_put_away_are_no_longer_in_memory(root: Path) -> None:
    archive = load(root, remembering=True)
    assert isinstance(archive, Archive)
    (root / STORED).write_bytes(b"")
    content = archive.letters[Path(LETTER).stem].record.content
    assert isinstance(content, recalled.Recalled)
    with pytest.raises(Lost):
        _ = content.card.fields.json
