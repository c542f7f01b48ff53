"""Owns the peers: other programs that build a site of the same pages, with nothing set but it."""

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from archive.measure.builds.running import Ran, ran

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

    `lay_out` puts its configuration into a folder that has the pages in its part `pages`.
    """

    name: str
    pages: str
    missing: Callable[[], str]
    lay_out: Callable[[Path], None]
    build: Callable[[Path], Ran]

    def clear(self, folder: Path) -> None:
        """Take away what was built, so that the next build is a first one."""
        for made in (_OUT, "public", "resources", ".cache", ".hugo_build.lock"):
            path = folder / made
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


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


def _for_mkdocs(folder: Path) -> None:
    (folder / "docs" / "index.md").write_text("# Measured\n", encoding="utf-8")
    told = json.dumps(_configuration(), indent=1)
    (folder / "mkdocs.yml").write_text(told, encoding="utf-8")


def _for_hugo(folder: Path) -> None:
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


HUGO = Peer("Hugo + Pagefind", f"content/{PAGES}", _no_hugo, _for_hugo, _hugo)
MATERIAL = Peer("Material", f"docs/{PAGES}", _no("material"), _for_mkdocs, _material)
ZENSICAL = Peer("Zensical", f"docs/{PAGES}", _no("zensical"), _for_mkdocs, _zensical)
PEERS = (HUGO, MATERIAL, ZENSICAL)
