"""Owns visits in a real browser: what a query costs a reader who is new, and one who asks again."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from archive.measure.browser import FLAGS, BrowserFailed
from archive.measure.engines import PAGE, Engine
from archive.measure.serving import CountingServer, Sent, Visit, counting_server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

RESULTS = 10
REST = 500
"""Milliseconds after which a new window of Chromium has loaded its own parts, which need the cores
too: beside them both engines took half as long again (Chromium 156, two cores)."""

COLD = """
async ([adapter, query, typing, size]) => {
  const { prepare, find, findTyped = find } = await import(adapter);
  const start = performance.now();
  await prepare();
  await (typing ? findTyped : find)(query, size);
  return performance.now() - start;
}
"""
WARM = """
async ([adapter, queries, typed, size]) => {
  const { prepare, find, findTyped = find } = await import(adapter);
  await prepare();
  const timed = async (ask, query) => {
    const start = performance.now();
    await ask(query, size);
    return performance.now() - start;
  };
  const round = async () => {
    const times = [];
    for (const query of queries) times.push(await timed(find, query) / 1000);
    for (const query of typed) times.push(await timed(findTyped, query) / 1000);
    return times;
  };
  return [await round(), await round()];
}
"""


class Cold(NamedTuple):
    """A first query, from loading the engine to its results: what was sent, and seconds.

    What asks the engine is there before, as scripts of a page are before somebody wants to search.
    """

    sent: tuple[Sent, ...]
    seconds: float


class Warm(NamedTuple):
    """Seconds of each query, asked for the first time and, all files being there, again."""

    first: tuple[float, ...]
    again: tuple[float, ...]


@dataclass(frozen=True)
class Visitor:
    """A browser, and the server that counts what it asks for."""

    browser: "Browser"
    server: CountingServer

    def cold(
        self, engine: Engine, folder: Path, query: str, typing: bool = False, rested: bool = False
    ) -> Cold:
        """A first query by somebody of whose visits nothing is kept; perhaps while typing it.

        To be timed, it is asked once the window has come to rest.
        """
        with self.reading(folder, PAGE) as (visit, page):
            page.wait_for_timeout(REST if rested else 0)
            asked = [f"{visit.home}{engine.adapter}", query, typing, RESULTS]
            taken = page.evaluate(COLD, asked)
        return Cold(tuple(visit.sent), taken / 1000)

    def warm(
        self, engine: Engine, folder: Path, queries: Sequence[str], typed: Sequence[str]
    ) -> Warm:
        """Queries in one page, one after the other, then all of them again.

        `typed` are asked for as the box does while somebody types, where an engine has a way.
        """
        with self.reading(folder, PAGE) as (visit, page):
            asked = [f"{visit.home}{engine.adapter}", list(queries), list(typed), RESULTS]
            first, again = page.evaluate(WARM, asked)
        return Warm(tuple(first), tuple(again))

    @contextmanager
    def reading(self, folder: Path, path: str) -> "Iterator[tuple[Visit, Page]]":
        """A page of a served folder, opened in a context of its own: no cache, nothing stored."""
        visit = self.server.visit(folder)
        context = self.browser.new_context()
        try:
            page = context.new_page()
            page.goto(visit.home + path)
            yield visit, page
        finally:
            context.close()


@contextmanager
def visiting(program: str) -> Iterator[Visitor]:
    """A browser and a server until the block ends. Raises `BrowserFailed` if a page fails."""
    from playwright.sync_api import Error, sync_playwright

    try:
        with counting_server() as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
            yield Visitor(browser, server)
            browser.close()
    except Error as error:
        raise BrowserFailed(error.message.splitlines()[0]) from None
