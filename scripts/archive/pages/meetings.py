"""Owns the pages of meetings: each with its motions and the letters that answer them."""

from collections.abc import Iterator

from archive.addresses import MEETINGS, meeting_address
from archive.archive import Archive
from archive.counting import counted
from archive.pages.alternates import as_data
from archive.pages.jsonld import meeting_data
from archive.pages.listing import Listing
from archive.pages.page import Page

A_PAGE = 200
"""Meetings on one page."""


def meeting_indexes(archive: Archive) -> Iterator[Page]:
    """The list of all meetings, newest first."""
    ordered = sorted(archive.meetings.items(), key=lambda m: m[1].date.first_day, reverse=True)
    listing = Listing(MEETINGS, ordered, lambda m: m[1].date, a_page=A_PAGE)
    for part in listing.parted_if_long():
        title = part.titled("Meetings")
        yield Page(
            address=part.address,
            template="meetings.html",
            kind="index",
            section="meetings",
            title=title,
            description=f"{title} of the {archive.site.settings.body} that dealt with motions.",
            shows={"part": part},
        )


def meeting_page(archive: Archive, meeting: str) -> Page:
    """The page of one meeting."""
    noun, motions = archive.meetings[meeting], archive.motions_by_meeting[meeting]
    letters = {x.id: x for motion in motions for x in archive.replies(motion.id)}
    title = f"{noun.title}, {noun.date.spoken}"
    return Page(
        address=meeting_address(meeting),
        template="meeting.html",
        kind="meeting",
        section="meetings",
        title=title,
        description=f"{title}: {counted(len(motions), 'motion')}, "
        f"{counted(len(letters), 'letter')} in reply.",
        shows={"meeting": noun, "motions": motions, "letters": list(letters.values())},
        updated=noun.date.iso,
        jsonld=meeting_data(archive, meeting, noun),
        source_path="motions/meetings.yml",
        alternates=as_data(meeting_address(meeting), "meeting"),
    )
