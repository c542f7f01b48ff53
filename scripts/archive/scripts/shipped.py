"""Owns which scripts the site loads by their addresses; all others come joined into these."""

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
    """The scripts of a theme, read now. Their paths are below the site's folder `js`."""
    return Scripts(theme / FOLDER, ENTRIES)
