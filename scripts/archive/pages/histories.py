"""Owns the history page of a record: what was corrected, and what each commit changed in it."""

from dataclasses import dataclass
from itertools import chain

from archive.addresses import history_address
from archive.archive import Archive
from archive.counting import counted
from archive.held import AnyHeld, HeldLetter, HeldMotion
from archive.history.chronicle import Corrected, corrected
from archive.history.past import Change, History
from archive.history.subjects import subject
from archive.pages.page import Contents, Page

KEPT_CLOSED = 12
"""Lines of a change that are shown at once; those of a longer one are shown when asked for."""


@dataclass(frozen=True)
class Told:
    """A change as the page tells it: `version` names the version of a motion that it is about."""

    change: Change
    version: str | None

    @property
    def anchor(self) -> str:
        """Its place on the page; one commit may touch a motion and its versions."""
        return f"{self.change.commit.short}{'-' + self.version if self.version else ''}"

    @property
    def parts(self) -> list[str]:
        """The fields it touches, and `text` for the words."""
        return list(dict.fromkeys(line.part for line in self.change.lines))


def letter_history(archive: Archive, history: History, letter: HeldLetter) -> Page:
    """The history of a letter."""
    what = f"{letter.noun.kind} of {letter.noun.date.spoken}"
    return _page(archive, history, (letter,), what)


def motion_history(archive: Archive, history: History, motion: HeldMotion) -> Page:
    """The history of a motion and of its versions."""
    versions = archive.versions.get(motion.id, ())
    what = f"motion of {archive.day_of(motion).spoken}"
    return _page(archive, history, (motion, *versions), what)


def _page(archive: Archive, history: History, records: tuple[AnyHeld, ...], what: str) -> Page:
    record, about = records[0], subject(archive, records[0])
    told = tuple(_told(history, records))
    every = (corrected(subject(archive, one), one) for one in records)
    mended = tuple(chain.from_iterable(every))
    title = f"History of {about.title} ({what})"
    counts = f"{counted(len(told), 'change')} and {counted(len(mended), 'correction')}"
    return Page(
        address=history_address(about.address),
        template="history.html",
        kind="history",
        section=f"{about.noun}s",
        title=title,
        description=f"{title}: {counts}, with what changed and why.",
        shows={
            "subject": about,
            "what": what,
            "told": told,
            "corrections": mended,
            "uncommitted": any(one.path in history.uncommitted for one in records),
            "closed": KEPT_CLOSED,
        },
        contents=_contents(mended, told),
        updated=told[0].change.commit.day.isoformat() if told else None,
        source_path=record.path,
    )


def _told(history: History, records: tuple[AnyHeld, ...]) -> list[Told]:
    """The changes of a record and of its versions, newest first."""
    found = [
        Told(change, None if record is records[0] else record.id)
        for record in records
        for change in history.of(record.path)
    ]
    return sorted(found, key=lambda one: one.change.commit.moment, reverse=True)


def _contents(mended: tuple[Corrected, ...], told: tuple[Told, ...]) -> tuple[Contents, ...]:
    corrections = (Contents("corrections", "Corrections"),) if mended else ()
    return (*corrections, *((Contents("changes", "Every change"),) if told else ()))
