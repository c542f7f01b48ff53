"""Owns opening the zip of a Word file without being flooded by what it unpacks to."""

import io
import zipfile
import zlib
from collections.abc import Mapping

MOST_UNPACKED = 200_000_000
"""Bytes of all parts together."""

LARGEST_PART = 50_000_000
"""Bytes of a part that is read, which is XML."""

MOST_PACKED = 300
"""Times that a large part may be smaller in the zip; XML of letters reaches about 30."""

SMALL = 1_000_000
"""Bytes of a part whose packing is not looked at."""

_DECLARES = b"<!DOCTYPE"
"""Word writes none; with the entities of one, a few lines unfold to millions of letters."""

MOST_PARTS = 5_000
BOMB = (
    "unpacks to far more than a letter has (a zip bomb?)",
    "do not open it; ask whoever sent it for a PDF",
)
DAMAGED = ("is damaged and cannot be read", "get it once more from where it came")
LOCKED = ("is encrypted", "open it in Word, save it without a password, then add that")


def parts_of(content: bytes, wanted: tuple[str, ...]) -> Mapping[str, bytes] | tuple[str, str]:
    """The parts of a zip whose names begin so, or what it is and what to do."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            infos = file.infolist()
            if refused := _refused(infos):
                return refused
            named = [info for info in infos if info.filename.startswith(wanted)]
            return {info.filename: _part(file, info) for info in named}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
        return DAMAGED
    except _Flooded:
        return BOMB


class _Flooded(Exception):
    """More came out of a part than it said, or would come out of its entities."""


def _refused(infos: list[zipfile.ZipInfo]) -> tuple[str, str] | None:
    total = sum(info.file_size for info in infos)
    if len(infos) > MOST_PARTS or total > MOST_UNPACKED or any(map(_dense, infos)):
        return BOMB
    return LOCKED if any(info.flag_bits & 1 for info in infos) else None


def _dense(info: zipfile.ZipInfo) -> bool:
    return info.file_size > SMALL and info.file_size > MOST_PACKED * max(info.compress_size, 1)


def _part(file: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """A part's bytes; what a zip says of their number is not believed."""
    with file.open(info) as stream:
        content = stream.read(LARGEST_PART + 1)
    if len(content) > LARGEST_PART or _DECLARES in content:
        raise _Flooded
    return content
