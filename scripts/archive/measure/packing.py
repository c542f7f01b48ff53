"""Owns a file as a static host sends it.

It is gzipped (level 6) where that is smaller, to be kept for ten minutes, with a tag by which a
browser asks whether it still has the newest.
"""

import gzip
import hashlib
import mimetypes
from pathlib import Path
from typing import NamedTuple

LEVEL = 6
KEPT = "max-age=600"
TYPES = {".js": "text/javascript", ".json": "application/json", ".css": "text/css"}
"""What a Windows registry may say otherwise; a browser runs no script of another type."""


class File(NamedTuple):
    """What is sent, and the headers that go before it."""

    content: bytes
    headers: dict[str, str]


def packed(path: Path) -> File:
    """The file at a path."""
    plain = path.read_bytes()
    small = gzip.compress(plain, LEVEL, mtime=0)
    kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
    headers = {
        "Content-Type": kind or "application/octet-stream",
        "Cache-Control": KEPT,
        "ETag": f'"{hashlib.sha256(plain).hexdigest()[:16]}"',
    }
    if len(small) < len(plain):
        return File(small, {**headers, "Content-Encoding": "gzip"})
    return File(plain, headers)
