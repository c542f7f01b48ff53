"""Owns references: which documents have a word in their own reference, not in their text alone."""

from collections import defaultdict
from collections.abc import Iterable

from archive.search.analysis import terms
from archive.search.extracts import Extract
from archive.search.rules import Rules

SIGN = "#"
"""Stands for the word before a word of a reference, so that both are a pair as any other.

No word of a text is a sign.
"""


def references(documents: Iterable[Extract], rules: Rules) -> dict[str, list[int]]:
    """The documents of each word of a reference, and of all of them as one, in ascending order."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        for word in _words(document.reference or "", rules):
            found[word].append(number)
    return dict(found)


def _words(reference: str, rules: Rules) -> set[str]:
    """PM 2019/0014 has the words pm, 2019 and 0014; as one they are pm20190014."""
    each = [term.exact for term in terms(reference, rules) if not term.joined]
    return {*each, "".join(each)} if each else set()
