"""Owns cutting many texts into their words at once, as `words` of analysis.py does with one.

What is cut depends on the texts and on folding.py alone. It can be kept between builds (kept.py),
so it can be written as bytes and read again; what cannot be read is as if it had not been kept.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from zipfile import BadZipFile

import numpy as np

from archive.search.folding import APOSTROPHES, WORD, connected, parts
from archive.search.numbers import Ints

BREAK = 0
"""Stands behind each text in a row of words, so that no phrase runs across."""

LINKED, LINE, POINT = 1, 2, 4
"""Marks of a word: it is connected with the word before; a line ended, or a point is, between."""

_USUAL = (
    "".join(map(chr, (*range(0xAD), *range(0xAE, 0x250))))
    + "\u2010\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac\u2122"
)
_LETTERS = re.escape("".join(sign for sign in _USUAL if WORD.fullmatch(sign)))
_BREAKS = "".join(sign for sign in _USUAL if sign in APOSTROPHES)
_UNUSUAL = re.compile(f"[^{re.escape(_USUAL)}]")
_USUAL_WORD = re.compile(f"([{_LETTERS}]+(?:[{_BREAKS}][{_LETTERS}]+)*)")
"""What WORD is where all signs are usual: then there are no marks, and nothing is invisible."""


@dataclass(frozen=True)
class Cut:
    """The words of the texts of some documents.

    `spelling` has the different words as they are written, a line each, the first of them empty;
    `words` those of all texts in order, as numbers of lines, with a BREAK behind each text; `marks`
    are theirs. `texts` says how many texts each document has.
    """

    spelling: str
    words: Ints
    marks: Ints
    texts: Ints

    @property
    def spelt(self) -> list[str]:
        """The different words, one by one."""
        return self.spelling.split("\n")


class _Ids(dict[str, int]):
    """Numbers strings as they come."""

    def __missing__(self, key: str) -> int:
        self[key] = number = len(self)
        return number


def cut(documents: Iterable[Iterable[str]]) -> Cut:
    """Cut the texts of each document."""
    ids, texts = _Ids({"": BREAK}), list[int]()
    flat = np.fromiter(
        map(ids.__getitem__, chain.from_iterable(_all_parts(documents, texts))), np.uint32
    )
    between, words = flat[0::2], flat[1::2]
    spelt = list(ids)
    marks = np.zeros(len(ids), np.uint8)
    for id in np.unique(between).tolist():
        text = spelt[id]
        marks[id] = LINKED * connected(text) | LINE * ("\n" in text) | POINT * ("." in text)
    used = np.zeros(len(ids), bool)
    used[words] = used[BREAK] = True
    places = np.cumsum(used, dtype=np.uint32) - 1
    held = [spelt[id] for id in np.flatnonzero(used).tolist()]
    return Cut(
        "\n".join(held), places[words].astype(np.uint32), marks[between], np.array(texts, np.uint32)
    )


def _all_parts(documents: Iterable[Iterable[str]], counts: list[int]) -> Iterator[list[str]]:
    """Of each text what stands before each word, and the word; at last twice nothing."""
    for document in documents:
        counts.append(0)
        for text in document:
            usual = text.isascii() or not _UNUSUAL.search(text)
            found = _USUAL_WORD.split(text) if usual else parts(text)
            found[0] = ""
            found[-1:] = ("", "")
            yield found
            counts[-1] += 1


def written(one: Cut) -> bytes:
    """The value as bytes: an archive of arrays as numpy writes it."""
    spelling = one.spelling.encode("utf-8", "surrogatepass")
    file = BytesIO()
    bytes_ = np.frombuffer(spelling, np.uint8)
    np.savez(file, spelling=bytes_, words=one.words, marks=one.marks, texts=one.texts)
    return file.getvalue()


def read(content: bytes) -> Cut | None:
    """The value that was written, or None where the bytes are no such value."""
    try:
        with np.load(BytesIO(content), allow_pickle=False) as held:
            spelling = held["spelling"].tobytes().decode("utf-8", "surrogatepass")
            one = Cut(spelling, held["words"], held["marks"], held["texts"])
        return one if _is_sound(one) else None
    except (ValueError, TypeError, LookupError, OSError, EOFError, BadZipFile, AttributeError):
        return None


def _is_sound(one: Cut) -> bool:
    """Whether all parts are of their kinds, and as many as they must be."""
    return (
        [part.dtype.str[1:] for part in (one.words, one.marks, one.texts)] == ["u4", "u1", "u4"]
        and one.words.ndim == one.texts.ndim == 1
        and one.words.shape == one.marks.shape
        and not one.spelt[BREAK]
        and int(one.words.max(initial=0)) < len(one.spelt)
        and int(one.texts.min(initial=1)) > 0
        and not one.words[-1:].any()
        and np.count_nonzero(one.words == BREAK) == one.texts.sum()
    )
