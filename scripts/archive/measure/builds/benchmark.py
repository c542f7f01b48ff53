"""Owns the benchmark of builds: everything that is measured of one archive, row by row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

from archive.console import say
from archive.measure.builds.peers import HUGO, OUR_PAGES, Peer
from archive.measure.builds.reading import page_weight, preview_seconds
from archive.measure.builds.rows import TIMES, Row
from archive.measure.builds.running import Failed, Ran
from archive.measure.builds.subject import Subject
from archive.measure.table import BYTES, SECONDS
from archive.measure.visits import visiting

CLEAN = "clean build of pages and search"
PROCESSOR = "the same, processor time of all cores"
EVERYTHING = "clean build of everything"
EDITED = "after editing one letter, pages and search"
ALL_EDITED = "after editing one letter, everything"
SAME = "rebuild with nothing changed"
COLD, WARM = "check, cold", "check, warm"
MEMORY = "memory of a clean build, all processes"
GROWTH = "growth of the clean build"
LARGEST = "largest HTML page"
WEIGHT = "a letter's page, first visit, gzipped"
PREVIEW = "live preview, edit to refresh"

RATIOS = {HUGO.name: 1.0, OUR_PAGES.name: 0.6}
"""The most that our clean build may take of a peer's."""
IN_PROPORTION = 1.1
"""The most that the time of a build may grow when the archive doubles, as a share of twice."""


@dataclass(frozen=True)
class Wish:
    """What is to be measured: how often builds are repeated, beside whom, and with which browser.

    Without a `program` what readers get is not measured.
    """

    rounds: int
    peers: Sequence[Peer]
    program: str | None


def build_rows(subject: Subject, folder: Path, wish: Wish) -> Iterator[Row]:
    """Everything that is measured of one archive; peers work in `folder`."""
    cold = subject.check()
    ours, theirs = _clean(subject, folder, wish)
    yield from _beside(subject.records, ours, theirs)
    clean = median(one.seconds for one in ours)
    yield _after_an_edit(subject, wish, EDITED, Row(CLEAN, subject.records, SECONDS, clean))
    subject.clear()
    everything = subject.build()
    yield Row(EVERYTHING, subject.records, SECONDS, everything.seconds, CLEAN, clean)
    yield from _again(subject, wish, everything.seconds)
    yield from _checks(subject, wish, cold.seconds)
    yield _memory(subject.records, [*ours, everything])
    yield _largest(subject)
    if wish.program:
        yield from _reader_rows(subject, wish, wish.program)


def _again(subject: Subject, wish: Wish, everything: float) -> Iterator[Row]:
    """Builds of everything when it is there: with nothing changed, and after an edit."""
    same = median(subject.build().seconds for _ in range(wish.rounds))
    yield Row(SAME, subject.records, SECONDS, same, EVERYTHING, everything, 1)
    clean = Row(EVERYTHING, subject.records, SECONDS, everything)
    yield _after_an_edit(subject, wish, ALL_EDITED, clean)


def _after_an_edit(subject: Subject, wish: Wish, name: str, clean: Row) -> Row:
    """A build like a clean one, when a letter has been edited since."""
    quick = clean.name == CLEAN
    seconds = median(_edited(subject, number, quick) for number in range(wish.rounds))
    return Row(name, subject.records, SECONDS, seconds, clean.name, clean.ours, 3, 0.1)


def _checks(subject: Subject, wish: Wish, cold: float) -> Iterator[Row]:
    """The first check, and checks with nothing changed since."""
    subject.check()
    warm = median(subject.check().seconds for _ in range(wish.rounds))
    yield Row(COLD, subject.records, SECONDS, cold, most=6)
    yield Row(WARM, subject.records, SECONDS, warm, COLD, cold, 1)


def grown_rows(subject: Subject, smaller: Subject) -> Iterator[Row]:
    """What is measured of a larger archive, beside the time of a smaller one's clean build.

    The smaller one is built before and after it: machines are quicker at one hour than at another.
    """
    runs = [_cleanly(one) for one in (smaller, subject, smaller)]
    seconds = mean(one.seconds for one in (runs[0], runs[2]))
    factor = subject.records / smaller.records
    beside, ours = f"{CLEAN}, {smaller.records:,}", runs[1].seconds
    yield Row(CLEAN, subject.records, SECONDS, ours, beside, seconds)
    yield Row(GROWTH, subject.records, TIMES, ours / seconds, most=IN_PROPORTION * factor)
    yield _memory(subject.records, [runs[1]])
    yield _largest(subject)


def _cleanly(subject: Subject) -> Ran:
    """A clean build of pages and search."""
    subject.clear()
    return subject.build(quick=True)


def _beside(
    records: int, ours: Sequence[Ran], theirs: Mapping[str, Sequence[Ran]]
) -> Iterator[Row]:
    """Our clean builds of what peers build, too, beside those of each; alone without any."""
    clean, processor = (median(one[at] for one in ours) for at in (0, 1))
    for peer, runs in theirs.items():
        other, others = (median(one[at] for one in runs) for at in (0, 1))
        yield Row(CLEAN, records, SECONDS, clean, peer, other, most_ratio=RATIOS.get(peer))
        yield Row(PROCESSOR, records, SECONDS, processor, peer, others)
    if not theirs:
        yield Row(CLEAN, records, SECONDS, clean)


def _largest(subject: Subject) -> Row:
    size, page = subject.largest_page()
    return Row(LARGEST, subject.records, BYTES, size, page, most=300_000)


def _memory(records: int, runs: Sequence[Ran]) -> Row:
    return Row(MEMORY, records, BYTES, max(one.memory for one in runs), most=1.5e9)


def _clean(subject: Subject, folder: Path, wish: Wish) -> tuple[list[Ran], dict[str, list[Ran]]]:
    """Clean builds of ours and of each peer in turn; a peer that fails is named and left out."""
    peers = list(filter(_can_run, wish.peers))
    ours: list[Ran] = []
    theirs: dict[str, list[Ran]] = {peer.name: [] for peer in peers}
    for _ in range(wish.rounds):
        ours.append(_cleanly(subject))
        for peer in tuple(peers):
            try:
                theirs[peer.name].append(peer.first_build(subject.root, folder / peer.name))
            except Failed as error:
                say(f"{peer.name} is left out: {error}.")
                peers.remove(peer)
    return ours, {name: runs for name, runs in theirs.items() if runs}


def _can_run(peer: Peer) -> bool:
    """Whether a peer can run here at all, which is said if not."""
    if missing := peer.missing():
        say(f"{peer.name} is left out: it needs {missing}, not installed here.")
    return not missing


def _edited(subject: Subject, number: int, quick: bool) -> float:
    """The seconds of a build after an edit, which is another one for each number and kind."""
    letter = subject.letters()[len(subject.letters()) // 2]
    subject.edit(letter, f"Edit {number} of those to measure {quick=}.")
    return subject.build(quick).seconds


def _reader_rows(subject: Subject, wish: Wish, program: str) -> Iterator[Row]:
    with visiting(program) as visitor:
        weight = page_weight(visitor, subject)
        yield Row(WEIGHT, subject.records, BYTES, weight, most=120_000)
        seconds = preview_seconds(visitor, subject, wish.rounds)
        yield Row(PREVIEW, subject.records, SECONDS, seconds, most=2)
