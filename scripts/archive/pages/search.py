"""Owns the search page: where scripts search, and where others start from topics, years, people."""

from collections import Counter

from archive.addresses import LETTERS, MOTIONS
from archive.archive import Archive
from archive.pages.home import span
from archive.pages.page import Page


def search_page(archive: Archive) -> Page:
    """The page that a query leads to."""
    letters = Counter(held.date.year for held in archive.letters.values())
    motions = Counter(archive.day_of(held).year for held in archive.motions.values())
    return Page(
        address="search/",
        template="search.html",
        kind="search",
        section="search",
        title="Search",
        description="Search the words of all letters and motions: phrases, people, topics, dates.",
        shows={
            "topics": sorted(archive.topics, key=lambda t: archive.topics[t].label.lower()),
            "people": sorted(archive.people, key=lambda p: archive.people[p].name.lower()),
            "by_year": (
                (LETTERS, "Letters by year", letters),
                (MOTIONS, "Motions by year", motions),
            ),
            "offices": sorted(archive.site.settings.offices.items()),
            "span": span(archive),
        },
    )
