"""Owns the folders of many files with numbers: so few that the root can name all, and not one.

One would be renamed, and everything in it written and uploaded anew, with each change of a file.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.search.shards import FOLDER, fingerprinted

LEAST_IN_A_FOLDER, MOST_FOLDERS = 64, 64
"""Each name is some bytes of the root, which a reader's first query fetches."""


@dataclass(frozen=True)
class Folders:
    """The folders of files of a kind: how many are in each, and after what each is named."""

    kind: str
    each: int
    names: tuple[str, ...]

    def path(self, number: int) -> str:
        """The path of a file."""
        return f"{FOLDER}{self.kind}-{self.names[number // self.each]}/{number}.json"

    def plain(self) -> list[int | str]:
        """What the browser needs, as JSON values."""
        return [self.each, " ".join(self.names)]


def parted(kind: str, digests: Sequence[str]) -> Folders:
    """The folders of files with these digests, named after all that are in each."""
    each = LEAST_IN_A_FOLDER
    while each * MOST_FOLDERS < len(digests):
        each *= 2
    groups = (digests[begin : begin + each] for begin in range(0, len(digests), each))
    names = tuple(fingerprinted(map(bytes.fromhex, group)) for group in groups)
    return Folders(kind, each, names)
