"""Owns showing that a build after a change leaves, byte for byte, what one from nothing does."""

import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, TypeVar, get_args

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from archive import making, recalled, unchanged
from archive.archive import Archive
from archive.cores import alone
from archive.extents import Extent
from archive.filed import Again, Filed
from archive.framing import Frame
from archive.load import load
from archive.making import FEW, Bundle, Workshop
from archive.memory import NAME as MADE
from archive.memory import Memory
from archive.outputs import Output
from archive.pages import brief
from archive.pages.leaf import Leaf
from archive.pages.listing import Listing, one_row
from archive.pages.page import Page
from archive.paging import Paging
from archive.publish import Place, publish
from archive.remembering import Remembering
from archive.shifts import in_shifts
from archive.tree import Large, Tree
from archive.unchanged import program
from tests.building.changing import (
    become,
    begin_history,
    build,
    built,
    built_anew,
    change,
    git,
    tree,
)
from tests.conftest import CORPUS

LETTER, FUND = "letters/2018-05-22-pm-2018-0417.md", "letters/2018-06-fund.md"
T = TypeVar("T")

EXTENTS = st.sampled_from(get_args(Extent))
WORDS = st.text("abcdefgh ", min_size=3, max_size=12).map(str.strip).filter(bool)


def renamed(root: Path) -> None:
    """Give a letter that nothing points at another name."""
    (root / FUND).rename(root / "letters/2018-06-the-fund.md")


def withdrawn(root: Path) -> None:
    """Take that letter out."""
    (root / "letters/2018-06-the-fund.md").unlink()
    (root / "letters/sources/2018-06-fund.txt").unlink()


def noted(root: Path) -> None:
    """Tell of a letter what only its own pages and the data have, and what the changes have."""
    mended = "\n  - {date: 2021, what: The place was wrong., why: A reader told us.}\n"
    change(root / LETTER, "---\n", f"---\nnote: Read twice.\ncorrections:{mended}")


EDITS: tuple[Callable[[Path], None], ...] = (
    lambda root: change(root / LETTER, "kind: reply", "kind: follow-up"),
    lambda root: change(root / "letters/people.yml", "name: Amina Sorrel", "name: Anna Sorrel"),
    noted,
    lambda root: change(root / "motions/topics.yml", "label: Night buses", "label: Late buses"),
    lambda root: git(root, "commit", "-qam", "Change a kind, a name, a note and a label"),
    renamed,
    withdrawn,
    lambda root: git(root, "commit", "-qam", "Withdraw a letter"),
    lambda root: change(root / "mkdocs.yml", "tagline: ", "tagline: Now "),
)
"""Of each kind one, on the archive that uses every field."""


def test_one_edit_after_the_other_leaves_what_a_build_from_nothing_does(
    corpus_built: Path, tmp_path: Path
) -> None:
    root = corpus_built
    begin_history(root)
    built(root)
    for number, edit in enumerate(EDITS):
        edit(root)
        after = built(root)
        if number in (3, 5, 8):
            assert after == built_anew(root, tmp_path / "anew"), number


def _first(root: Path, folder: str, having: str) -> Path:
    """The first record of a kind that has these words."""
    return next(p for p in sorted(root.glob(f"{folder}/2*/*.md")) if having in p.read_text("utf-8"))


LISTED: tuple[Callable[[Path], None], ...] = (
    lambda root: change(_first(root, "letters", "commitments:"), "title: ", "title: Other "),
    lambda root: change(_first(root, "motions", "summary: "), "summary: ", "summary: Other "),
    lambda root: change(
        _first(root, "letters", "response: partly"), "response: partly", "response: declined"
    ),
    lambda root: change(root / "letters/people.yml", "name: ", "name: Zebedee "),
    lambda root: become(root, 33, 1),
)
"""Of what lists show: a title, an ask, a response, a name, and records more."""


LEFT = (
    "site/search/",
    "site/_headers",
    *(f"{t}/ledger/{p}" for t in ("docs", "site") for p in ("echoes", "index")),
)
"""What a build of the pages leaves as it was."""


