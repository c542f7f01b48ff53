"""The engine in a real browser: some indexes served beside its scripts, and a page that asks it."""

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import mkdocs.contrib.search
import pytest
from playwright.sync_api import sync_playwright

from archive.outputs import Output, write_outputs
from tests.browser.conftest import FLAGS, VARIABLE
from tests.browser.hosting import hosted
from tests.conftest import TOP

SCRIPTS = TOP / "scripts" / "site" / "theme" / "js" / "search"
RAW = TOP / "tests" / "search" / "raw.js"
"""Lunr's own language, for the oracle alone: it stands beside the modules that it uses."""
LUNR = Path(mkdocs.contrib.search.__file__).parent / "templates" / "search" / "lunr.js"

Asked = Callable[..., Any]
"""Runs a JavaScript function in the page, with JSON values; imports are below `./js/`."""


@contextmanager
def engine_page(folder: Path, indexes: Mapping[str, Iterable[Output]]) -> Iterator[Asked]:
    """A page on a site with the scripts in js/, lunr.js, and each index in a folder of its name.

    In a thread, because Playwright allows one browser session in each and tests/browser has one.
    """
    program = os.environ.get(VARIABLE)
    if not program:
        pytest.fail(f"{VARIABLE} names no browser. Run python3 scripts/test.py.", pytrace=False)
    lay_out(folder, indexes)
    with hosted(folder) as site, ThreadPoolExecutor(1) as thread:
        playwright = thread.submit(lambda: sync_playwright().start()).result()
        launch = playwright.chromium.launch
        browser = thread.submit(lambda: launch(executable_path=program, args=FLAGS)).result()
        page = thread.submit(browser.new_page).result()
        thread.submit(lambda: page.goto(f"{site.home}page.html")).result()
        thread.submit(lambda: page.add_script_tag(url=f"{site.home}lunr.js")).result()

        def ask(script: str, *values: object) -> Any:
            """Values go over as JSON, so that half a surrogate pair survives."""
            message = json.dumps(values)
            whole = f"async (message) => JSON.stringify(await ({script})(...JSON.parse(message)))"
            return json.loads(thread.submit(lambda: page.evaluate(whole, message)).result())

        yield ask
        thread.submit(browser.close).result()
        thread.submit(playwright.stop).result()


def lay_out(folder: Path, indexes: Mapping[str, Iterable[Output]]) -> None:
    """Write the site's files."""
    for name, outputs in indexes.items():
        write_outputs(folder / name, outputs)
    shutil.copytree(SCRIPTS, folder / "js", dirs_exist_ok=True)
    shutil.copy(RAW, folder / "js")
    shutil.copy(LUNR, folder / "lunr.js")
    (folder / "page.html").write_text("<!doctype html><title>Search</title>", encoding="utf-8")
