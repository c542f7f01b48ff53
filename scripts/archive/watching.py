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


class Watching:
    """Tells of each change of some files, and of what is in some folders, from start to stop.

    `beside` is a folder on the same disk, in which a file comes and goes to see if the disk tells
    of it through what is made by `telling`.
    """

    def __init__(
        self,
        paths: Iterable[Path],
        tell: Callable[[], object],
        beside: Path,
        telling: Callable[[], BaseObserver] = Observer,
    ) -> None:
        self._paths, self._tell, self._beside = tuple(paths), tell, beside
        self._telling = telling
        self._observer: BaseObserver | None = None

    @property
    def looks_again(self) -> bool:
        """Whether all is looked at again and again, as the disk does not tell."""
        return isinstance(self._observer, PollingObserver)

    def start(self) -> None:
        """Tell of changes from now on."""
        self._observer = self._told() or self._polling()

    def stop(self) -> None:
        """Tell of no more changes."""
        if self._observer:
            self._observer.stop()

    def _told(self) -> BaseObserver | None:
        """What the disk tells through; None where it does not tell, or watches no more folders."""
        observer, told = self._telling(), Event()
        with suppress(OSError):
            self._schedule(observer)
            trial = observer.schedule(_Told(told.set), str(self._beside))
            observer.start()
            probe = self._beside / ".probe"
            probe.touch()
            probe.unlink()
            if told.wait(PATIENCE):
                observer.unschedule(trial)
                return observer
        observer.stop()
        return None

    def _polling(self) -> BaseObserver:
        observer = PollingObserver(timeout=0.5)
        self._schedule(observer)
        observer.start()
        return observer

    def _schedule(self, observer: BaseObserver) -> None:
        """A file is watched through its folder, as many an editor puts another in its place."""
        for path in self._paths:
            if path.is_dir():
                observer.schedule(_Told(self._tell), str(path), recursive=True)
            else:
                observer.schedule(_Told(self._tell, path.name), str(path.parent))
