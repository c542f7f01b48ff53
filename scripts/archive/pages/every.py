"""Owns the list of all pages of a site."""

from collections.abc import Iterator

from archive.archive import Archive
from archive.outputs import Output
from archive.pages.abbreviations import abbreviations_page
from archive.pages.home import home_page
from archive.pages.letters import letter_page
from archive.pages.meetings import meeting_pages
from archive.pages.motions import motion_page
from archive.pages.page import Page, Renderer
from archive.pages.people import people_pages
from archive.pages.prose import prose_pages
from archive.pages.search import search_page
from archive.pages.topics import topic_pages
from archive.pages.years import letter_indexes, motion_indexes


def every_page(archive: Archive) -> Iterator[Page]:
    """Every page of the archive's site."""
    yield home_page(archive)
    yield search_page(archive)
    for letter in archive.letters.values():
        yield letter_page(archive, letter)
    for motion in archive.motions.values():
        yield motion_page(archive, motion)
    for pages in (letter_indexes, motion_indexes, meeting_pages, topic_pages, people_pages):
        yield from pages(archive)
    yield abbreviations_page(archive)
    yield from prose_pages(archive)


def page_outputs(archive: Archive) -> Iterator[Output]:
    """The Markdown files of every page."""
    renderer = Renderer(archive)
    return (renderer.output(page) for page in every_page(archive))
