"""Owns the peers: other programs that build a site of the same texts, with nothing set but it."""

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from archive.measure.builds.markdown import write_pages
from archive.measure.builds.running import Ran, ran
from archive.paging import DOCS

PAGES = "d"
_OUT = "site"

_HUGO = """\
baseURL = "https://measured.example/"
title = "Measured"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
"""
_SINGLE = """\
<!doctype html><html lang="en"><meta charset="utf-8"><title>{{ .Title }}</title>
<body><main><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>
"""
_LIST = """\
<!doctype html><html lang="en"><meta charset="utf-8"><title>{{ .Title }}</title>
<body><h1>{{ .Title }}</h1></body></html>
"""


@dataclass(frozen=True)
class Peer:
    """Another builder: what it lacks here (nothing if it can run), and its build of a folder.

    `lay_out` puts the pages of an archive that has been built, and what is set, into that folder.
    """

    name: str
    missing: Callable[[], str]
    lay_out: Callable[[Path, Path], None]
    build: Callable[[Path], Ran]

    def first_build(self, root: Path, folder: Path) -> Ran:
        """Its first build of an archive's texts in a folder; only the build is measured."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        self.lay_out(root, folder)
        return self.build(folder)


def _configuration() -> dict[str, Any]:
    """One page in the navigation: with all of them in each page, the site would be enormous."""
    return {
        "site_name": "Measured",
        "site_dir": _OUT,
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "nav": ["index.md"],
        "validation": {"nav": {"omitted_files": "ignore"}},
    }


def _for_mkdocs(root: Path, folder: Path) -> None:
    write_pages(root, folder / "docs" / PAGES)
    (folder / "docs" / "index.md").write_text("# Measured\n", encoding="utf-8")
    _set_up_mkdocs(folder)


def _our_pages_for_mkdocs(root: Path, folder: Path) -> None:
    shutil.copytree(root / "build" / DOCS, folder / "docs")
    _set_up_mkdocs(folder)


def _set_up_mkdocs(folder: Path) -> None:
    told = json.dumps(_configuration(), indent=1)
    (folder / "mkdocs.yml").write_text(told, encoding="utf-8")


def _for_hugo(root: Path, folder: Path) -> None:
    write_pages(root, folder / "content" / PAGES)
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (layouts / "single.html").write_text(_SINGLE, encoding="utf-8")
    (layouts / "list.html").write_text(_LIST, encoding="utf-8")
    (folder / "config.toml").write_text(_HUGO, encoding="utf-8")


def _material(folder: Path) -> Ran:
    return ran([sys.executable, "-m", "mkdocs", "build", "--quiet"], folder)


def _zensical(folder: Path) -> Ran:
    return ran([sys.executable, "-m", "zensical", "build", "--clean"], folder)


def _hugo(folder: Path) -> Ran:
    pages = ran(["hugo", "--quiet"], folder)
    search = ran([sys.executable, "-m", "pagefind", "--site", "public", "--silent"], folder)
    seconds, processor = pages.seconds + search.seconds, pages.processor + search.processor
    return Ran(seconds, processor, max(pages.memory, search.memory))


def _no_hugo() -> str:
    if find_spec("pagefind") is None:
        return "the package pagefind"
    return "" if shutil.which("hugo") else "the program hugo (on Debian: apt-get install hugo)"


def _no(package: str) -> Callable[[], str]:
    return lambda: "" if find_spec(package) else f"the package {package}"


HUGO = Peer("Hugo + Pagefind", _no_hugo, _for_hugo, _hugo)
MATERIAL = Peer("Material", _no("material"), _for_mkdocs, _material)
OUR_PAGES = Peer("Material, our pages", _no("material"), _our_pages_for_mkdocs, _material)
ZENSICAL = Peer("Zensical", _no("zensical"), _for_mkdocs, _zensical)
PEERS = (HUGO, OUR_PAGES, MATERIAL, ZENSICAL)
