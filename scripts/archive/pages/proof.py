"""Owns how a reader proves the words of a record without us: what to run, and what it must give.

The digest is that of the words in UTF-8 with every white space left out (`exports.texts`), so that
it is the same however the lines are broken. The `.txt` of a record has no other white space than
spaces and line ends, so that `tr` of any system takes out all of it.
"""

from dataclasses import dataclass

from archive.exports.addresses import file_beside
from archive.exports.texts import whitespace_free_sha256
from archive.held import HeldLetter, HeldMotion


@dataclass(frozen=True)
class Proof:
    """The digest of a record's words, and the file that has them below its first empty line."""

    digest: str
    file: str

    @property
    def command(self) -> str:
        """A line for a shell in the top folder of the site: it prints the digest or nothing."""
        return (
            f"sed '1,/^$/d' {self.file} | LC_ALL=C tr -d '[:space:]' | sha256sum"
            f" | grep {self.digest}"
        )


def proof(held: HeldLetter | HeldMotion, address: str) -> Proof | None:
    """How the words of the record with a page at `address` are proved; None without words."""
    if not held.body.flat:
        return None
    return Proof(whitespace_free_sha256(held.body), file_beside(address, "txt"))