class Editing(RuleBasedStateMachine):
    """An archive that is edited at random, built after each edit and compared at the end."""

    @initialize(seed=st.integers(1, 9))
    def begin(self, seed: int) -> None:
        """An archive with a history."""
        self.folder = Path(mkdtemp())
        self.root = self.folder / "archive"
        self.root.mkdir()
        become(self.root, 6, seed)
        begin_history(self.root)
        built(self.root)

    @rule(records=st.integers(3, 9), seed=st.integers(1, 9), extent=EXTENTS)
    def become(self, records: int, seed: int, extent: Extent) -> None:
        """Other records, of which some may be as before."""
        become(self.root, records, seed)
        build(self.root, extent)

    @rule(which=st.integers(0, 99), words=WORDS, extent=EXTENTS)
    def note(self, which: int, words: str, extent: Extent) -> None:
        """A note on a letter or a motion."""
        records = sorted(self.root.glob("*/2*/*.md"))
        record = records[which % len(records)]
        text = record.read_text("utf-8")
        kept = [line for line in text.split("\n") if not line.startswith("note: ")]
        record.write_text("\n".join([kept[0], f"note: {words} x", *kept[1:]]), "utf-8")
        build(self.root, extent)

    @rule(which=st.integers(0, 99), words=WORDS, extent=EXTENTS)
    def word(self, which: int, words: str, extent: Extent) -> None:
        """Words more in a letter."""
        letters = sorted((self.root / "letters").glob("2*/*.md"))
        letter = letters[which % len(letters)].relative_to(self.root).as_posix()
        _say(self.root, f"{words} {words}-x", letter)
        build(self.root, extent)

    @rule(words=WORDS, file=st.sampled_from(["letters/people.yml", "motions/topics.yml"]))
    def name(self, words: str, file: str) -> None:
        """Another name of a person, or another label of a topic."""
        field = "name: " if "people" in file else "label: "
        text = (self.root / file).read_text("utf-8")
        line = next(line for line in text.split("\n") if line.strip().startswith(field))
        change(self.root / file, line, f"{line.partition(field)[0]}{field}{words.title()} X")
        build(self.root, "pages")

    @rule(message=WORDS)
    def commit(self, message: str) -> None:
        """Put all of it into the history."""
        git(self.root, "add", ".")
        git(self.root, "commit", "-q", "--allow-empty", "-m", message)
        build(self.root, "everything")

    @rule(words=WORDS)
    def settle(self, words: str) -> None:
        """Change what the whole site says of itself."""
        text = (self.root / "mkdocs.yml").read_text("utf-8")
        line = next(x for x in text.split("\n") if x.strip().startswith("tagline:"))
        change(self.root / "mkdocs.yml", line, f"{line.partition(':')[0]}: {words} x")
        build(self.root, "quick")

    def teardown(self) -> None:
        """What the builds have left is what one build from nothing leaves."""
        try:
            assert built(self.root) == built_anew(self.root, self.folder / "anew")
        finally:
            shutil.rmtree(self.folder)


TestEditing = Editing.TestCase
TestEditing.settings = settings(
    max_examples=3,
    stateful_step_count=5,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


def test_lists_in_parts_are_as_they_would_be_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Listing.__init__, "__defaults__", (one_row, 3))
    monkeypatch.setattr(brief, "A_PAGE", 4)
    monkeypatch.setattr(brief, "LONGEST", 2)
    root = tmp_path / "archive"
    root.mkdir()
    become(root, 30, 1)
    built(root, "pages")
    for number, edit in enumerate(LISTED):
        edit(root)
        build(root, "records")
        after, anew = built(root, "pages"), built_anew(root, tmp_path / "anew", "pages")
        other = {path for path in after.keys() | anew if after.get(path) != anew.get(path)}
        assert not {path for path in other if not path.startswith(LEFT)}, number


def test_a_quick_build_leaves_the_rest_as_it_was_and_a_whole_one_makes_it_good(
    corpus_built: Path, tmp_path: Path
) -> None:
    root = corpus_built
    before = tree(root)
    change(root / LETTER, "kind: reply", "kind: follow-up")
    after = built(root, "quick")
    page, data = "site/letters/2018-05-22-pm-2018-0417/index.html", "site/data/letters.csv"
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    of_pages = ("docs/", "site/search/", "site/sitemap", "site/_headers")
    assert all(path.startswith(of_pages) or path.endswith(".html") for path in changed), changed
    assert after[page] != before[page]
    assert after[data] == before[data]
    assert built(root) == built_anew(root, tmp_path / "anew")


