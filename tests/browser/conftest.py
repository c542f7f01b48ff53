"""What the browser tests share: one browser, the sites below a path, and readers of them."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from archive.publish import Place
from tests.browser.hosting import MOUNT, Hosted, hosted
from tests.browser.kinds import CHANGED, WITHDRAWN
from tests.browser.reader import DESK, Look, Reader
from tests.conftest import CORPUS, TOP, built, copied, made_once
from tests.history.repository import Past

VARIABLE = "ARCHIVE_BROWSER"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

Readers = Callable[..., Reader]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser that scripts/test.py found."""
    program = os.environ.get(VARIABLE)
    if not program:
        pytest.fail(
            f"{VARIABLE} names no browser. Run python3 scripts/test.py: it finds or installs one.",
            pytrace=False,
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


def below_a_path(root: Path) -> Path:
    """An archive's folder, changed to be published below a path as on GitHub Pages."""
    configuration = root / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8")
    line = f"site_url: https://somebody.example{MOUNT}"
    changed, count = re.subn(r"^site_url: .*$", line, text, flags=re.MULTILINE)
    assert count == 1
    configuration.write_text(changed, encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    """The invented archive, served."""
    root = made_once(
        tmp_path_factory,
        "invented",
        lambda root: built(with_a_past(below_a_path(copied(CORPUS, root)))),
    )
    with hosted(Place(root).site) as site:
        yield site


def with_a_past(root: Path) -> Path:
    """An archive's folder with commits: a letter was changed and redacted, another withdrawn."""
    past, path = Past(root), f"letters/{CHANGED}.md"
    now = (root / path).read_text(encoding="utf-8")
    past.write(".gitignore", "build/\n")
    past.write(path, now.replace("[redacted: a resident's name]", "Orla Penn"))
    past.commit("Add the letters and motions", **{WITHDRAWN: now})
    past.write(path, now)
    past.commit("Take a name out\n\nNobody needs it.", **{WITHDRAWN: None})
    return root


@pytest.fixture(scope="session")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    """This repository's archive, served."""
    root = made_once(tmp_path_factory, "ours", lambda root: built(below_a_path(copied(TOP, root))))
    with hosted(Place(root).site) as site:
        yield site


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Callable[[Look], BrowserContext]:
    """One context for each look, kept: to be used where nothing is stored."""
    made: dict[Look, BrowserContext] = {}

    def context(look: Look) -> BrowserContext:
        if look not in made:
            made[look] = browser.new_context(**settings(look))
        return made[look]

    return context


@pytest.fixture
def passing(contexts: Callable[[Look], BrowserContext]) -> Iterator[Readers]:
    """Readers who only look at a page."""
    readers: list[Reader] = []

    def reader(site: Hosted, look: Look = DESK) -> Reader:
        readers.append(Reader(contexts(look), site))
        return readers[-1]

    yield reader
    for one in readers:
        one.page.close()


@pytest.fixture
def fresh(browser: Browser) -> Iterator[Readers]:
    """Readers with a browser of their own, who store things, or change its settings."""
    made: list[BrowserContext] = []

    def reader(site: Hosted, look: Look = DESK, **more: Any) -> Reader:
        made.append(browser.new_context(**settings(look), **more))
        return Reader(made[-1], site)

    yield reader
    for context in made:
        context.close()


def settings(look: Look) -> dict[str, Any]:
    """A look as the browser's own options."""
    return {
        "viewport": {"width": look.width, "height": 800},
        "color_scheme": look.colours,
        "reduced_motion": "reduce",
    }
