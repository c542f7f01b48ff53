"""Owns building a search with Pagefind: a page for each text, indexed by its own program."""

import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

from archive.measure.adapters import put_adapter
from archive.measure.texts import Text, texts

PAGES = "d"


def build_pagefind(documents: Path, folder: Path) -> None:
    """Write the pages and run Pagefind over them, with nothing set.

    Raises CalledProcessError, after Pagefind has said why.
    """
    (folder / PAGES).mkdir()
    for text in texts(documents):
        page = folder / PAGES / f"{text.page_name}.html"
        page.write_text("".join(_page(text)), encoding="utf-8")
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--silent"]
    subprocess.run(command, check=True)
    put_adapter("pagefind.js", folder)


def _page(text: Text) -> Iterator[str]:
    title = escape(text.title)
    yield f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
    yield f"<body><main><h1>{title}</h1>"
    yield from (f"<p>{escape(block)}</p>" for block in text.text.split("\n\n"))
    yield "</main></body></html>"
