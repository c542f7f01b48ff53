"""Owns building this archive's own search over texts from outside, as the site publishes it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.measure.adapters import ADAPTERS
from archive.measure.lines import Lines
from archive.measure.texts import lines_of
from archive.outputs import Output, add_outputs
from archive.pages.page import SITE_FOLDER
from archive.scripts.joined import Scripts
from archive.search.index import index_outputs
from archive.search.rules import reviewed_rules

SCRIPTS = Path("js", "search")
"""Where the site has the scripts, which find the index from there."""
MODULE, ASKING = ((SCRIPTS / f"{name}.js").as_posix() for name in ("measured", "asking"))
LOADED = (
    MODULE,
    ASKING,
    *(
        (SCRIPTS / f"{name}.js").as_posix()
        for name in ("worker", "engine", "query", "rare", "columns")
    ),
)


def build_ours(documents: Path, folder: Path) -> None:
    """Write the index, and the scripts in the form in which readers get them."""
    with TemporaryDirectory() as temporary:
        lines = Lines(Path(temporary, "documents.jsonl"), lines_of(documents))
        add_outputs(folder, index_outputs(lines, reviewed_rules()))
    add_outputs(folder, _scripts())


def _scripts() -> Iterator[Output]:
    """The adapter, which stands where a page's scripts stand, and what it loads."""
    with TemporaryDirectory() as temporary:
        sources = Path(temporary)
        shutil.copytree(SITE_FOLDER / "theme" / SCRIPTS, sources / SCRIPTS)
        for name, place in (("ours.js", MODULE), ("asking.js", ASKING)):
            shutil.copy(ADAPTERS / name, sources / place)
        yield from Scripts(sources, LOADED).outputs()
