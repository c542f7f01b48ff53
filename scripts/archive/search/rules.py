"""Owns the reviewed rules of the analysis: stop words, acronyms among them, stems given by hand."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from archive.nodes import Plain
from archive.search.stemming import stem
from archive.yamltext import read_yaml

WORDS = Path(__file__).with_name("words.yml")
Pairs: TypeAlias = tuple[tuple[str, str], ...]

_STEMMABLE = re.compile("[a-z]+")

_INITIALS = re.compile("(?=.{4})[b-df-hj-np-tv-xz]*[aeiouy]?s")
"""Initials in the plural, typed in small letters (smes, lpas, icbs): the stemmer keeps their s."""


@dataclass(frozen=True)
class Rules:
    """What the analysis knows beyond the stemmer; `apart` and `together` are for its tests.

    `stems` holds the stem of each word that does not get the stemmer's own.
    """

    stop: frozenset[str]
    acronyms: frozenset[str]
    stems: Mapping[str, str]
    apart: Pairs = ()
    together: Pairs = ()

    def root(self, surface: str) -> str:
        """The stem of a folded word, stop words included.

        Only words of the letters a to z are stemmed: the stemmer is for English, and a reference
        or a number stays what it is. Initials lose the s of their plural: SMEs, smes and SME meet.
        """
        given = self.stems.get(surface)
        if given is not None:
            return given
        if _INITIALS.fullmatch(surface):
            return self.root(surface[:-1])
        return stem(surface) if _STEMMABLE.fullmatch(surface) else surface

    def plain(self) -> dict[str, str | dict[str, str]]:
        """What the browser needs, as JSON values; `rulesFrom` of rules.js reads it."""
        groups: dict[str, list[str]] = {}
        for word, given in sorted(self.stems.items()):
            groups.setdefault(given, []).append(word)
        return {
            "stop": " ".join(sorted(self.stop)),
            "acronyms": " ".join(sorted(self.acronyms)),
            "stems": {given: " ".join(words) for given, words in sorted(groups.items())},
        }


@cache
def reviewed_rules() -> Rules:
    """The rules in words.yml, read once."""
    node, problems = read_yaml(WORDS.name, WORDS.read_text(encoding="utf-8"))
    if node is None or problems:
        raise ValueError("\n".join(map(str, problems)))
    return rules_from(node.plain())


def rules_from(plain: Plain) -> Rules:
    """The rules that a file like words.yml writes; raises ValueError for another form of file."""
    match plain:
        case {
            "stop": dict() as stop,
            "acronyms": str() as acronyms,
            "stems": dict() as stems,
            "apart": list() as apart,
            "together": list() as together,
        }:
            return Rules(
                frozenset(word for words in stop.values() for word in str(words).split()),
                frozenset(acronyms.split()),
                _stems_by_word(stems),
                _pairs(apart),
                _pairs(together),
            )
    raise ValueError("wanted: stop, acronyms, stems, apart and together")


def _stems_by_word(stems: Mapping[str, Plain]) -> Mapping[str, str]:
    """The stem of each word; no word may be in two groups."""
    by_word: dict[str, str] = {}
    for given, words in stems.items():
        for word in str(words).split():
            if word in by_word:
                raise ValueError(f"{word} has two stems: {by_word[word]} and {given}")
            by_word[word] = given
    return MappingProxyType(by_word)


def _pairs(lines: list[Plain]) -> Pairs:
    """Two words of each line."""
    pairs = [tuple(str(line).split()) for line in lines]
    return tuple((one, other) for one, other in pairs)
