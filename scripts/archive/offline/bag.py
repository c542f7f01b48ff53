"""Owns the form of the offline copy: a bag as in RFC 8493 (BagIt), in one zip file.

`sha256sum -c manifest-sha256.txt` and every program that knows BagIt prove that it is whole. The
same files give the same bytes: their order is that of their coming, their times are all one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from archive.offline.deflating import PIECE
from archive.offline.directory import Directory
from archive.offline.manifest import NAME, Noted, in_pieces, line, merged, path_of
from archive.offline.zipped import Zipped, ending, head, record, zipped
from archive.outputs import Output
from archive.tree import Large

if TYPE_CHECKING:
    from hashlib import _Hash as Hash

DATA = "data/"
"""The folder of the payload."""
_BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_CHUNK = 2**20
_TOGETHER = 10_000
"""Records of a directory that are in memory twice."""


class Part(NamedTuple):
    """Some of the payload as a zip file has it, with its directory; what a manifest says of it.

    What is large has been packed into a file.
    """

    packed: Sequence[bytes | Path]
    directory: bytes
    held: Sequence[bytes]


def packed_part(name: str, payload: Iterable[Output | Large], room: Path) -> Part:
    """Pack some of the payload of a bag of this name, in whichever process."""
    packed, directory, held = list[bytes | Path](), list[bytes](), list[bytes]()
    begin = 0
    for one in payload:
        path, digest, at = DATA + one.path, sha256(), len(packed)
        if isinstance(one, Large):
            said, file = _packed_large(f"{name}/{path}", one, digest, room)
            packed.append(file)
        else:
            pieces = _noting([one.content], digest)
            said = zipped(f"{name}/{path}", pieces, packed.append)
        before = head(said)
        packed.insert(at, before)
        directory.append(record(said._replace(begin=begin)))
        held.append(line(path, digest.hexdigest()))
        begin += len(before) + said.packed
    return Part(packed, b"".join(directory), held)


def _packed_large(name: str, large: Large, digest: "Hash", room: Path) -> tuple[Zipped, Path]:
    with large.written.open("rb") as file, NamedTemporaryFile(dir=room, delete=False) as packed:
        said = zipped(name, _noting(_in_pieces(file), digest), packed.write)
    return said, Path(packed.name)


class Bag:
    """A bag of this name that is written into a file: first all of its payload, then its tags.

    Its directory and its manifest are in files, too, until they are written.
    """

    def __init__(self, name: str, file: BinaryIO, directory: BinaryIO, lines: BinaryIO) -> None:
        self.name, self._file, self._directory, self._held = name, file, directory, Noted(lines)
        self._digest, self._length = sha256(), 0
        self._count = self._octets = 0

    def add(self, part: Part, *, late: bool = False) -> None:
        """Put in a part of the payload; `late` if its path is not behind those of others."""
        records = Directory(part.directory)
        self._say(records, range(len(records)), self._length)
        for one in part.packed:
            if isinstance(one, bytes):
                self._write(one)
            else:
                with one.open("rb") as file:
                    self._copy(file, one.stat().st_size)
                one.unlink()
        self._held.add(part.held, late=late)

    def take(self, file: BinaryIO, records: Directory, run: range, end: int) -> None:
        """Put in a run of the payload of another zip file, as it stands there up to `end`.

        What its manifest says of that is to be given when the bag is finished.
        """
        if not run:
            return
        begin = records[run.start].begin
        self._say(records, run, self._length - begin)
        file.seek(begin)
        self._copy(file, end - begin)

    def finish(self, kept: Iterable[bytes], info: Mapping[str, str], tags: list[Output]) -> str:
        """Put in what says of the bag what it is, then its other tag files; its digest.

        `kept` is what is said of the files that were taken from elsewhere.
        """
        said = {**info, "Payload-Oxum": f"{self._octets}.{self._count}"}
        proof = [
            self._tag("bagit.txt", [_BAGIT]),
            self._tag("bag-info.txt", ["".join(f"{k}: {v}\n" for k, v in said.items()).encode()]),
            self._tag(NAME, in_pieces(merged(kept, self._held))),
            *(self._tag(tag.path, [tag.content]) for tag in tags),
        ]
        proof.sort(key=path_of)
        self._tag(f"tag{NAME}", [b"".join(proof)])
        begin, length = self._length, self._directory.tell()
        self._directory.seek(0)
        self._copy(self._directory, length)
        self._write(ending(self._count, begin, length))
        return self._digest.hexdigest()

    def _tag(self, path: str, pieces: Iterable[bytes]) -> bytes:
        """Put in a file that is no payload; what is said of it."""
        digest = sha256()
        packed = list[bytes]()
        one = zipped(f"{self.name}/{path}", _noting(pieces, digest), packed.append)
        self._directory.write(record(one._replace(begin=self._length)))
        for piece in (head(one), *packed):
            self._write(piece)
        self._count += 1
        return line(path, digest.hexdigest())

    def _say(self, records: Directory, run: range, by: int) -> None:
        """Have what stands in another directory in the own one."""
        for begin in range(run.start, run.stop, _TOGETHER):
            self._directory.write(records.moved(begin, min(begin + _TOGETHER, run.stop), by))
        self._count += len(run)
        self._octets += records.octets(run)

    def _copy(self, file: BinaryIO, length: int) -> None:
        """Put in so many bytes of a file, from where it is read next."""
        for at in range(0, length, _CHUNK):
            self._write(file.read(min(_CHUNK, length - at)))

    def _write(self, content: bytes) -> None:
        self._digest.update(content)
        self._length += self._file.write(content)


def _in_pieces(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece


def _noting(pieces: Iterable[bytes], digest: "Hash") -> Iterator[bytes]:
    for piece in pieces:
        digest.update(piece)
        yield piece
