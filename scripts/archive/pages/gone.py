"""Owns the pages at addresses of records that were withdrawn or have another address now."""

from collections.abc import Iterator

from archive.archive import Archive
from archive.history.chronicle import Subject, gone, subjects
from archive.history.past import Change, History
from archive.pages.page import Page
from archive.reading import VERSIONS


def gone_pages(archive: Archive, history: History) -> Iterator[Page]:
    """A page for each address that a record had and has no more: who has its link learns why.

    Of a withdrawn record it says nothing but its name: whatever was wrong with it may have been
    in any of its words.
    """
    known = subjects(archive)
    taken = {subject.address for subject in known.values()}
    found: dict[str, Page] = {}
    for change, now in _past(history, known):
        path = change.before or change.path if now else change.path
        old = gone(path)
        if not path.startswith(VERSIONS) and old.address not in taken:
            found.setdefault(old.address, _page(old, now, change))
    yield from (found[address] for address in sorted(found))


def _past(history: History, known: dict[str, Subject]) -> Iterator[tuple[Change, Subject | None]]:
    """Each withdrawal, and each change of a name with the record as it is called now."""
    for changes in history.withdrawn.values():
        yield changes[0], None
    for path, changes in history.changes.items():
        yield from ((change, known[path]) for change in changes if change.before and path in known)


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
