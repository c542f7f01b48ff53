"""Owns what a reader gets of a build: the weight of a letter's page, and edits in the preview."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from archive.measure.builds.running import Failed, end
from archive.measure.builds.subject import ARCHIVE, Subject
from archive.measure.visits import Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Page

LETTERS = 5
"""Letters whose pages are weighed, at equal distances from the oldest to the newest."""
PATIENCE = 20 * 60
"""Seconds in which the preview must be ready, and show an edit."""


def page_weight(visitor: Visitor, subject: Subject) -> int:
    """Bytes of everything that a first visit to a letter's page loads: the heaviest of some."""
    letters = subject.letters()
    chosen = letters[:: max(1, len(letters) // LETTERS)][:LETTERS]
    return max(_weight(visitor, subject.site, letter.stem) for letter in chosen)


def preview_seconds(visitor: Visitor, subject: Subject, edits: int) -> float:
    """Seconds from an edit of a letter until the open page shows it: the median of so many."""
    letter = subject.letters()[0]
    with _served(subject.root) as home:
        page = visitor.browser.new_context().new_page()
        _open(page, f"{home}letters/{letter.stem}/")
        return median(_shown(page, subject, letter, f"Edit {n} of some.") for n in range(edits))


def _weight(visitor: Visitor, site: Path, letter: str) -> int:
    with visitor.reading(site, f"letters/{letter}/") as (visit, page):
        page.wait_for_load_state("networkidle")
        return sum(one.size for one in visit.sent)


def _shown(page: "Page", subject: Subject, letter: Path, words: str) -> float:
    started = time.monotonic()
    subject.edit(letter, words)
    page.get_by_text(words).first.wait_for(timeout=1000 * PATIENCE)
    return time.monotonic() - started


@contextmanager
def _served(root: Path) -> Iterator[str]:
    """The address of a preview, until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [*ARCHIVE, "serve", "--port", port]
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(
        command, cwd=root, stdout=nowhere, stderr=nowhere, start_new_session=True
    )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        end(process)


def _open(page: "Page", address: str) -> None:
    """Open the page as soon as the preview has it. Raises `Failed`."""
    from playwright.sync_api import Error

    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            answer = page.goto(address)
        except Error:
            answer = None
        if answer and answer.ok:
            return
        time.sleep(1)
    raise Failed("archive serve did not show a letter")
