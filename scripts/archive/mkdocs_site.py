"""Owns how MkDocs is run: its configuration beside the archive's own, strictly, without a clock."""

import json
import logging
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from archive.archive import Archive
from archive.framing import SITEMAP, Frame, Made, made_pages
from archive.outputs import Filling, Output, add_outputs, write_outputs
from archive.pages.home import span
from archive.pages.ledger import NAME
from archive.pages.page import SITE_FOLDER, Page, Renderer
from archive.scripts.grammar import Unreadable
from archive.scripts.shipped import FOLDER, shipped_scripts
from archive.settings import PATH, Settings, Site

THEME = SITE_FOLDER / "theme"

SECTIONS = (
    ("letters", "Letters"),
    ("motions", "Motions"),
    ("meetings", "Meetings"),
    ("topics", "Topics"),
    ("people", "People"),
    ("ledger", NAME),
    ("abbreviations", "Abbreviations"),
    ("about", "About"),
    ("how-we-judge", "How we judge"),
)
FOOTER = (
    ("follow", "Follow"),
    ("changes", "Changes"),
    ("data", "Data"),
    ("offline", "Offline copy"),
    ("corrections", "Corrections"),
    ("accessibility", "Accessibility"),
    ("privacy", "Privacy"),
)
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'"
)
"""The pages' Content-Security-Policy: nothing from elsewhere, nothing inline, no eval."""
BEFORE_ANYTHING = 315532800
"""1 January 1980 in seconds: the build date of an archive without records; zip knows no earlier."""


class Unpublished(Exception):
    """The site could not be made; says why in one line. The site that was there is untouched."""


def run_mkdocs(
    renderer: Renderer, pages: Sequence[Page], build: Path, docs: str, site: str
) -> None:
    """Make the site of these pages in the folder `site`, and their Markdown in `docs`.

    Both are below `build`. The scripts of the theme are put in as they are shipped, in place of
    their sources. The configuration is left beside them as `mkdocs.yml`, so that plain `mkdocs`,
    or another builder that reads such files, can do the same. Raises `Unpublished`, or
    `TemplateError` where a template of a page is at fault.
    """
    archive, path = renderer.archive, build / PATH
    scripts = shipped_scripts(THEME)
    try:
        configuration = _configuration(archive.site, docs, site, scripts.addresses())
    except Unreadable as error:
        raise Unpublished(str(error)) from None
    path.write_text(json.dumps(configuration, indent=1), "utf-8")
    (build / docs).mkdir(exist_ok=True)
    with _kept_warnings() as warnings, _build_date(archive), TemporaryDirectory() as nothing:
        try:
            # The theme's own files; the pages are put into its frame below, on every core.
            mkdocs_build(load_config(str(path), strict=True, docs_dir=nothing))
        except (Abort, ConfigurationError) as error:
            raise Unpublished(_one_line(warnings or [str(error)])) from None
        for file in (SITEMAP, f"{SITEMAP}.gz"):
            (build / site / file).unlink()  # MkDocs' own, without the pages
        _put_pages(build / docs, build / site, made_pages(renderer, pages, path))
        add_outputs(build / site, Frame(path).sitemap(renderer, pages))
    write_outputs(build / site / FOLDER, scripts.outputs())


def _put_pages(docs: Path, site: Path, made: Iterable[Made]) -> None:
    """Write each page in both its forms as it comes, so that they never are in memory together."""
    markdown = Filling(docs)

    def in_frame() -> Iterator[Output]:
        for page in made:
            markdown.put(page.markdown)
            yield page.html

    add_outputs(site, in_frame())
    markdown.finish()


def _configuration(site: Site, docs: str, folder: str, scripts: dict[str, str]) -> dict[str, Any]:
    """What MkDocs is told: the archive's own name and addresses; the rest is the program's."""
    language = site.settings.language.partition("-")[0]
    return {
        "site_name": site.site_name,
        "site_url": site.site_url,
        "repo_url": site.repo_url,
        "docs_dir": docs,
        "site_dir": folder,
        "theme": {
            "name": "material",
            "custom_dir": str(THEME),
            "language": language,
            "font": False,
        },
        "plugins": [],
        "validation": {"nav": {"omitted_files": "ignore"}},
        "extra": {"frame": _frame(site.settings), "scripts": scripts},
    }


def _frame(settings: Settings) -> dict[str, Any]:
    """What the theme shows around every page."""
    return {
        "sections": [{"id": name, "title": title, "path": f"{name}/"} for name, title in SECTIONS],
        "footer": [{"title": title, "path": f"{name}/"} for name, title in FOOTER],
        "licence": settings.texts_licence,
        "tagline": settings.tagline,
        "locale": settings.language.replace("-", "_"),
        "policy": POLICY,
    }


class _Keeper(logging.Handler):
    """Keeps warnings: each of them keeps the site from being published."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _kept_warnings() -> Iterator[list[str]]:
    logger, keeper = logging.getLogger("mkdocs"), _Keeper()
    logger.addHandler(keeper)
    try:
        yield keeper.messages
    finally:
        logger.removeHandler(keeper)


@contextmanager
def _build_date(archive: Archive) -> Iterator[None]:
    """MkDocs' build date set to the newest record's: the same archive gives the same bytes.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(_newest(archive))
    try:
        yield
    finally:
        os.environ.pop("SOURCE_DATE_EPOCH")
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before


def _newest(archive: Archive) -> int:
    """Midnight of the newest record's day in seconds since 1970."""
    if (dates := span(archive)) is None:
        return BEFORE_ANYTHING
    return int(datetime.combine(dates[1].last_day, time(), UTC).timestamp())


def _one_line(messages: list[str]) -> str:
    return "MkDocs: " + "; ".join(" ".join(message.split()) for message in messages)
