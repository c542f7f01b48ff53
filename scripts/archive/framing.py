"""Owns putting pages into the theme's frame, to the same bytes as MkDocs does.

MkDocs parses each page's HTML as Markdown once more, and one page after the other; that is most
of its time, and for pages that are one block of HTML it changes nothing. `mkdocs build` with the
configuration in `build/` still makes the same site (tests/pages/test_framing.py).
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from jinja2 import Environment
from lxml import etree
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as FramedPage
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_build_timestamp

from archive.outputs import Output
from archive.templates import Compiled

SITEMAP = "sitemap.xml"
MOST_LISTED = 50_000
"""Addresses in one list, by the protocol: https://www.sitemaps.org/protocol.html"""
_PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9"
_COMPILED = Compiled()


@dataclass(frozen=True)
class Listed:
    """What the list for search engines says of a page."""

    address: str
    kind: str
    modified: str | None


class _Framed(NamedTuple):
    """Of a page what the theme's list of pages looks up."""

    canonical_url: str
    meta: dict[str, str | None]


class _File(NamedTuple):
    """The file of a page as that list has it."""

    url: str
    page: _Framed


@dataclass(frozen=True)
class Frame:
    """The theme as a configuration of MkDocs names it."""

    configuration: Path

    def around(self, output: Output) -> Output:
        """The finished page of a Markdown file that holds metadata as JSON and one HTML block."""
        page = self._page(output.path)
        meta, _, html = output.content.decode().removeprefix("---\n").partition("\n---\n")
        page.meta, page.markdown, page.content = json.loads(meta), "", html.strip()
        context = get_context(Navigation([], []), [], self._config, page=page)
        html = self._environment.get_template("main.html").render(context)
        return Output(page.file.dest_uri, html.encode("utf-8", errors="xmlcharrefreplace"))

    def sitemap(self, pages: Sequence[Listed]) -> Iterator[Output]:
        """The list of all these pages for search engines, plain and packed.

        Where it would be longer than search engines read, it is parted, and a list of its parts
        stands in its place.
        """
        files = sorted(map(self._listed, pages), key=lambda file: file.url.split("/"))
        parts = [files[first : first + MOST_LISTED] for first in range(0, len(files), MOST_LISTED)]
        names = [SITEMAP] if len(parts) == 1 else [_part(number) for number in range(len(parts))]
        contents = {name: self._listing(part) for name, part in zip(names, parts, strict=True)}
        if len(parts) > 1:
            contents[SITEMAP] = _index(f"{self._config.site_url}{name}" for name in names)
        for name, content in contents.items():
            yield Output(name, content)
            yield Output(f"{name}.gz", gzip.compress(content, mtime=get_build_timestamp(pages=[])))

    def _listed(self, page: Listed) -> _File:
        url, base = quote(page.address), (self._config.site_url or "").rstrip("/")
        framed = _Framed(f"{base}/{url}", {"kind": page.kind, "modified": page.modified})
        return _File(url or "./", framed)

    def _listing(self, files: Sequence[_File]) -> bytes:
        """The addresses of these pages, as the theme writes them."""
        context = get_context(Navigation([], []), [], self._config, base_url=".")
        return self._environment.get_template(SITEMAP).render(context, pages=files).encode()

    def _page(self, path: str) -> FramedPage:
        """The page of a Markdown file as MkDocs has it, before it is read."""
        file = File(path, self._config.docs_dir, self._config.site_dir, True)
        page = FramedPage(None, file, self._config)
        page.toc = get_toc([])
        return page

    @cached_property
    def _config(self) -> MkDocsConfig:
        return load_config(str(self.configuration), strict=True)

    @cached_property
    def _environment(self) -> Environment:
        environment: Environment = self._config.theme.get_env()
        environment.bytecode_cache = _COMPILED
        return environment


def _part(number: int) -> str:
    """Where a part of the list is, counted from 0."""
    return f"sitemap-{number + 1}.xml"


def _index(addresses: Iterable[str]) -> bytes:
    """The list of the parts of a list."""
    index = etree.Element(f"{{{_PROTOCOL}}}sitemapindex", nsmap={None: _PROTOCOL})
    for address in addresses:
        entry = etree.SubElement(index, f"{{{_PROTOCOL}}}sitemap")
        etree.SubElement(entry, f"{{{_PROTOCOL}}}loc").text = address
    etree.indent(index)
    return etree.tostring(index, xml_declaration=True, encoding="UTF-8") + b"\n"
