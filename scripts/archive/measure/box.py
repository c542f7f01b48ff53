"""Owns searching on our own pages: what the box and the search page load, how often one waits."""

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from archive.measure.engines import OURS
from archive.measure.parts import SCRIPTS, TABLES, size
from archive.measure.rounds import Fetched, rounds
from archive.measure.visits import Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request

BOX = "input[name=q]"
SHOWN = "[role=option]"
FOUND = "[data-part=list] > li"
DELAY = 0.4
"""Seconds before each answer: longer than the box waits for somebody to type on."""
QUICK = 0.5
"""Of the delay: what takes less came out of the browser's own cache."""


def once(visitor: Visitor, site: Path, query: str) -> int:
    """The bytes of scripts and tables that the home page and a first query in its box load."""
    with visitor.reading(site, "") as (visit, page):
        _ask(page, query)
    return size(OURS.name, visit.sent, SCRIPTS, TABLES)


def search_page(visitor: Visitor, site: Path, query: str) -> int:
    """All bytes of the search page opened with a query: styles and what filters need included."""
    with visitor.reading(site, f"search/?q={quote(query)}") as (visit, page):
        page.wait_for_selector(FOUND)
        page.wait_for_load_state("networkidle")
    return sum(one.size for one in visit.sent)


def rounds_at_once(visitor: Visitor, site: Path, query: str) -> int:
    """The round trips from focus to quick results, if the query is typed at once."""
    with visitor.reading(site, "") as (_, page):
        page.wait_for_load_state("networkidle")
        return _rounds(visitor, page, query)


def rounds_when_ready(visitor: Visitor, site: Path, query: str) -> int:
    """The round trips from typing to quick results, if focus has loaded all that it loads."""
    with visitor.reading(site, "") as (_, page):
        page.wait_for_load_state("networkidle")
        page.focus(BOX)
        # The state is that of the page's own loading; what focus asks for begins after it.
        page.wait_for_timeout(1000)
        return _rounds(visitor, page, query)


def _rounds(visitor: Visitor, page: "Page", query: str) -> int:
    asked: list[Request] = []

    def note(request: "Request") -> None:
        asked.append(request)

    page.context.on("request", note)
    visitor.server.delay = DELAY
    try:
        _ask(page, query)
        return rounds(filter(None, map(_fetched, asked)))
    finally:
        visitor.server.delay = 0


def _ask(page: "Page", query: str) -> None:
    page.focus(BOX)
    page.keyboard.insert_text(query)
    page.wait_for_selector(SHOWN)


def _fetched(request: "Request") -> Fetched | None:
    """When a file was asked for and when it was there, in milliseconds; nothing if never sent.

    `startTime` is when the page asked, before any waiting for a connection.
    """
    timing = request.timing
    start, took = timing["startTime"], timing["responseEnd"]
    return Fetched(start, start + took) if took > QUICK * DELAY * 1000 else None
