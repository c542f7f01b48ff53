"""Owns noticing that files change: as the disk tells it, or by looking again where it does not.

Not every disk tells: some that are shared with another computer, or with a container, do not.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

PATIENCE = 1.0
"""Seconds in which a disk that tells of changes has told of one."""
_CHANGES = frozenset({"created", "modified", "moved", "deleted"})
"""What happens to a file that is another one then; to be read is nothing of the kind."""


@dataclass(frozen=True)
class _Told(FileSystemEventHandler):
    """Tells of changes of files, or of the `only` one with this name."""

    tell: Callable[[], object]
    only: str = ""

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Tell, if it is a change of a file."""
        names = {Path(str(path)).name for path in (event.src_path, event.dest_path)}
        if not event.is_directory and event.event_type in _CHANGES and self.only in {"", *names}:
            self.tell()


def watch(
    paths: Iterable[Path],
    tell: Callable[[], object],
    beside: Path,
    telling: Callable[[], BaseObserver] = Observer,
) -> BaseObserver:
    """Tell of each change of these files, and of what is in these folders, until it is stopped.

    `beside` is a folder on the same disk, in which a file comes and goes to see if the disk tells
    of it through what is made by `telling`.
    """
    every, observer = tuple(paths), telling()
    with suppress(OSError):  # as where there are more folders than the computer will watch
        _schedule(observer, every, tell)
        told = Event()
        trial = observer.schedule(_Told(told.set), str(beside))
        observer.start()
        probe = beside / ".probe"
        probe.touch()
        probe.unlink()
        if told.wait(PATIENCE):
            observer.unschedule(trial)
            return observer
    observer.stop()
    polling = PollingObserver(timeout=0.5)
    _schedule(polling, every, tell)
    polling.start()
    return polling


def _schedule(observer: BaseObserver, paths: Iterable[Path], tell: Callable[[], object]) -> None:
    """A file is watched through its folder, as many an editor puts another in its place."""
    for path in paths:
        if path.is_dir():
            observer.schedule(_Told(tell), str(path), recursive=True)
        else:
            observer.schedule(_Told(tell, path.name), str(path.parent))
