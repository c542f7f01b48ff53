"""Owns what a build took in of documents, in a file for the next, which takes in only the rest.

The file is believed only if all of it is as it was written, by this program and with the same
rules and names. Words that no document has any more stay in it: of too many it is not written.
"""

import zlib
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

import numpy as np

from archive.search.lexicon import NONE, Numbered
from archive.search.names import Names
from archive.search.numbers import Ints
from archive.search.postings import Postings
from archive.search.rules import Rules
from archive.search.shards import encode
from archive.search.taken import Taken
from archive.unchanged import program

_POSTINGS = ("texts", "titles", "named")
_ARRAYS = ("words", "counts", "lengths", "title_lengths", "given", "documents")
_LISTS = ("spelt", "exact", "stems")
_NUMBERS = ("stem_of", "is_plain")

_MOST_UNUSED = 0.1
"""The share of words that no document has any more, from which on all is better made anew."""


class Before(NamedTuple):
    """Groups of documents by their keys, what was taken in of them, and the words they have."""

    keys: tuple[str, ...]
    taken: Taken
    numbered: Numbered = NONE


def of_program(rules: Rules, named: Names) -> str:
    """What changes whenever the same texts could be taken in otherwise."""
    return sha256(encode([program(), rules.plain(), named.plain()])).hexdigest()


def read(file: Path | None, made_by: str) -> Before | None:
    """What a build before took in, or None where the file has nothing that can be believed."""
    try:
        return _read(file, made_by) if file and _is_whole(file) else None
    except (ValueError, TypeError, LookupError, OSError, EOFError, RuntimeError, AttributeError):
        return None
    except (BadZipFile, zlib.error):
        return None


def _is_whole(file: Path) -> bool:
    """Whether all parts of a file have their check sums, which numpy asks for not in all cases."""
    with ZipFile(file) as held:
        return held.testzip() is None


def _read(file: Path, made_by: str) -> Before | None:
    with np.load(file, allow_pickle=False) as held:
        if _lines(held["made_by"]) != [made_by]:
            return None
        parts = tuple(tuple(filter(None, row.split("\t"))) for row in _lines(held["parts"]))
        texts, titles, named = (Postings(held[name]) for name in _POSTINGS)
        arrays = {name: held[name] for name in _ARRAYS}
        taken = Taken(texts, titles, named, **arrays, parts=parts)
        spelt, exact, stems = (_lines(held[name]) for name in _LISTS)
        numbers = (held[name].tolist() for name in _NUMBERS)
        numbered = Numbered(spelt, exact, stems, *numbers)
        return Before(tuple(_lines(held["keys"])), taken, numbered)


def write(file: Path | None, made_by: str, before: Before) -> None:
    """Have the next build know this; where that cannot be, it knows nothing."""
    if file is None:
        return
    with suppress(OSError):
        file.unlink(missing_ok=True)  # a link would lead elsewhere
        words, spelt = before.taken.words, before.numbered.spelt
        used = np.count_nonzero(np.bincount(words, minlength=len(spelt)))
        if used >= len(spelt) * (1 - _MOST_UNUSED):
            with file.open("xb") as opened:
                np.savez(opened, allow_pickle=False, **_arrays(made_by, before))


def _arrays(made_by: str, before: Before) -> dict[str, Ints]:
    taken, numbered = before.taken, before.numbered
    lists = {name: getattr(numbered, name) for name in _LISTS}
    parts = ["\t".join(rows) for rows in taken.parts]
    lists |= {"made_by": [made_by], "keys": before.keys, "parts": parts}
    return {
        **{name: getattr(taken, name) for name in _ARRAYS},
        **{name: getattr(taken, name).packed for name in _POSTINGS},
        **{name: _letters(lines) for name, lines in lists.items()},
        **{name: np.array(getattr(numbered, name)) for name in _NUMBERS},
    }


def _letters(lines: Iterable[str]) -> Ints:
    return np.frombuffer("\n".join(lines).encode("utf-8", "surrogatepass"), np.uint8)


def _lines(letters: Ints) -> list[str]:
    return letters.tobytes().decode("utf-8", "surrogatepass").split("\n")
