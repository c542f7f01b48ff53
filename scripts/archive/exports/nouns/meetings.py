"""Owns the table of meetings."""

from collections.abc import Iterator
from typing import Annotated

from archive.addresses import meeting_address
from archive.exports.addresses import page_url
from archive.exports.columns import DatePrecision, Row, column, dated
from archive.ledger.book import Book


class MeetingRow(Row):
    """A meeting that dealt with motions."""

    title: Annotated[str, column("What the meeting is called")]
    date: Annotated[str, column("The day it met, as far as known")]
    date_precision: DatePrecision
    time: Annotated[str | None, column("When it began, as HH:MM, where known")]
    official_page: Annotated[str | None, column("Its official page")]
    page: Annotated[str, column("Its page in this archive")]


def meeting_rows(book: Book) -> Iterator[MeetingRow]:
    """A row for each meeting."""
    for name, meeting in book.archive.meetings.items():
        yield MeetingRow.of(
            id=name,
            title=meeting.title,
            **dated("date", meeting.date),
            time=meeting.time,
            official_page=meeting.official_page,
            page=page_url(book.archive, meeting_address(name)),
        )
