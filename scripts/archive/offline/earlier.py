"""Owns what an earlier offline copy is still good for: what would be packed the same again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
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
        """What it has of these files of the site, as it is packed; each may be asked for once."""
        names = (name for path in paths for name in copies(path))
        while part := tuple(islice(names, TOGETHER)):
            yield self._part(part)

    def _packed(self, name: str) -> bool:
        entry, _ = self._entries.get(self._top + name, (None, 0))
        return entry is not None and not entry.extra  # there is some in files of many gigabytes

    def _part(self, names: Iterable[str]) -> Part:
        """Its entries are moved there, which takes less time than to copy them."""
        places = list[tuple[int, int]]()
        entries, held, length = list[ZipInfo](), Manifest(), 0
        for name in names:
            entry, end = self._entries[self._top + name]
            places.append((entry.header_offset, end))
            held.take(DATA + name, self._digests[DATA + name], entry.file_size)
            entry.header_offset, length = length, length + end - entry.header_offset
            entries.append(entry)
        return Part(b"".join(map(self._bytes, _joined(places))), entries, held)

    def _bytes(self, place: tuple[int, int]) -> bytes:
        assert self._file.fp is not None  # it is open
        begin, end = place
        self._file.fp.seek(begin)
        return self._file.fp.read(end - begin)


def _joined(places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same places, those that follow one another as one: most files stand as they stood."""
    begin, end = places[0]
    for place in places[1:]:
        if place[0] != end:
            yield begin, end
            begin = place[0]
        end = place[1]
    yield begin, end
