"""Owns how MkDocs is run: its configuration beside the archive's own, strictly, without a clock."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from archive.archive import Archive
from archive.pages.home import span
from archive.pages.page import SITE_FOLDER
from archive.settings import PATH, Settings

SECTIONS = (
    ("letters", "Letters"),
    ("motions", "Motions"),
    ("meetings", "Meetings"),
    ("topics", "Topics"),
    ("people", "People"),
    ("abbreviations", "Abbreviations"),
    ("about", "About"),
    ("how-we-judge", "How we judge"),
    ("corrections", "Corrections"),
)
FOOTER = (("accessibility", "Accessibility"), ("privacy", "Privacy"))
SEPARATOR = r"[\s\u2010-\u201f\-,:!=\[\]()\"'`/.?;]+"
"""Where Material's search parts words: dashes, quotation marks and slashes too."""

BEFORE_ANYTHING = 315532800
"""1 January 1980 in seconds: the build date of an archive without records; zip knows no earlier."""


class Unpublished(Exception):
    """The site could not be made; says why in one line. The site that was there is untouched."""


def run_mkdocs(archive: Archive, root: Path, docs: Path, site: Path) -> None:
    """Make the site in the folder `site` from the Markdown in `docs`; raises `Unpublished`."""
    with _kept_warnings() as warnings, _build_date(archive):
        try:
            config = _configuration(archive.site.settings, root, docs, site)
            mkdocs_build(config)
        except (Abort, ConfigurationError) as error:
            raise Unpublished(_one_line(warnings or [str(error)])) from None
    if warnings:
        raise Unpublished(_one_line(warnings))


def _configuration(settings: Settings, root: Path, docs: Path, site: Path) -> MkDocsConfig:
    """The archive's own mkdocs.yml, with all that the theme and MkDocs need beside it."""
    language = settings.language.partition("-")[0]
    config = load_config(
        str(root / PATH),
        docs_dir=str(docs),
        site_dir=str(site),
        strict=True,
        theme={
            "name": "material",
            "custom_dir": str(SITE_FOLDER / "theme"),
            "language": language,
            "font": False,
        },
        plugins=[{"search": {"separator": SEPARATOR, "lang": language}}],
        validation={"nav": {"omitted_files": "ignore"}},
    )
    config.extra["frame"] = _frame(settings)
    return config


def _frame(settings: Settings) -> dict[str, Any]:
    """What the theme shows around every page."""
    return {
        "sections": [{"id": name, "title": title, "path": f"{name}/"} for name, title in SECTIONS],
        "footer": [{"title": title, "path": f"{name}/"} for name, title in FOOTER],
        "licence": settings.texts_licence,
        "tagline": settings.tagline,
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
