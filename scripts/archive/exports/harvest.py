"""Owns what harvesters are told: every file to be taken away, and since when it is as it is."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain
from typing import TypeAlias

from archive import addresses
from archive.archive import Archive
from archive.exports.addresses import file_beside, page_url
from archive.exports.resourcesync import FOLDER, resource_lists
from archive.filed import Filed
from archive.history.past import History
from archive.outputs import Output

Find: TypeAlias = Callable[[Iterable[str]], Iterable[Filed]]
"""Gives the files that there are at some paths of the site, in the order of these."""
SUFFIXES = ("json", "md", "txt", "xml")
"""Of the files beside a page; not every record has each."""

NO_DAY = date(1980, 1, 1)
"""The day of an archive without letters and meetings."""


def harvest_outputs(
    archive: Archive, history: History, data: Iterable[Filed], find: Find
) -> Iterator[Output]:
    """The lists of what there is to be taken away: all `data`, and what is found beside pages."""
    told = [file for file in data if not file.path.startswith(FOLDER)]
    told += find(_beside_pages(archive))
    return resource_lists(page_url(archive, ""), _moment(archive, history), told)


def _beside_pages(archive: Archive) -> Iterator[str]:
    """Where files of single records can be."""
    for address in chain(
        map(addresses.letter_address, archive.letters),
        map(addresses.motion_address, archive.motions),
        map(addresses.topic_address, archive.topics),
        map(addresses.person_address, archive.people),
        map(addresses.meeting_address, archive.meetings),
    ):
        yield from (file_beside(address, suffix) for suffix in SUFFIXES)


def _moment(archive: Archive, history: History) -> str:
    """When what is published was as it is: its commit, else the day of its newest record."""
    if commit := history.commit:
        return commit.moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    days = [letter.date.last_day for letter in archive.letters.values()]
    days += [meeting.date.last_day for meeting in archive.meetings.values()]
    return f"{max(days, default=NO_DAY).isoformat()}T00:00:00Z"
