"""Owns references: which documents have a word in their own reference, not in their text alone."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from archive.search.analysis import terms
from archive.search.rules import reviewed_rules

SIGN = "#"
"""Stands for the word before a word of a reference, so that both are a pair as any other.

No word of a text is a sign.
"""


def references(documents: Iterable[Sequence[str]]) -> dict[str, list[int]]:
    """The documents of each word, in ascending order, given the words of each reference."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(documents):
        for word in words:
            found[word].append(number)
    return dict(found)


def referring(reference: str | None) -> list[str]:
    """The words of a reference, and all of them as one, each once.

    PM 2019/0014 has the words pm, 2019 and 0014; as one they are pm20190014.
    """
    found = terms(reference or "", reviewed_rules())
    each = [term.exact for term in found if not term.joined]
    return sorted({*each, "".join(each)}) if each else []
