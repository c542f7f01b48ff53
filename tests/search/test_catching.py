"""Owns showing that an index after changes is the one from nothing, and what of it is made anew."""

import random
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import permutations
from pathlib import Path

import pytest

from archive import cores
from archive.filed import Again, Filed
from archive.kept import Kept, kept
from archive.outputs import Output
from archive.search import before, catching, gathering, pairs, remembered
from archive.search.analysed import Analysed, analysed
from archive.search.cutting import Cut, cut
from archive.search.documents import Document
from archive.search.extracts import sought_in
from archive.search.index import index_files, index_outputs
from archive.search.lexicon import Lexicon
from archive.search.names import Names
from archive.search.rules import reviewed_rules
from archive.search.shards import Sizes
from tests.search.invented import invented_documents

RULES = reviewed_rules()
DOCUMENTS = invented_documents(60)
SPARE = invented_documents(60, seed=8)
SIZES = Sizes(500, 300)
WORDS = "tax payer taxpayer anti-semitism house-boat zebra ACE passes council night time the US"


class Site:
    """The files that builds have left one after the other, with what was kept in a folder."""

    def __init__(self, folder: Path) -> None:
        self.file, self.files = folder / "kept", dict[str, bytes]()
        self.made = self.linked = 0

    def build(self, documents: Sequence[Document]) -> dict[str, bytes]:
        """Build the index, with what there is, and leave its files alone."""
        with kept(self.file) as values:
            found = list(index_files(sought_in(documents), RULES, values, self.there, SIZES))
            values.drop_unused()
        self.made = sum(isinstance(one, Output) and "pairs" in one.path for one in found)
        self.linked = sum(isinstance(one, Again) for one in found)
        self.files = {one.path: self.content(one) for one in found}
        return self.files

    def there(self, file: Filed) -> bool:
        """Whether a file is left of the build before."""
        return file.path in self.files and _filed(file.path, self.files[file.path]) == file

    def content(self, one: Output | Filed | Again) -> bytes:
        """The bytes of a file that was made or is there."""
        if isinstance(one, Output):
            return one.content
        return self.files[one.there.path if isinstance(one, Again) else one.path]


def _filed(path: str, content: bytes) -> Filed:
    return Filed(path, sha256(content).hexdigest(), len(content))


