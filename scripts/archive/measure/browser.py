"""Owns the browser to measure in: which program it is, and a page that asks an engine."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from os import PathLike, fspath
from pathlib import Path
from threading import Thread
from typing import Any

from archive.measure.engines import PAGE, Find

VARIABLE = "ARCHIVE_BROWSER"
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")

FIND = """
async ([adapter, query, size]) => (await import(adapter)).find(query, size)
"""
PREPARE = """
async (adapter) => { await (await import(adapter)).prepare(); }
"""


class BrowserFailed(Exception):
    """The browser, or the engine in it, gave no answer; says why in one line."""


def browser_program() -> str | None:
    """The Chromium or Chrome that ARCHIVE_BROWSER names, or the first one among the commands."""
    named = os.environ.get(VARIABLE)
    candidates = (named,) if named else COMMANDS
    return next((found for one in candidates if (found := shutil.which(one))), None)


@contextmanager
def asked(folder: Path, adapter: str, program: str) -> Iterator[Find]:
    """A page in a fresh browser that has loaded the engine laid out in a folder.

    Raises `BrowserFailed`, also when a query gets no answer.
    """
    from playwright.sync_api import Error, sync_playwright

    try:
        with _served(folder) as home, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
            page = browser.new_page()
            page.goto(f"{home}{PAGE}")
            module = f"{home}{adapter}"
            page.evaluate(PREPARE, module)
            yield lambda query, size: page.evaluate(FIND, [module, query, size])
            browser.close()
    except Error as error:
        raise BrowserFailed(error.message.splitlines()[0]) from None


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


class _Files(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Headers and content in one piece, sent at once: else each answer waits 40 ms for the browser.
    wbufsize = -1
    disable_nagle_algorithm = True

    def guess_type(self, path: str | PathLike[str]) -> str:
        """The type of a file; some Windows registries know one for scripts that no browser runs."""
        return "text/javascript" if fspath(path).endswith(".js") else super().guess_type(path)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: what matters is what the page answers."""
