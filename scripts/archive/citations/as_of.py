"""Owns the dated address of a list: as of which commit it is cited, and what can change it since.

A site is replaced whole when it is built, so no page of an earlier state would stay. What stays is
the page of the list, which names since when each of its lines stands there as it does, and the
commit, from which anybody can build the archive as it was, byte for byte. The address says both.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from archive.history.past import Commit, History
from archive.model.dates import PartialDate


def cited_commit(history: History) -> Commit | None:
    """The commit whose state is shown; None where that is not known for certain."""
    return None if history.uncommitted else history.commit


def as_of_address(address: str, commit: Commit | None) -> str:
    """The address of a list as of a commit; its plain address where no commit is known."""
    if commit is None:
        return address
    return f"{address}?as-of={moment(commit.moment)}&commit={commit.short}"


def moment(when: datetime) -> str:
    """A moment as an address has it: `2026-11-22T21:55:00Z`."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def spoken(day: date) -> str:
    """A day as our pages write it."""
    return PartialDate(day.year, day.month, day.day).spoken


def newest_change(history: History, paths: Iterable[str]) -> str | None:
    """The moment at which one of some records last changed; None unless all of them are known."""
    commit = newest_commit(history, paths)
    return moment(commit.moment) if commit else None


def newest_commit(history: History, paths: Iterable[str]) -> Commit | None:
    """The commit that changed one of some records last; None unless all of them are known."""
    commits = [history.newest(path) for path in paths]
    known = [commit for commit in commits if commit]
    complete = known and len(known) == len(commits)
    return max(known, key=lambda commit: commit.moment) if complete else None
