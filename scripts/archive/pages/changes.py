"""Owns the pages of changes: what was added, corrected and withdrawn, commit by commit."""

from collections.abc import Iterator

from archive.addresses import CHANGES
from archive.archive import Archive
from archive.feeds.changes import MOST_NAMED, counts
from archive.history.chronicle import Event, corrections, events
from archive.history.past import History
from archive.history.subjects import subjects
from archive.model.dates import PartialDate
from archive.pages.listing import Listing, Part
from archive.pages.page import Contents, Page

MOST_CORRECTIONS = 50
"""Corrections on the first page; each record has its own on the page of its history."""

MOST_CHANGES = 300
"""Records named for one commit, the later of them folded away; histories tell of the others."""

A_PAGE = 600
"""Rows of a page: commits, and the records that they name."""


def change_pages(archive: Archive, history: History) -> Iterator[Page]:
    """The newest changes with the newest corrections, and a page for each year."""
    known, mended = subjects(archive, history), corrections(archive)
    for part in Listing(CHANGES, events(history), _day, _rows, A_PAGE).pages():
        first = part.year is None
        yield Page(
            address=part.address,
            template="changes.html",
            kind="changes",
            section="changes",
            title=part.titled("Changes"),
            description=_description(part),
            shows={
                "part": part,
                "subjects": known,
                "counts": counts,
                "open": MOST_NAMED,
                "most": MOST_CHANGES,
                "corrections": mended[:MOST_CORRECTIONS] if first else (),
                "unlisted": len(mended[MOST_CORRECTIONS:]) if first else 0,
            },
            contents=(
                *((Contents("corrections", "Corrections"),) if mended and first else ()),
                Contents("commits", "Every change"),
            ),
        )


def _day(event: Event) -> PartialDate:
    day = event.commit.day
    return PartialDate(day.year, day.month, day.day)


def _rows(event: Event) -> int:
    return 1 + min(len(event.changes), MOST_CHANGES)


def _description(part: Part[Event]) -> str:
    when = f" in {part.year:04}" if part.year else ""
    return f"What was added to this archive{when}, what was corrected or withdrawn, and why."
