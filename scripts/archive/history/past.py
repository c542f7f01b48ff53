"""Owns what is known of an archive's past: commits, and what each of them changed in records.

Nothing in these values is secret: who committed is not in them, and what was redacted later was
taken out before they were made (see `withholding`).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal

from archive.differences import Fate
from archive.looks import Look, Notes, Watched

Kind = Literal["added", "changed", "renamed", "withdrawn"]
"""What a commit did to a record. Not every change corrects a mistake: that, the record says."""

SHORT = 12
"""Digits of a short commit id: fixed, because git's own number grows with the repository."""


@dataclass(frozen=True)
class Commit:
    """A state of the repository: when it was made (UTC), and why, in the words of its message.

    `reason` is empty where the message says nothing or is `withheld`.
    """

    id: str
    moment: datetime
    reason: str = ""
    details: str = ""
    withheld: bool = False

    @property
    def short(self) -> str:
        """The id as people write it."""
        return self.id[:SHORT]

    @property
    def day(self) -> date:
        """The day on which it was made, in UTC."""
        return self.moment.date()


@dataclass(frozen=True)
class Run:
    """Words that stand together and have the same fate; of withheld ones only their number."""

    fate: Fate
    words: str
    withheld: int = 0


@dataclass(frozen=True)
class ChangedLine:
    """A line that a change touched: `part` is the field that it belongs to, or `text`."""

    part: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Change:
    """What one commit did to one record: its path then, and where it moved, its path before."""

    kind: Kind
    path: str
    commit: Commit
    before: str | None = None
    lines: tuple[ChangedLine, ...] = ()

    @property
    def withholds(self) -> bool:
        """Whether some of its words are withheld."""
        return any(run.withheld for line in self.lines for run in line.runs)


@dataclass(frozen=True)
class History:
    """What git knows of an archive, as far as it can be had.

    `why_not` says in a sentence why `changes` has nothing; it is empty where the history is whole.
    `head` is the commit that was checked out, if any. `uncommitted` are the paths of the archive
    that differ from it. `changes` has those of each record that the archive holds, by its path,
    newest first; `withdrawn` those of records that it holds no longer, by their last path. What
    is looked at is noted in `notes`, once the history is `watched`.
    """

    head: Commit | None = None
    why_not: str = "It was not looked for."
    uncommitted: Collection[str] = frozenset()
    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    withdrawn: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    notes: Notes = field(default_factory=Notes, compare=False)

    def watched(self, notes: Notes) -> "History":
        """The same history, which notes what is looked at among what is noted there already."""
        return replace(
            self,
            uncommitted=Watched("uncommitted", dict.fromkeys(sorted(self.uncommitted), ""), notes),
            changes=Watched("changes", self.changes, notes),
            withdrawn=Watched("withdrawn", self.withdrawn, notes),
            notes=notes,
        )

    @property
    def commit(self) -> Commit | None:
        """The commit that was checked out, if any."""
        self.notes.note(COMMIT)
        return self.head

    def of(self, path: str) -> tuple[Change, ...]:
        """The changes of the record at a path (`letters/ID.md`), newest first."""
        return self.changes.get(path, ())

    def newest(self, path: str) -> Commit | None:
        """The commit that changed a record last; None where that is not known."""
        changes = self.of(path)
        return changes[0].commit if changes else None

    @property
    def stamp(self) -> str | None:
        """The state that was built, as `3f2a9c81d4e7`; `+` follows where more had been changed."""
        if self.commit is None:
            return None
        return self.commit.short + ("+" if self.uncommitted else "")


COMMIT = Look("commit", "")
"""The look at which commit was checked out."""

NO_HISTORY = History()
"""For outputs that are made without looking at git."""
