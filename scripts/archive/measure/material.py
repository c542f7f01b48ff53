"""Owns building the search of Material for MkDocs: a site of its own, with nothing set but it."""

import json
import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from archive.measure.adapters import put_adapter
from archive.measure.texts import Text, texts

PAGES = "d"
WORKER = "search-worker.js"


def build_material(documents: Path, folder: Path) -> None:
    """Write the site that MkDocs makes of the texts.

    Its worker is put beside it under a name that does not change with its version.
    """
    with TemporaryDirectory() as temporary:
        sources = Path(temporary, "docs")
        _write_sources(documents, sources)
        configuration = Path(temporary, "mkdocs.yml")
        configuration.write_text(json.dumps(_configuration(sources, folder)), encoding="utf-8")
        with _quietly():
            mkdocs_build(load_config(str(configuration)))
    [worker] = (folder / "assets" / "javascripts" / "workers").glob("search.*.min.js")
    shutil.copy(worker, folder / WORKER)
    put_adapter("material.js", folder)


@contextmanager
def _quietly() -> Iterator[None]:
    """MkDocs says nothing but errors meanwhile."""
    logger = logging.getLogger("mkdocs")
    before = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(before)


def _write_sources(documents: Path, sources: Path) -> None:
    (sources / PAGES).mkdir(parents=True)
    (sources / "index.md").write_text("---\nsearch: {exclude: true}\n---\n", encoding="utf-8")
    for text in texts(documents):
        page = sources / PAGES / f"{text.page_name}.md"
        page.write_text(_markdown(text), encoding="utf-8")


def _configuration(sources: Path, folder: Path) -> dict[str, Any]:
    """One page in the navigation: with all of them in each page, the site would be enormous."""
    return {
        "site_name": "Measured",
        "docs_dir": str(sources),
        "site_dir": str(folder.resolve()),
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "nav": ["index.md"],
        "validation": {"nav": {"omitted_files": "ignore"}},
    }


def _markdown(text: Text) -> str:
    """A page whose words are those of the text: in paragraphs of HTML, nothing is Markdown."""
    blocks = (" ".join(block.split()) for block in text.text.split("\n\n"))
    body = "\n\n".join(f"<p>{escape(block)}</p>" for block in blocks)
    return f"---\ntitle: {json.dumps(text.title)}\n---\n\n{body}\n"
