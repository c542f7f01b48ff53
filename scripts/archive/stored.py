"""Owns the fields of records as JSON: in memory at first, then in a file, read where it is needed.

There are 15 MB of them for each 10,000 records, which no process need hold. What the file gives is
believed only where it has the digest of what was stored; so it matters not who else writes there.
"""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

NAME = Path("build", ".fields")
MOST_WASTE = 1_000_000
"""Bytes of the file that may be of records as they no longer are, beside as many as are needed."""


class Lost(Exception):
    """Fields that are not where they were stored."""


class Store(NamedTuple):
    """A file with the fields of many records, and where the disk has it."""

    path: str
    device: int
    inode: int


class Stored:
    """The fields of one record; `digest` is theirs, as hexadecimal SHA-256."""

    __slots__ = ("_json", "begin", "digest", "length", "store")

    def __init__(
        self,
        digest: str,
        json: bytes = b"",
        store: Store | None = None,
        begin: int = 0,
        length: int | None = None,
    ) -> None:
        self.digest, self._json, self.store, self.begin = digest, json, store, begin
        self.length = len(json) if length is None else length

    @property
    def json(self) -> bytes:
        """The fields; raises `Lost` where they cannot be had."""
        if self.store is None:
            return self._json
        json = self._read(self.store)
        if sha256(json).hexdigest() != self.digest:
            raise Lost
        return json

    def lies_in(self, store: Store, begin: int) -> None:
        """Have it read from a file from now on."""
        self.store, self.begin, self._json = store, begin, b""

    def _read(self, store: Store) -> bytes:
        try:
            with open(store.path, "rb", buffering=0) as file:  # noqa: PTH123 (in half the time)
                file.seek(self.begin)
                return file.read(self.length)
        except OSError:
            raise Lost from None


def store_of(file: Path) -> Store | None:
    """The file at a path; None where there is none."""
    try:
        status = file.lstat()
    except OSError:
        return None
    return Store(str(file), status.st_dev, status.st_ino)


def put(root: Path, every: Sequence[Stored]) -> Store:
    """Have all that is stored of an archive read from its file, to which the new is added.

    The file is made anew where it is not the one that is known, or much in it is no longer needed.
    Raises `Lost` where something can no longer be had.
    """
    file = root / NAME
    store, known = store_of(file), {one.store for one in every} - {None}
    enough = 2 * sum(one.length for one in every) + MOST_WASTE
    if store is None or known != {store} or file.stat().st_size > enough:
        return _anew(file, every)
    new = [one for one in every if not one.store]
    _settle(new, store, _added(file, new))
    return store


def _anew(file: Path, every: Sequence[Stored]) -> Store:
    draft = file.with_suffix(".new")
    draft.unlink(missing_ok=True)
    begin = _added(draft, every)
    draft.replace(file)
    store = store_of(file)
    if store is None:
        raise Lost
    _settle(every, store, begin)
    return store


def _added(file: Path, some: Sequence[Stored]) -> int:
    """Where these begin at the end of a file, now that they are there."""
    with file.open("ab") as end:
        begin = end.tell()
        end.write(b"".join([one.json for one in some]))
    return begin


def _settle(some: Sequence[Stored], store: Store, begin: int) -> None:
    for one in some:
        one.lies_in(store, begin)
        begin += one.length
