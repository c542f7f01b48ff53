"""Owns what a page is, and its way through a template to a Markdown file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from archive import addresses
from archive.archive import Archive
from archive.citations.every import Citations
from archive.counting import counted
from archive.history.past import NO_HISTORY, History
from archive.model.dates import PartialDate
from archive.outputs import Output
from archive.templates import Compiled

SITE_FOLDER = Path(__file__).resolve().parents[2] / "site"
"""Templates, hand-written pages and theme: beside the package, not in it."""


@dataclass(frozen=True)
class Contents:
    """A line of a page's own table of contents."""

    id: str
    text: str
    level: int = 2


@dataclass(frozen=True)
class Alternate:
    """The same content in another form, or a feed of it: its address, media type and title."""

    address: str
    type: str
    title: str


@dataclass(frozen=True)
class Page:
    """A page: where it is, what it says of itself, and the template with what it shows.

    `updated` is the date of its record, `made_of` the files whose changes change the page.
    """

    address: str
    template: str
    kind: str
    section: str
    title: str
    description: str
    shows: Mapping[str, Any]
    contents: tuple[Contents, ...] = ()
    updated: str | None = None
    jsonld: Mapping[str, Any] | None = None
    source_path: str | None = None
    made_of: tuple[str, ...] = ()
    alternates: tuple[Alternate, ...] = ()


_ADDRESSES = (
    "letter_address",
    "motion_address",
    "meeting_address",
    "topic_address",
    "person_address",
    "year_address",
    "history_address",
    "edit_url",
    "report_url",
    "source_url",
    "dossier_address",
    "tree_url",
    "slug",
)


_COMPILED = Compiled()


def new_environment() -> Environment:
    """The templates, everything they show escaped, and the words that they may use."""
    environment = Environment(
        loader=FileSystemLoader(SITE_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # each build has templates of its own, read once
        bytecode_cache=_COMPILED,
    )
    environment.globals |= {name: getattr(addresses, name) for name in _ADDRESSES}
    environment.filters["counted"] = counted
    environment.filters["spoken"] = spoken
    return environment


@dataclass(frozen=True)
class Renderer:
    """Turns pages of one archive into outputs."""

    archive: Archive
    history: History = NO_HISTORY
    citations: Citations | None = None
    environment: Environment = field(default_factory=new_environment)

    def output(self, page: Page) -> Output:
        """The Markdown file of a page: its metadata as YAML, its content as HTML in one block."""
        html = self.environment.get_template(page.template).render(
            page.shows,
            archive=self.archive,
            history=self.history,
            citations=self.citations or Citations(self.archive, self.history),
            page=page,
            to=self._way_from(page.address),
        )
        # A blank line would end the block of raw HTML for other Markdown parsers.
        lines = [line.rstrip() for line in html.split("\n") if line.strip()]
        meta = json.dumps(self._meta(page), ensure_ascii=False, indent=1)
        text = f"---\n{meta}\n---\n\n" + "\n".join(lines) + "\n"
        return Output(addresses.file_of(page.address), text.encode())

    def _way_from(self, here: str) -> Any:
        return lambda address: addresses.relative(address, here)

    def modified(self, page: Page) -> str | None:
        """The day on which a commit last changed what the page is made of, where git knows."""
        commits = [commit for path in page.made_of if (commit := self.history.newest(path))]
        return max(commits, key=lambda one: one.moment).day.isoformat() if commits else None

    def _meta(self, page: Page) -> dict[str, Any]:
        site, path = self.archive.site, page.source_path
        meta: dict[str, Any] = {
            "title": page.title,
            "description": page.description,
            "kind": page.kind,
            "section": page.section,
            "updated": page.updated,
            "modified": self.modified(page),
            "contents": [vars(line) for line in page.contents],
            "alternates": [vars(one) for one in page.alternates],
            "jsonld": _for_script(page.jsonld) if page.jsonld else None,
            "edit_url": addresses.edit_url(site, path) if path else None,
            "report_url": addresses.report_url(site, page.title, page.address),
        }
        return {key: value for key, value in meta.items() if value}


def _for_script(data: Mapping[str, Any]) -> str:
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def spoken(day: date) -> str:
    """A day of the calendar as pages say it: `22 September 2021`."""
    return PartialDate(day.year, day.month, day.day).spoken
