"""Owns which scripts the site loads by their addresses; all others come joined into these."""

import hashlib
from functools import lru_cache
from pathlib import Path

from archive.scripts.joined import Scripts

FOLDER = "js"
ENTRIES = (
    "scheme.js",
    "table.js",
    "filters.js",
    "take/start.js",
    "search/start.js",
    "search/box.js",
    "search/query.js",
    "search/page.js",
    "search/marks.js",
    "search/worker.js",
    "search/engine.js",
    "search/rare.js",
    "search/columns.js",
)


def shipped_scripts(theme: Path) -> Scripts:
    """The scripts of a theme as they are now. Their paths are below the site's folder `js`.

    A build asks for them twice, a preview at each change; joining is most of the theme's time.
    """
    folder = theme / FOLDER
    sources = hashlib.sha256()
    for path in sorted(folder.rglob("*.js")):
        content = path.read_bytes()
        sources.update(f"{path.relative_to(folder)} {len(content)} ".encode() + content)
    return _joined(folder, sources.hexdigest())


@lru_cache(maxsize=1)
def _joined(folder: Path, sources: str) -> Scripts:
    """The scripts of a folder, joined once for as long as its files have this digest."""
    return Scripts(folder, ENTRIES)
