"""Owns showing that changes of files are noticed, and reading is not, whatever a disk tells."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from archive.watching import watch

QUIET = 0.8
"""Seconds after which a change would have been told of."""


def silent() -> BaseObserver:
    """An observer of a disk that tells of nothing for a long time."""
    return PollingObserver(timeout=60)


def refusing() -> BaseObserver:
    """An observer of a computer that watches no more folders."""
    observer = Observer()

    def refuse() -> None:
        raise OSError("no space left for watches")

    observer.start = refuse  # type: ignore[method-assign]
    return observer


class Watched:
    """An archive's folder whose changes are told of."""

    def __init__(self, root: Path, telling: Callable[[], BaseObserver]) -> None:
        self.root, self.told = root, SimpleQueue[float]()
        (root / "build").mkdir()
        (root / "letters" / "2020").mkdir(parents=True)
        self.letter, self.settings = root / "letters" / "2020" / "a.md", root / "mkdocs.yml"
        for path in (self.letter, self.settings):
            path.write_text("before")
        paths = (root / "letters", self.settings)
        self.observer = watch(
            paths, lambda: self.told.put(time.monotonic()), root / "build", telling
        )

    def tells(self, within: float = 20) -> bool:
        """Whether a change is told of, and then no more of the same."""
        try:
            self.told.get(timeout=within)
        except Empty:
            return False
        while True:
            try:
                self.told.get(timeout=QUIET)
            except Empty:
                return True


@pytest.fixture(params=[Observer, silent, refusing], ids=["telling", "silent", "refusing"])
def watched(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Watched]:
    one = Watched(tmp_path, request.param)
    yield one
    one.observer.stop()
    one.observer.join()


def replaced(file: Path) -> None:
    """Put another file in the place of one, as many an editor does."""
    draft = file.with_suffix(".new")
    draft.write_text("after")
    draft.replace(file)


def test_each_kind_of_change_is_told(watched: Watched) -> None:
    moved = watched.letter.with_name("b.md")
    for change in (
        lambda: watched.letter.write_text("after"),
        lambda: replaced(watched.letter),
        lambda: watched.letter.rename(moved),
        (watched.root / "letters" / "new.md").touch,
        moved.unlink,
        lambda: replaced(watched.settings),
        lambda: watched.settings.write_text("once more"),
    ):
        time.sleep(0.1)  # a disk's times may be coarse
        change()
        assert watched.tells(), change


def test_reading_and_what_is_beside_is_not_told(watched: Watched) -> None:
    watched.letter.read_text()
    watched.settings.read_text()
    (watched.root / "build" / "made").touch()
    (watched.root / "README.md").touch()
    assert not watched.tells(QUIET)
    assert not (watched.root / "build" / ".probe").exists()


def test_a_disk_that_tells_is_not_looked_at_again_and_again(tmp_path: Path) -> None:
    observer = Watched(tmp_path, Observer).observer
    assert not isinstance(observer, PollingObserver)
    observer.stop()
