"""Owns documents that stay in their file, as an archive's do: each is read when it is needed."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import overload

from archive.search.documents import Document, documents_from_jsonl


class Lines(Sequence[Document]):
    """The documents of lines, which are copied into a file."""

    def __init__(self, file: Path, lines: Iterable[str]) -> None:
        self._file = file
        self._ends = [0]
        with file.open("wb") as opened:
            for line in lines:
                self._ends.append(self._ends[-1] + opened.write(line.encode()))

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, place: int) -> Document: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Document]: ...
    def __getitem__(self, place: int | slice) -> Document | Sequence[Document]:
        """Some documents, or one; not numbered."""
        if isinstance(place, slice):
            begin, end, _ = place.indices(len(self))
            return self._read(begin, end)
        return self._read(range(len(self))[place], place + 1)[0]

    def _read(self, begin: int, end: int) -> Sequence[Document]:
        # Opened each time, as several processes may read at once.
        with self._file.open("rb") as opened:
            opened.seek(self._ends[begin])
            lines = opened.read(self._ends[end] - self._ends[begin]).split(b"\n")[: end - begin]
        return documents_from_jsonl(line.decode() for line in lines)