def test_what_tells_of_all_pages_is_made_again_only_where_it_tells_something_else(
    corpus_built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list for search engines is the same while no page comes, goes or gets another date."""
    lists = list[int]()
    monkeypatch.setattr(Frame, "sitemap", _counting(Frame.sitemap, lists))
    change(corpus_built / LETTER, "kind: reply", "kind: follow-up")
    build(corpus_built, "quick")
    assert not lists
    renamed(corpus_built)
    build(corpus_built, "quick")
    assert len(lists) == 1


def test_a_note_leaves_every_list_as_it_is(
    corpus_built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though what its letter is quoted with in lists now stands on another line of the file."""
    bundles = _made(monkeypatch)
    change(corpus_built / LETTER, "---\n", "---\nnote: Read twice.\n")
    build(corpus_built, "quick")
    assert f"pages {LETTER}" in bundles
    assert all(name.startswith(("pages letters/", "pages motions/")) for name in bundles), bundles


def test_a_quick_build_leaves_what_it_would_have_to_compare_all_texts_for(
    corpus_built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(corpus_built / LETTER, "kind: reply", "kind: holding reply")
    bundles = _made(monkeypatch)
    build(corpus_built, "quick")
    assert "pages gap_pages" in bundles
    assert not {"pages compared", "page ledger"} & bundles
    build(corpus_built, "everything")
    assert {"pages compared", "page ledger"} <= bundles


def test_pages_of_a_list_that_show_the_same_are_not_made_again(
    corpus_built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = list[str]()
    work = Paging._forms

    def noting(paging: Paging, page: Page | Leaf) -> Iterator[Output]:
        made.append(page.address)
        return work(paging, page)

    monkeypatch.setattr(Paging, "_forms", noting)
    change(corpus_built / LETTER, "kind: reply", "kind: follow-up")
    with alone():
        build(corpus_built, "quick")
    assert {"letters/", "letters/2018/"} <= set(made)
    assert "letters/2022/" not in made


def test_pages_are_shared_where_the_search_does_not_see_an_edit(
    corpus_built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside, counts = list[int](), list[int]()
    monkeypatch.setattr(Workshop, "meanwhile", _counting(Workshop.meanwhile, beside))
    monkeypatch.setattr(making, "in_shifts", _noting(in_shifts, counts))
    change(corpus_built / LETTER, "---\n", "---\nnote: Read twice.\n")
    build(corpus_built, "quick")
    assert not beside
    assert FEW in counts
    monkeypatch.undo()
    assert built(corpus_built) == built_anew(corpus_built, tmp_path / "anew")


def test_beside_the_pages_only_what_is_of_a_changed_record_is_made(
    corpus_built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its card, what other sites embed, and its citations."""
    put, made = Tree.put, list[str]()

    def noting(folder: Tree, output: Output | Large | Again) -> Filed:
        made.append(output.path)
        return put(folder, output)

    monkeypatch.setattr(Tree, "put", noting)
    change(corpus_built / LETTER, "kind: reply", "kind: follow-up")
    with alone():
        build(corpus_built, "everything")
    ends = ("card.png", "oembed.json", ".csl.json")
    of_records = ("site/letters/", "site/motions/")
    found = {path for path in made if path.endswith(ends) and path.startswith(of_records)}
    name = Path(LETTER).stem
    assert {path.partition(name)[1] for path in found} == {name}
    assert {end for end in ends for path in found if path.endswith(end)} == set(ends)


def test_a_short_form_that_a_letter_begins_to_use_is_told_of(
    corpus_built: Path, tmp_path: Path
) -> None:
    """Only its words change: what is listed of records stays as it was."""
    _say(corpus_built, "The NBN pays for it.")
    page = "site/abbreviations/index.html"
    was, now = tree(corpus_built)[page], built(corpus_built, "quick")[page]
    assert was != now == built_anew(corpus_built, tmp_path / "anew", "quick")[page]


def test_the_page_that_counts_passages_is_told_of_one_more(
    corpus_built: Path, tmp_path: Path
) -> None:
    """Only the words of two letters change, of which it looks at none."""
    page, words = "site/ledger/index.html", "Nobody will forget what we said here about all this."
    was = tree(corpus_built)[page]
    _say(corpus_built, f"{words}\n\n{words}")
    assert built(corpus_built)[page] == was, "it recurs in one letter only"
    _say(corpus_built, words, "letters/2020/2020-12-01-schools.md")
    now = built(corpus_built)[page]
    assert was != now == built_anew(corpus_built, tmp_path / "anew")[page]


def _made(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names of the bundles that are made from now on."""
    names, working = set[str](), Workshop._working

    def noting(workshop: Workshop, bundles: Sequence[Bundle]) -> object:
        names.update(one.name for one in bundles)
        return working(workshop, bundles)

    monkeypatch.setattr(Workshop, "_working", noting)
    return names


def _say(root: Path, words: str, letter: str = FUND) -> None:
    """Have a letter say some words more, and its kept source as well."""
    source = root / f"letters/sources/{Path(letter).stem}.txt"
    before = sha256(source.read_bytes()).hexdigest()
    for file in (source, root / letter):
        change(file, "Yours sincerely,", f"{words}\n\nYours sincerely,")
    change(root / letter, before, sha256(source.read_bytes()).hexdigest())


def _noting(work: Callable[..., T], least: list[int]) -> Callable[..., T]:
    def noted(*given: Any, **named: Any) -> T:
        least.append(given[2])
        return work(*given, **named)

    return noted


def _counting(work: Callable[..., T], calls: list[int]) -> Callable[..., T]:
    def counted(*given: object) -> T:
        calls.append(len(calls))
        return work(*given)

    return counted


def test_what_is_enough_leaves_the_rest_to_the_next_build(
    corpus_built: Path, tmp_path: Path
) -> None:
    change(corpus_built / LETTER, "kind: reply", "kind: follow-up")
    archive = load(corpus_built, remembering=True)
    assert isinstance(archive, Archive)
    extents, made = get_args(Extent)[::-1], list[Extent]()
    assert extents[0] == "records"
    before = tree(corpus_built)

    def shown(extent: Extent) -> bool:
        made.append(extent)
        return True

    publish(Place(corpus_built), archive, extents=extents, shown=shown)
    after = tree(corpus_built)
    assert made == ["records"]
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert any(Path(LETTER).stem in path for path in changed)
    assert not any(path.startswith(("site/search/", "site/topics/")) for path in changed)
    assert built(corpus_built) == built_anew(corpus_built, tmp_path / "anew")


def test_a_site_is_the_same_however_little_is_in_memory_at_once(
    corpus_built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("_noun", "_body"):
        made = getattr(recalled, name).__wrapped__
        monkeypatch.setattr(recalled, name, lru_cache(2)(made))
    assert built_anew(corpus_built, tmp_path / "anew") == tree(corpus_built)


def test_what_somebody_did_to_a_site_is_made_good(corpus_built: Path) -> None:
    root = corpus_built
    clean = tree(root)
    (root / "build" / "site" / "about" / "index.html").unlink()
    change(root / LETTER, "kind: reply", "kind: follow-up")
    build(root, "quick")
    change(root / LETTER, "kind: follow-up", "kind: reply")
    (root / "build" / "mkdocs.yml").write_text("{}")
    assert built(root) == clean


@pytest.mark.parametrize(
    "damage",
    [Path.unlink, partial(Path.write_text, data="x"), lambda page: page.with_name("y").touch()],
    ids=["gone", "shorter", "beside another"],
)
def test_what_is_lost_is_found_out_though_the_copy_of_all_files_needs_it(
    corpus_built: Path, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    damage(corpus_built / "build" / "site" / "about" / "index.html")
    change(corpus_built / LETTER, "kind: reply", "kind: follow-up")
    assert built(corpus_built) == built_anew(corpus_built, tmp_path / "anew")


def test_what_is_remembered_wrongly_is_not_believed(corpus_built: Path) -> None:
    """Its file is broken where it is not looked at before pages have been made."""
    clean, file = tree(corpus_built), corpus_built / "build" / MADE
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2] + bytes(len(content) - len(content) // 2))
    assert built(corpus_built) == clean


def test_all_is_made_anew_where_what_is_remembered_is_not_whole(
    corpus_built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    puts = list[int]()
    monkeypatch.setattr(Tree, "put", _counting(Tree.put, puts))
    build(corpus_built, "pages")
    assert not puts
    monkeypatch.setattr(Memory, "whole", False)
    build(corpus_built, "pages")
    assert puts


def test_a_disk_on_which_nothing_can_be_remembered_leaves_the_site_as_it_was(
    corpus_built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> list[str]:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    before = tree(corpus_built)
    change(corpus_built / LETTER, "kind: reply", "kind: follow-up")
    with monkeypatch.context() as patched:
        patched.setattr(Remembering, "finish", full)
        with pytest.raises(OSError, match="disk is full"):
            build(corpus_built, "everything")
    assert tree(corpus_built) == before


def test_code_that_is_not_yet_running_is_not_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    running = program()
    monkeypatch.setattr(unchanged, "PACKAGE", CORPUS)
    assert program() == running
    monkeypatch.setattr(unchanged, "PROGRAM", (CORPUS, CORPUS))
    assert program() != running, "templates are read anew for each build"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_build_that_is_killed_is_healed_by_the_next(corpus_built: Path) -> None:
    root = corpus_built
    clean = tree(root)
    command = [sys.executable, "-m", "archive", "build", "--archive", str(root)]
    for seconds in (1.0, 2.5):
        (root / "build" / ".made").unlink()  # so that there is something to do
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert tree(root).keys() >= clean.keys(), "the last good site is in place"
        assert built(root) == clean
