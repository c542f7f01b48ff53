"""Owns the pages of changes: what was added, corrected and withdrawn, commit by commit."""

from collections.abc import Iterator

from archive.addresses import CHANGES
from archive.archive import Archive
from archive.feeds.changes import MOST_NAMED, counts
from archive.history.chronicle import Event, corrections, events, gone, subjects_ever
from archive.history.past import History
from archive.pages.page import Contents, Page
from archive.pages.yearly import Part, yearly, years_named

MOST_CORRECTIONS = 50
"""Corrections on the first page; each record has its own on the page of its history."""


def change_pages(archive: Archive, history: History) -> Iterator[Page]:
    """The newest changes with the newest corrections, and a page for each year."""
    known, mended = subjects_ever(archive, history), corrections(archive)
    for part in yearly(CHANGES, events(history), lambda event: event.commit.day.year):
        first = part.year is None
        yield Page(
            address=part.address,
            template="changes.html",
            kind="changes",
            section="changes",
            title=years_named("Changes", part),
            description=_description(part),
            shows={
                "part": part,
                "known": known,
                "gone": gone,
                "counts": counts,
                "most": MOST_NAMED,
                "corrections": mended[:MOST_CORRECTIONS] if first else (),
                "unlisted": len(mended[MOST_CORRECTIONS:]) if first else 0,
            },
            contents=(
                *((Contents("corrections", "Corrections"),) if mended and first else ()),
                Contents("commits", "Every change"),
            ),
        )


def _description(part: Part[Event]) -> str:
    when = f" in {part.year:04}" if part.year else ""
    return f"What was added to this archive{when}, what was corrected or withdrawn, and why."
