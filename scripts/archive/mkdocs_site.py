"""Owns how MkDocs is run: its configuration beside the archive's own, strictly, without a clock."""

import json
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from archive.archive import Archive
from archive.framing import SITEMAP
from archive.outputs import Output
from archive.pages.home import span
from archive.pages.ledger import NAME
from archive.pages.page import SITE_FOLDER
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


def configured(build: Path, site: Site, docs: str, folder: str) -> Path:
    """The configuration by which MkDocs, or another builder, makes the site: build/mkdocs.yml.

    `docs` and `folder` are where the Markdown of the pages is and the site will be.
    """
    try:
        scripts = shipped_scripts(THEME).addresses()
    except Unreadable as error:
        raise Unpublished(str(error)) from None
    path, told = build / PATH, json.dumps(_configuration(site, docs, folder, scripts), indent=1)
    if not (path.is_file() and path.read_text("utf-8") == told):
        path.write_text(told, "utf-8")
    (build / docs).mkdir(exist_ok=True)
    return path


def theme_outputs(configuration: Path, build_date: int) -> Iterator[Output]:
    """The files of the theme; its scripts as they are shipped, in place of their sources."""
    for script in shipped_scripts(THEME).outputs():
        yield Output(f"{FOLDER}/{script.path}", script.content)
    with TemporaryDirectory() as temporary:
        docs, site = Path(temporary, "docs"), Path(temporary, "site")
        docs.mkdir()
        _run_mkdocs(configuration, docs, site, build_date)
        for path in sorted(path for path in site.rglob("*") if path.is_file()):
            name = path.relative_to(site).as_posix()
            if not name.startswith((SITEMAP, f"{FOLDER}/")):  # that of MkDocs is without the pages
                yield Output(name, path.read_bytes())


def _run_mkdocs(configuration: Path, docs: Path, site: Path, build_date: int) -> None:
    with _kept_warnings() as warnings, dated(build_date):
        try:
            folders = {"docs_dir": str(docs), "site_dir": str(site)}
            mkdocs_build(load_config(str(configuration), strict=True, **folders))
        except (Abort, ConfigurationError) as error:
            raise Unpublished(_one_line(warnings or [str(error)])) from None


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
def dated(build_date: int) -> Iterator[None]:
    """MkDocs' build date set, so that the same archive gives the same bytes.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(build_date)
    try:
        yield
    finally:
        os.environ.pop("SOURCE_DATE_EPOCH")
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before


def newest_day(archive: Archive) -> int:
    """Midnight of the newest record's day in seconds since 1970."""
    if (dates := span(archive)) is None:
        return BEFORE_ANYTHING
    return int(datetime.combine(dates[1].last_day, time(), UTC).timestamp())


def _one_line(messages: list[str]) -> str:
    return "MkDocs: " + "; ".join(" ".join(message.split()) for message in messages)