def anew(documents: Sequence[Document]) -> dict[str, bytes]:
    """The index that is made from nothing."""
    return {one.path: one.content for one in index_outputs(documents, RULES, sizes=SIZES)}


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Groups of few documents, one process, and pairs that are made anew only in part."""
    monkeypatch.setattr(remembered, "_ONE_IN", 4)
    monkeypatch.setattr(cores, "number", lambda: 1)
    monkeypatch.setattr("archive.search.apart._MOST_OTHERS", 0.9)


def worded(documents: Sequence[Document], place: int, words: str) -> tuple[Document, ...]:
    """The same documents, of which one has some words more."""
    one = documents[place]
    *others, last = one.passages
    changed = replace(one, passages=(*others, last._replace(text=f"{last.text} {words}")))
    return (*documents[:place], changed, *documents[place + 1 :])


def _changed(documents: Sequence[Document], chance: random.Random) -> tuple[Document, ...]:
    """The documents after an edit of words, or when one has come, gone, or another place."""
    place, to = chance.randrange(len(documents)), chance.randrange(len(documents))
    rest = (*documents[:place], *documents[place + 1 :])
    match chance.randrange(6):
        case 0:
            return (*rest[:to], chance.choice(SPARE), *rest[to:])
        case 1:
            return rest
        case 2:
            return (*documents[:place], chance.choice(documents), *documents[place:])
        case 3:
            other = replace(documents[place], reference=f"PM 2018/{to}")
            return (*documents[:place], other, *documents[place + 1 :])
    if documents[place].passages and chance.random() < 0.3:
        fewer = replace(documents[place], passages=documents[place].passages[:1])
        return (*documents[:place], fewer, *documents[place + 1 :])
    return worded(documents, place, " ".join(chance.choices(WORDS.split(), k=3)))


@pytest.mark.parametrize("seed", range(6))
def test_after_any_changes_the_index_is_the_one_from_nothing(seed: int, tmp_path: Path) -> None:
    chance, site, documents = random.Random(seed), Site(tmp_path), DOCUMENTS
    assert site.build(documents) == anew(documents)
    standing = 0
    for _ in range(12):
        documents = _changed(documents, chance)
        assert site.build(documents) == anew(documents)
        standing += site.made < len(site.files) // 10
    assert standing > 0


def test_a_word_is_taken_out_of_the_index_with_the_last_text_that_has_it(tmp_path: Path) -> None:
    """As a word, as a pair, as a compound, and as what others are joined like."""
    site, spelt = Site(tmp_path), ("zebra-crossing", "zebracrossing", "zebra crossing")
    for one, other in permutations(spelt, 2):
        both = worded(worded(DOCUMENTS, 7, one), 40, other)
        for found in (both, worded(DOCUMENTS, 7, one), worded(DOCUMENTS, 40, other), DOCUMENTS):
            assert site.build(found) == anew(found)
        assert not any(b"zebra" in content for content in site.files.values())


def test_groups_of_the_same_texts_are_several(tmp_path: Path) -> None:
    site, twice = Site(tmp_path), (*DOCUMENTS, *DOCUMENTS)
    for found in (DOCUMENTS, twice, worded(twice, 90, "zebra"), DOCUMENTS):
        assert site.build(found) == anew(found)


def test_only_the_group_of_what_changed_is_analysed_and_few_shards_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = list[int]()

    def noted(one: Cut, lexicon: Lexicon) -> Analysed:
        counts.append(len(one.texts))
        return analysed(one, lexicon)

    monkeypatch.setattr(gathering, "analysed", noted)
    site = Site(tmp_path)
    site.build(DOCUMENTS)
    every = site.made
    assert sum(counts) == len(DOCUMENTS)
    counts.clear()
    site.build(worded(DOCUMENTS, 30, "zebra"))
    assert sum(counts) < 20
    assert 0 < site.made <= 2 < every
    counts.clear()
    site.build(worded(DOCUMENTS, 30, "zebra"))
    assert (counts, site.made, site.linked) == ([], 0, 0)


def test_what_was_cut_stays_though_nobody_asks_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, cuts = Site(tmp_path), list[int]()

    def noted(texts: Sequence[Sequence[str]]) -> Cut:
        cuts.append(len(texts))
        return cut(texts)

    site.build(DOCUMENTS)
    site.build(worded(DOCUMENTS, 30, "zebra"))
    (tmp_path / f"kept-{catching.KIND}").unlink()
    monkeypatch.setattr(remembered, "cut", noted)
    site.build(worded(DOCUMENTS, 30, "zebra"))
    assert not cuts


def test_shards_that_are_not_there_are_made(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.build(DOCUMENTS)
    gone = next(path for path in site.files if "pairs-" in path and path.endswith("/5.json"))
    del site.files[gone]
    changed = worded(DOCUMENTS, 30, "zebra")
    assert site.build(changed) == anew(changed)


def test_what_another_program_or_other_names_took_in_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = Names((("ACE", "house boat"),))
    with kept(tmp_path / "kept") as values:
        sought, file = sought_in(DOCUMENTS), values.place(catching.KIND)
        catching.caught_up(sought, RULES, Names(), values)
        assert file
        of = before.of_program
        assert before.read(file, of(RULES, Names()))
        assert not before.read(file, of(RULES, names))
        monkeypatch.setattr("archive.search.before.program", lambda: "another")
        assert not before.read(file, of(RULES, Names()))
        monkeypatch.undo()
        found = catching.caught_up(sought, RULES, names, values).gathered.named
    assert len(found.packed)


def _scratched(file: Path) -> None:
    chance, content = random.Random(1), bytearray(file.read_bytes())
    content[chance.randrange(len(content))] ^= 4
    file.write_bytes(content)


def _shortened(file: Path) -> None:
    """Have all check sums, but not one of the arrays."""
    with zipfile.ZipFile(file) as held:
        parts = {name: held.read(name) for name in held.namelist()}
    with zipfile.ZipFile(file, "w") as held:
        for name, content in parts.items():
            if name != "given.npy":
                held.writestr(name, content)


def _in_its_place(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize(
    "damage",
    [
        _scratched,
        _shortened,
        _in_its_place,
        Path.unlink,
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"\x93NUMPY"),
        lambda file: file.write_bytes(file.read_bytes()[:-30]),
    ],
)
def test_a_broken_file_is_as_none(damage: Callable[[Path], object], tmp_path: Path) -> None:
    site, changed = Site(tmp_path), worded(DOCUMENTS, 30, "zebra")
    site.build(DOCUMENTS)
    damage(tmp_path / f"kept-{catching.KIND}")
    assert site.build(changed) == anew(changed)


def test_no_scratch_is_believed(tmp_path: Path) -> None:
    Site(tmp_path).build(DOCUMENTS)
    file, chance = tmp_path / f"kept-{catching.KIND}", random.Random(2)
    whole, made_by = file.read_bytes(), before.of_program(RULES, Names())
    sound = before.read(file, made_by)
    assert sound
    anywhere = [(chance.randrange(len(whole)), 1 << chance.randrange(8)) for _ in range(200)]
    sizes = [match.span(1) for match in re.finditer(rb"'shape': \((\d+)", whole)]
    digits = [(place, bit) for size in sizes for place in range(*size) for bit in (1, 2, 4, 8)]
    for place, bit in (*anywhere, *digits):
        content = bytearray(whole)
        content[place] ^= bit
        file.write_bytes(content)
        found = before.read(file, made_by)
        assert found is None or str(found) == str(sound)


def test_words_that_nobody_has_any_more_are_forgotten(tmp_path: Path) -> None:
    site = Site(tmp_path)
    file = tmp_path / f"kept-{catching.KIND}"
    site.build(worded(DOCUMENTS, 3, " ".join(f"x{n}y" for n in range(400))))
    assert file.exists()
    site.build(DOCUMENTS)
    assert not file.exists()
    site.build(DOCUMENTS)
    assert file.exists()


def test_a_few_words_more_do_not_move_all_pairs() -> None:
    counts = [pairs.pair_count(words, 2000) for words in range(0, 3_000_000, 1000)]
    assert counts == sorted(counts)
    assert len(set(counts)) < 140
    for words in (400, 40_000, 3_000_000):
        assert pairs.pair_count(words, 2000) == pytest.approx(words * 4.8 / 2000, rel=0.04, abs=1)


def test_nothing_is_known_without_a_file() -> None:
    caught = catching.caught_up(sought_in(DOCUMENTS), RULES, Names(), Kept())
    assert caught.others is None
