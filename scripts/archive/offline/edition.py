"""Owns the offline copy of a site: which of its files are in it, and how each is changed."""

import re
from collections.abc import Iterable, Iterator

from archive.offline.classic import classic, given
from archive.offline.html import offline_page
from archive.offline.manifest import NAME
from archive.outputs import Output
from archive.pages.page import SITE_FOLDER
from archive.scripts.shipped import FOLDER as SCRIPTS
from archive.tree import Large

PAGE, ZIP = "offline/index.html", "offline/archive.zip"
"""The page about the copy, and the copy."""
SCRIPT = SITE_FOLDER / "offline" / "offline.js"
INDEX = re.compile(r"search/.*\.json")
"""What only scripts read: it is in the copy as scripts alone."""
FETCHED = re.compile(r"ledger/.*/index\.html")
"""Pages that scripts read too: a table takes in those of other years."""
_ONLY_ONLINE = ("card.png", "oembed.json", "robots.txt")
"""What is for other machines of the web: previews, and the finding of pages."""


def offline_files(files: Iterable[Output | Large], address: str) -> Iterator[Output | Large]:
    """The files of the offline copy of a site that has these, one after the other.

    `address` is that of the site in the web: there, and not in itself, is the copy to be had. What
    is large is the same in both.
    """
    for file in files:
        if isinstance(file, Large):
            yield file
        elif names := tuple(copies(file.path)):
            content = file.content
            if file.path == PAGE:
                content = _to_the_web(content, address)
            yield from _changed(file.path, content, names)


def copies(path: str) -> Iterator[str]:
    """The paths at which the copy has a file of the site, or what is in it; none if it has not."""
    if path == PAGE or not _left_out(path):
        if not INDEX.fullmatch(path):
            yield path
        if INDEX.fullmatch(path) or FETCHED.fullmatch(path):
            yield f"{path}.js"


def original(name: str) -> str:
    """The path of the file of the site of which the copy has this file."""
    path = name.removesuffix(".js")
    return path if INDEX.fullmatch(path) or FETCHED.fullmatch(path) else name


def is_the_same(path: str) -> bool:
    """Whether the copy has the same bytes as the site, at the same path."""
    return not path.endswith((".html", ".js")) and [*copies(path)] == [path]


def own_script() -> Output:
    """What the copy has and the site has not: the script by which its other scripts are loaded."""
    return Output(f"{SCRIPTS}/{SCRIPT.name}", SCRIPT.read_bytes())


def _to_the_web(page: bytes, address: str) -> bytes:
    """The page about the copy, with links to what only the site in the web has."""
    for link, path in (("archive.zip", ZIP), (f"../{NAME}", NAME)):
        page = page.replace(f'href="{link}"'.encode(), f'href="{address}{path}"'.encode())
    return page


def _left_out(path: str) -> bool:
    name = path.rpartition("/")[2]
    return (
        name in _ONLY_ONLINE
        or "/embed/" in path
        or path.startswith((".", "assets/", "sitemap"))
        or path in (ZIP, "404.html")
    )


def _changed(path: str, content: bytes, names: Iterable[str]) -> Iterator[Output]:
    """The file of the copy, and the script that gives its text where scripts of the site ask."""
    if path.endswith(".html"):
        content = offline_page(content.decode(), "../" * path.count("/")).encode()
    elif path.startswith(f"{SCRIPTS}/") and path.endswith(".js"):
        content = classic(content.decode(), path).encode()
    for name in names:
        same = name == path
        yield Output(name, content if same else given(path, content.decode()).encode())
