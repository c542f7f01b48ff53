"""Owns what a motion asks and of whom, as its draft has it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from archive.drafting.yamlwriter import Value
from archive.recognition.asking import Asked


def asks_of(asked: Iterable[Asked], flat: str) -> Iterator[dict[str, Value]]:
    """The asks with their own words, where these stand once in the text, and a first summary."""
    for number, one in enumerate(asked, 1):
        words = " ".join(one.words.split())
        summary = words[:1].upper() + words[1:]
        entry: dict[str, Value] = {"ask": number, "summary": summary[:300] or "?"}
        if len(words) <= 1000 and flat.count(words) == 1:  # noqa: PLR2004 (the longest line)
            entry["quote"] = words
        yield entry


def offices_in(words: str, offices: Mapping[str, str]) -> Sequence[str]:
    """The offices that some words name in full, or by their first word ("the Mayor") alone."""
    found = []
    for office, called in offices.items():
        first = called.removeprefix("The ").split(" of ")[0]
        alone = [o for o in offices.values() if o.removeprefix("The ").split(" of ")[0] == first]
        names = [called, *([first] if len(alone) == 1 else [])]
        if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.I) for name in names):
            found.append(office)
    return found
