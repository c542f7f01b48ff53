"""Owns what an earlier offline copy is still good for: what would be packed the same again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from zipfile import ZipFile, ZipInfo

from archive.offline.bag import DATA, Part
from archive.offline.edition import copies
from archive.offline.manifest import NAME, Manifest, read_manifest

TOGETHER = 500
"""Files that are in memory at a time."""


class Earlier:
    """A copy that the same program made of the same archive's site, in a state before.

    `made_of` has the digests of the files of the site that it was made of.
    """

    def __init__(self, file: ZipFile, name: str, made_of: Mapping[str, str]) -> None:
        self._file, self._made_of = file, made_of
        self._digests = read_manifest(file.read(f"{name}/{NAME}"))
        self._top = f"{name}/{DATA}"
        entries = file.infolist()
        ends = [*(entry.header_offset for entry in entries[1:]), file.start_dir]
        self._entries = {e.filename: (e, end) for e, end in zip(entries, ends, strict=True)}

    def has(self, path: str, digest: str) -> bool:
        """Whether it has what the next copy will have of a file of the site with this digest."""
        return self._made_of.get(path) == digest and all(map(self._packed, copies(path)))

    def parts(self, paths: Iterable[str]) -> Iterator[Part]:
        """What it has of these files of the site, as it is packed."""
        names = [name for path in paths for name in copies(path)]
        for begin in range(0, len(names), TOGETHER):
            yield self._part(names[begin : begin + TOGETHER])

    def _packed(self, name: str) -> bool:
        entry, _ = self._entries.get(self._top + name, (None, 0))
        return entry is not None and not entry.extra  # there is some in files of many gigabytes

    def _part(self, names: Sequence[str]) -> Part:
        packed, held = bytearray(), Manifest()
        entries = list[ZipInfo]()
        for name in names:
            entry, end = self._entries[self._top + name]
            moved = copy(entry)
            moved.header_offset = len(packed)
            entries.append(moved)
            packed += self._bytes(entry.header_offset, end)
            held.take(DATA + name, self._digests[DATA + name], entry.file_size)
        return Part(bytes(packed), entries, held)

    def _bytes(self, begin: int, end: int) -> bytes:
        assert self._file.fp is not None  # it is open
        self._file.fp.seek(begin)
        return self._file.fp.read(end - begin)
