"""Owns building a search with lunr.js as it comes: nothing set but its two fields."""

import json
import shutil
from pathlib import Path

import mkdocs.contrib.search

from archive.measure.adapters import put_adapter
from archive.measure.texts import texts

LUNR = Path(mkdocs.contrib.search.__file__).parent / "templates" / "search" / "lunr.js"


def build_lunr(documents: Path, folder: Path) -> None:
    """Write lunr.js and the documents, which the browser indexes.

    That is what MkDocs' own search does unless told otherwise. An index made by lunr.py instead
    would be worse: its stemmer is not that of lunr.js.
    """
    rows = [text._asdict() for text in texts(documents)]
    (folder / "documents.json").write_text(json.dumps(rows), encoding="utf-8")
    shutil.copy(LUNR, folder / "lunr.js")
    put_adapter("lunr.js", folder)
