"""Owns breaking an archive: the edits that a case in tests/broken asks for, one function a kind."""

import hashlib
import os
import re
import shutil
from pathlib import Path
from typing import Any

Edit = dict[str, Any]


def broken(archive: Path, edits: list[Edit]) -> None:
    """Applies the edits to the archive in a folder, in their order."""
    for edit in edits:
        _edit(archive, edit)


def _edit(archive: Path, edit: Edit) -> None:
    match edit:
        case {"in": path, "replace": old, "with": new}:
            _replace(archive / path, old, new)
        case {"to": path, "append": text}:
            _append(archive, path, text)
        case {"stamp": path}:
            _stamp(archive, path)
        case {"write": path, **content}:
            _write(archive / path, content)
        case _:
            _disturb(archive, edit)


def _disturb(archive: Path, edit: Edit) -> None:
    """Edits of what stands where, rather than of what a file says."""
    match edit:
        case {"delete": path}:
            (archive / path).unlink()
        case {"rename": path, "into": other}:
            (archive / path).rename(archive / other)
        case {"copy": path, "into": other}:
            shutil.copy(archive / path, archive / other)
        case {"link": path, "target": target}:
            (archive / path).symlink_to(target)
        case {"folder": path}:
            (archive / path).mkdir()
        case {"pipe": path}:
            os.mkfifo(archive / path)
        case {"stretch": path, "size": size}:
            os.truncate(archive / path, size)
        case _:
            raise AssertionError(f"no such edit: {edit}")


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path.name} has {old!r} {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def _write(path: Path, content: Edit) -> None:
    whole = bytes.fromhex(content["hex"]) if "hex" in content else content["text"].encode()
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(whole)


def _append(archive: Path, path: str, text: str) -> None:
    """Adds a paragraph to a record and to its kept source alike, so that only its words matter."""
    for target in (archive / path, _source(archive, path)):
        with target.open("a", encoding="utf-8", newline="") as file:
            file.write(f"\n{text}\n")
    _stamp(archive, path)


def _stamp(archive: Path, path: str) -> None:
    """Puts the digest of the kept source into its record."""
    digest = hashlib.sha256(_source(archive, path).read_bytes()).hexdigest()
    text = (archive / path).read_text(encoding="utf-8")
    stamped = re.sub("  sha256: [0-9a-f]{64}", f"  sha256: {digest}", text, count=1)
    (archive / path).write_text(stamped, encoding="utf-8", newline="")


def _source(archive: Path, path: str) -> Path:
    named = re.search("^  file: (.*)$", (archive / path).read_text(encoding="utf-8"), re.MULTILINE)
    assert named is not None
    return archive / path.split("/", maxsplit=1)[0] / named[1]
