"""Owns showing the benchmark of builds: its rows, the pages that peers get, who is left out."""

import re
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive.cli import main
from archive.measure.builds import benchmark as rows_of
from archive.measure.builds.markdown import write_pages
from archive.measure.builds.peers import HUGO, OUR_PAGES, PEERS, Peer
from archive.measure.builds.rows import MISSED, REACHED, TIMES, UNKNOWN, Row, as_raw, as_table
from archive.measure.builds.running import Failed, Ran, ran
from archive.measure.builds.subject import Subject, copied
from archive.measure.table import BYTES, SECONDS
from tests.conftest import CORPUS, loaded

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the memory is read from /proc")
ROWS = [
    *(rows_of.CLEAN, rows_of.EDITED, rows_of.EVERYTHING, rows_of.SAME, rows_of.ALL_EDITED),
    *(rows_of.COLD, rows_of.WARM, rows_of.MEMORY),
    *(rows_of.LARGEST, rows_of.WEIGHT, rows_of.PREVIEW),
    *(rows_of.CLEAN, rows_of.GROWTH, rows_of.MEMORY, rows_of.LARGEST),
]


def run(*arguments: str) -> Result:
    """In a thread, because Playwright has one session in each, and the browser tests have one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(CliRunner().invoke, main, ["benchmark", "build", *arguments]).result()


def test_it_measures_every_row(tmp_path: Path) -> None:
    raw = tmp_path / "raw.tsv"
    sizes = ("--records", "3", "--records", "5")
    result = run(*sizes, "--against", "nothing", "--raw", str(raw))
    assert result.exit_code == 0, result.output
    about, head, *lines = raw.read_text(encoding="utf-8").splitlines()
    assert about.startswith("# Builds of invented records; ")
    told = [dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines]
    assert [row["row"] for row in told] == ROWS
    assert [row["records"] for row in told] == ["3"] * 11 + ["5"] * 4
    memory = rows_of.MEMORY if sys.platform != "linux" else None
    assert all(float(row["ours"]) > 0 for row in told if row["row"] != memory)
    assert told[ROWS.index(rows_of.LARGEST)]["peer"].endswith(".html")
    assert all(name in result.stdout for name in ROWS)


def test_a_clean_build_stands_beside_each_peer() -> None:
    theirs = {HUGO.name: [Ran(8, 4, 1)], OUR_PAGES.name: [Ran(20, 20, 1)]}
    rows = list(rows_of._beside(10, [Ran(6, 3, 1), Ran(10, 5, 1)], theirs))
    assert [(row.name, row.ours, row.peer, row.theirs, row.reached) for row in rows] == [
        (rows_of.CLEAN, 8, HUGO.name, 8, MISSED),
        (rows_of.PROCESSOR, 4, HUGO.name, 4, UNKNOWN),
        (rows_of.CLEAN, 8, OUR_PAGES.name, 20, REACHED),
        (rows_of.PROCESSOR, 4, OUR_PAGES.name, 20, UNKNOWN),
    ]


@dataclass(frozen=True)
class Slowing(Subject):
    """An archive on a machine whose clean builds take longer each time; `built` is for all."""

    built: list[int]

    def clear(self) -> None:
        """There is nothing to be cleared."""

    def build(self, quick: bool = False) -> Ran:
        """As many seconds for each record as have been built before."""
        assert quick
        self.built.append(self.records)
        return Ran(self.records * len(self.built), 1, 1)

    def largest_page(self) -> tuple[int, str]:
        """Some page."""
        return 1, "index.html"


def test_growth_is_told_though_a_machine_becomes_slower() -> None:
    built = list[int]()
    smaller, larger = (Slowing(Path(), records, built) for records in (10, 100))
    clean, growth, *_ = rows_of.grown_rows(larger, smaller)
    assert built == [10, 100, 10]
    assert (clean.ours, clean.theirs) == (200, 20)
    assert (growth.name, growth.ours, growth.most) == (rows_of.GROWTH, 10, 11)


def test_both_limits_must_hold() -> None:
    def reached(ours: float, theirs: float | None, *most: float | None) -> str:
        return Row("a", 1, SECONDS, ours, "b", theirs, *most).reached

    assert reached(2, 100, 3, 0.1) == REACHED
    assert reached(2, 10, 3, 0.1) == MISSED
    assert reached(4, 100, 3, 0.1) == MISSED
    assert reached(4, 100, None, None) == UNKNOWN
    assert reached(4, None, None, 0.1) == UNKNOWN


def test_rows_are_told_rounded_and_raw() -> None:
    rows = [
        Row("a", 1_000, SECONDS, 1.25, "b", 5, 3, 0.1),
        Row("c", 9, TIMES, 9.5699999, most=11),
    ]
    assert as_table([*rows, Row("d", 9, BYTES, 88_000)]).splitlines()[1:] == [
        "a  1,000    1.2 s         b       5.0 s  0.25   under 3.0 s and 0.1 of it  MISSED",
        "c  9        9.6 times                           under 11.0 times           reached",
        "d  9        88.0 kB",
    ]
    assert as_raw(rows, "about").splitlines() == [
        "# about",
        "row\trecords\tunit\tours\tpeer\ttheirs\tratio\tmost\tmost_ratio\treached",
        "a\t1000\tseconds\t1.25\tb\t5\t0.25\t3\t0.1\tMISSED",
        "c\t9\ttimes\t9.5699999\t\t\t\t11\t\treached",
    ]


@ON_LINUX
def test_memory_and_processor_time_are_those_of_all_processes(tmp_path: Path) -> None:
    hold = "b = bytearray(60_000_000); sum(range(3_000_000)); import time; time.sleep(0.5)"
    start = "import subprocess, sys; c = [sys.executable, '-c', sys.argv[1]]\n"
    both = "ps = [subprocess.Popen(c) for _ in 'ab']; [p.wait() for p in ps]"
    alone = ran([sys.executable, "-c", hold], tmp_path)
    twice = ran([sys.executable, "-c", start + both, hold], tmp_path)
    assert 60_000_000 < alone.memory < 110_000_000
    assert twice.memory > 120_000_000
    assert twice.processor > 1.4 * alone.processor > 0


def test_a_program_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="ended with 3: so it is"):
        ran([sys.executable, "-c", "print('so it is'); raise SystemExit(3)"], tmp_path)


def test_each_record_has_a_page_for_peers(tmp_path: Path) -> None:
    archive = loaded(CORPUS)
    versions = sum(map(len, archive.versions.values()))
    pages = write_pages(CORPUS, tmp_path / "d")
    assert pages == len(archive.letters) + len(archive.motions) + versions


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_each_peer_shows_the_words_of_every_record(
    tmp_path: Path, corpus_site: Path, peer: Peer
) -> None:
    if missing := peer.missing():
        pytest.skip(f"needs {missing}")
    earlier = tmp_path / "peer" / "site" / "earlier.html"
    earlier.parent.mkdir(parents=True)
    earlier.write_text("what a build before has left")
    assert peer.first_build(corpus_site.parents[1], tmp_path / "peer").seconds > 0
    assert not earlier.exists()
    built = {page.parent.name: page for page in tmp_path.rglob("*/index.html")}
    for letter in loaded(CORPUS).letters.values():
        shown = re.sub("<[^>]*>", " ", built[letter.id].read_text(encoding="utf-8"))
        words = " ".join(re.findall(r"\w+", unescape(shown)))
        for block in letter.body.blocks:
            assert " ".join(re.findall(r"\w+", block.text)) in words, letter.id


def test_our_pages_are_all_that_our_build_has_made(tmp_path: Path, corpus_site: Path) -> None:
    OUR_PAGES.first_build(corpus_site.parents[1], tmp_path / "peer")
    theirs = {page.relative_to(tmp_path / "peer" / "site") for page in tmp_path.rglob("*.html")}
    assert len(theirs) > 100
    ours = {page.relative_to(corpus_site) for page in corpus_site.rglob("*.html")}
    assert {page for page in ours - theirs if page.parent.name != "embed"} == set()
    assert theirs <= ours


def test_a_peer_that_is_not_installed_is_left_out_with_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not rows_of._can_run(HUGO)
    assert capsys.readouterr().err.splitlines() == [
        "Hugo + Pagefind is left out: it needs the program hugo (on Debian: apt-get install hugo),"
        " not installed here."
    ]


def test_an_edit_changes_one_letter_and_leaves_no_problem(tmp_path: Path) -> None:
    subject = copied(CORPUS, tmp_path / "copy")
    assert subject.records == len(loaded(CORPUS).letters) + len(loaded(CORPUS).motions)
    [first, *_] = subject.letters()
    for words in ("Edit 1.", "Edit 2."):
        subject.edit(first, words)
        assert loaded(subject.root).letters[first.stem].noun.note == words


def test_either_an_archive_or_records_are_measured() -> None:
    result = run("--records", "5", "--archive", str(CORPUS))
    assert result.exit_code == 2
    assert "give either --archive DIR or --records N" in result.output
