"""Owns the pages at addresses of records that were withdrawn or have another address now."""

from collections.abc import Iterator

from archive.archive import Archive
from archive.desk import VERSIONS
from archive.history.past import Change, History
from archive.history.subjects import Subject, Subjects, gone, subjects
from archive.pages.page import Page
from archive.records import record_id


def gone_pages(archive: Archive, history: History) -> Iterator[Page]:
    """A page for each address that a record had and has no more: who has its link learns why.

    Of a withdrawn record it says nothing but its name: whatever was wrong with it may have been
    in any of its words.
    """
    found: dict[str, Page] = {}
    for change, now in _past(history, subjects(archive, history)):
        path = change.before or change.path if now else change.path
        old = gone(path)
        held = archive.letters if old.noun == "letter" else archive.motions
        if not path.startswith(VERSIONS) and record_id(path) not in held:
            found.setdefault(old.address, _page(old, now, change))
    yield from (found[address] for address in sorted(found))


def _past(history: History, subjects: Subjects) -> Iterator[tuple[Change, Subject | None]]:
    """Each withdrawal, and each change of a name with the record as it is called now."""
    for changes in history.withdrawn.values():
        yield changes[0], None
    for path, changes in history.changes.items():
        moves = [change for change in changes if change.before]
        if moves and (now := subjects.held(path)):
            yield from ((change, now) for change in moves)


def _page(old: Subject, now: Subject | None, change: Change) -> Page:
    title = f"{old.noun.capitalize()} {old.title}"
    what = "has another address now" if now else "was withdrawn"
    return Page(
        address=old.address,
        template="gone.html",
        kind="gone",
        section=f"{old.noun}s",
        title=f"{title} {what}",
        description=f"{title} {what}: when, and why.",
        shows={"old": old, "now": now, "change": change},
    )
