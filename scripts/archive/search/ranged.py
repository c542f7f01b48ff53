"""Owns what is made of the terms of documents: their shards by range, all words, the lengths."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from archive.outputs import Output
from archive.search.documents import PARTS
from archive.search.entries import NAMED, Entry, entries
from archive.search.extracts import Extract
from archive.search.lengths import Lengths, lengths
from archive.search.postings import Gathered
from archive.search.rules import Rules
from archive.search.shards import FOLDER, Range, fingerprint, front_coded, hashed, ranges


class Terms(NamedTuple):
    """The shards of terms, all words with their forms, and the lengths of documents."""

    shards: Sequence[Range]
    vocabulary: Sequence[str]
    measured: Lengths

    def outputs(self) -> Iterator[Output]:
        """The shards, and the vocabulary, as files."""
        yield self._words
        folder = self._folder
        for number, shard in enumerate(self.shards):
            yield Output(f"{FOLDER}{folder}{number}.json", shard.content)

    def plain(self) -> dict[str, object]:
        """What the root has of them."""
        return {
            "terms": self._folder,
            "starts": front_coded(shard.start for shard in self.shards[1:]),
            "vocabulary": self._words.path.removeprefix(FOLDER),
            "lengths": self.measured.plain(),
            "averages": {field: self.measured.average(field) for field in self.measured.levels},
        }

    @property
    def _folder(self) -> str:
        return f"terms-{fingerprint(shard.content for shard in self.shards)}/"

    @property
    def _words(self) -> Output:
        return hashed("vocabulary", "\n".join(self.vocabulary))


def terms_of(gathered: Gathered, rules: Rules, extracts: Sequence[Extract], size: int) -> Terms:
    """What is made of the terms of documents, in shards of about a size."""
    vocabulary = list[str]()
    shards = list(ranges(_noting(entries(gathered, rules), vocabulary), size))
    parts = {number for number, one in enumerate(extracts) if one.kind in PARTS}
    return Terms(shards, vocabulary, lengths(gathered, parts))


def _noting(
    written: Iterable[tuple[str, Entry]], vocabulary: list[str]
) -> Iterator[tuple[str, Entry]]:
    """The same entries; each word is put down on the way, and behind it the forms of its entry."""
    for term, entry in written:
        if not term.startswith(NAMED):
            vocabulary.append(f"{term} {''.join(map(str, entry[3:4]))}".rstrip())
        yield term, entry
