"""Owns postings: which documents have which things, in typed arrays that hold a large archive."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from archive.search.lexicon import Form
from archive.search.numbers import Ints

DOCUMENT, TIMES = 20, 16
"""Bits of a document's number, and of how often it has a thing."""

MOST_DOCUMENTS = 1 << DOCUMENT
MOST_TIMES = (1 << TIMES) - 1


@dataclass(frozen=True)
class Postings:
    """Which things are in which documents and how often, in the order of things, then documents.

    Each posting is one number, of the three: arrays of millions sort fastest and smallest so.
    """

    packed: Ints

    @property
    def keys(self) -> Ints:
        """The thing and the document of each posting as one number (`keyed`)."""
        return self.packed >> TIMES

    @property
    def things(self) -> Ints:
        """The number of the thing of each posting."""
        return (self.packed >> DOCUMENT + TIMES).astype(np.int32)

    @property
    def documents(self) -> Ints:
        """The number of the document of each posting."""
        return (self.keys & (MOST_DOCUMENTS - 1)).astype(np.int32)

    @property
    def times(self) -> Ints:
        """How often each document has the thing."""
        return (self.packed & MOST_TIMES).astype(np.int32)


def postings(keys: Ints, times: Ints) -> Postings:
    """The postings with ascending keys."""
    return Postings(keys << TIMES | np.minimum(times, MOST_TIMES))


def keyed(things: Ints, documents: Ints) -> Ints:
    """Things and documents as keys."""
    return things.astype(np.int64) << DOCUMENT | documents


def counted(things: Ints, documents: Ints) -> Postings:
    """The postings of things as they stand in documents, however often."""
    return postings(*np.unique(keyed(things, documents), return_counts=True))


@dataclass(frozen=True)
class Words:
    """The words of all texts in order, as indexes of `spelt`, with a BREAK behind each text.

    Those of document n end before `ends[n]`.
    """

    words: Ints
    ends: Ints
    spelt: Sequence[str]

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return len(self.ends)


@dataclass(frozen=True)
class Gathered:
    """Everything that the index says of a row of documents.

    `forms` are all there are, by their numbers, and `stems` by theirs; `stem_of` has the number of
    each form's stem, or NO_STEM, and `is_plain` is that of a lexicon. `texts` and `joined` are
    postings of forms: of those that stand in texts, and of compounds whose words stand apart;
    `titles` are postings of stems, `named` of groups of names (names.py). `lengths` and
    `title_lengths` count the stems of each document and of its title. `parts` has the words of
    compounds: ("anti", "semitism") for anti-semitism.
    """

    forms: Sequence[Form]
    stems: Sequence[str]
    stem_of: Ints
    is_plain: Sequence[int]
    texts: Postings
    joined: Postings
    titles: Postings
    named: Postings
    lengths: Sequence[int]
    title_lengths: Sequence[int]
    row: Words
    parts: Collection[tuple[str, ...]]
