"""Owns the texts of an archive as plain Markdown pages, which all peers get alike."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from archive import files
from archive.body import Block, Body
from archive.desk import VERSIONS, folder_of
from archive.files import File
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.version import Version
from archive.recordfile import read_record
from archive.records import AnyRecord

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~$&])")
_OPENING = re.compile(r"^(\s*)([-+]|\d+(?=[.)]))", re.MULTILINE)
_READERS: Mapping[str, Callable[[File], AnyRecord | None]] = {
    "letters/": lambda file: read_record(Letter, file)[0],
    "motions/": lambda file: read_record(Motion, file)[0],
    VERSIONS: lambda file: read_record(Version, file)[0],
}


def write_pages(root: Path, folder: Path) -> int:
    """Write a page for each record of an archive into a folder; how many there are."""
    folder.mkdir(parents=True)
    pages = 0
    for path in _records(root):
        pages += 1
        name = path.removesuffix(".md").rpartition("/")[2]
        (folder / f"{name}.md").write_text(_page(root, path, name), encoding="utf-8")
    return pages


def _records(root: Path) -> Iterator[str]:
    for top in ("letters", "motions"):
        yield from (path for path in files.paths_below(root, top) if path.endswith(".md"))


def _page(root: Path, path: str, name: str) -> str:
    file = files.read(root, path)
    record = _READERS[folder_of(path) or ""](file) if isinstance(file, File) else None
    title = getattr(record.noun, "title", name) if record else name
    body = record.body if record else Body("", 1, ())
    blocks = "\n\n".join(map(_block, body.blocks))
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\n{blocks}\n"


def _block(block: Block) -> str:
    lines = [_escaped(line) for line in block.lines]
    if block.kind == "heading":
        return f"{'#' * block.level} {lines[0]}"
    before = "> " if block.kind == "quotation" else ""
    return "  \n".join(before + line for line in lines)


def _escaped(line: str) -> str:
    """The line with a backslash before each sign that Markdown would read."""
    return _OPENING.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", line))
