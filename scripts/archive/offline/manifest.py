"""Owns the list of files with their digests, as BagIt (RFC 8493) and `sha256sum` have it."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from archive.outputs import Output

NAME = "manifest-sha256.txt"


class Manifest:
    """The files that have passed: a line for each."""

    def __init__(self) -> None:
        self._digests: dict[str, str] = {}
        self.octets = 0

    def noting(self, outputs: Iterable[Output]) -> Iterator[Output]:
        """The same files, noted on their way."""
        for output in outputs:
            self.note(output)
            yield output

    def note(self, output: Output) -> None:
        """One file more."""
        digest = hashlib.sha256(output.content).hexdigest()
        self.take(output.path, digest, len(output.content))

    def take(self, path: str, digest: str, octets: int) -> None:
        """One file more, whose digest and length are known."""
        self._digests[path] = digest
        self.octets += octets

    def add(self, other: "Manifest") -> None:
        """All files of another one more."""
        self._digests |= other._digests
        self.octets += other.octets

    def __len__(self) -> int:
        return len(self._digests)

    def text(self) -> bytes:
        """The list, in the order of the paths."""
        return manifest(self._digests)


def manifest(digests: Mapping[str, str]) -> bytes:
    """The list of files with these digests by their paths, in the order of the paths."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items())).encode()


def read_manifest(text: bytes) -> dict[str, str]:
    """The digests of a list, by paths; raises ValueError where it is no such list."""
    lines = text.decode().splitlines()
    return {path: digest for digest, path in (line.split("  ", 1) for line in lines)}
