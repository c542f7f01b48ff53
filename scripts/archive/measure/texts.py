"""Owns reading the texts that are searched: JSON Lines, one {id, title, text, date?} a line."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Text(NamedTuple):
    """A document to be found, as a file for measuring has it."""

    id: str
    title: str
    text: str

    @property
    def page_name(self) -> str:
        """A file name for its page, from which the adapters read the id: its bytes in hexadecimal.

        An id may hold any sign, and some systems do not tell capitals from small letters.
        """
        return self.id.encode().hex()


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a text file, which may be gzipped, one after the other."""
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8") as file
    ):
        yield from file


def texts(path: Path) -> Iterator[Text]:
    """The documents of a file, one after the other."""
    for line in lines_of(path):
        fields = json.loads(line)
        yield Text(fields["id"], fields["title"], fields["text"])
