"""Owns the way from a text to its words, and from words to the terms of the index.

Everything here happens again, to every query, in `scripts/site/theme/js/search/analysis.js`;
tests/search/test_same_in_browser.py proves that both give the same.
"""

from collections.abc import Container, Sequence
from itertools import pairwise
from typing import NamedTuple

from archive.search.folding import CAPITAL, WORD, Shape, connected, shape
from archive.search.rules import Rules

_NEAR, _JOINED = 2, (2, 3)


class Word(NamedTuple):
    """A word of a text: where it begins and ends, its number in the text, and its folded form.

    `compound` is the position of the first word of the compound that it belongs to, or None.
    Offsets count code points here and UTF-16 units in the browser; nothing else differs.
    """

    start: int
    end: int
    position: int
    surface: str
    compound: int | None


_DIGITS = frozenset("0123456789")


class Term(NamedTuple):
    """What the index holds of a word, or of `span` words written as one (antisemitism).

    `stem` is None for a stop word.
    """

    position: int
    exact: str
    stem: str | None
    span: int = 1

    @property
    def joined(self) -> bool:
        """Whether this is the joined form of several words, which have terms of their own."""
        return self.span > 1


def words(text: str) -> list[Word]:
    """The words of a text, in order.

    A word is a run of letters, marks and numbers, with single apostrophes inside (O'Brien). Words
    with one connector and nothing else between them are a compound (`CONNECTED`):
    anti-semitism, 2024/25, 1,000, U.K., name@host.org.
    """
    found = [
        (match.start(), match.end(), surface)
        for match in WORD.finditer(text)
        if (surface := shape(match[0]).surface)
    ]
    links = [False, *(connected(text[a[1] : b[0]]) for a, b in pairwise(found)), False]
    result: list[Word] = []
    first = 0
    for position, (start, end, surface) in enumerate(found):
        first = first if links[position] else position
        compound = first if links[position] or links[position + 1] else None
        result.append(Word(start, end, position, surface, compound))
    return result


def terms(text: str, rules: Rules) -> list[Term]:
    """The terms of a text: one for each word, and one more for each compound, at its first word.

    - `exact` is the folded word, `stem` its stem by the rules.
    - A word of two or more capitals and numbers is an acronym: its stem is that of its singular,
      so that ACEs, ACE, aces and ace meet. One that is also a stop word (IT, US, WHO) counts as an
      acronym where the rules list it, unless it stands in a line in capitals (see `_shouted`).
    - The joined form of a compound has no connectors (anti-semitism: antisemitism), but for a point
      between digits (`as_one`); that of single capitals (U.S.) is always an acronym.
    """
    found = words(text)
    shapes = [shape(text[word.start : word.end]) for word in found]
    result: list[Term] = []
    for word, form in zip(found, shapes, strict=True):
        position, surface = word.position, word.surface
        shown = form.acronym
        if shown is not None and surface in rules.stop and _shouted(text, found, shapes, position):
            shown = None
        result.append(Term(position, surface, stem_of(surface, shown, rules)))
        if word.compound == position:
            result.append(_compound(text, found, position, rules))
    return result


def stem_of(surface: str, acronym: str | None, rules: Rules) -> str | None:
    """The stem of a word, or None where it is a stop word and not an acronym."""
    if surface in rules.stop and (acronym is None or surface not in rules.acronyms):
        return None
    return rules.root(surface if acronym is None else acronym)


def _shouted(text: str, found: Sequence[Word], shapes: Sequence[Shape], position: int) -> bool:
    """Whether a word is one of a line in capitals, which is not a row of acronyms.

    Of the two words before it and the two behind it, as far as they are in its line, at least two
    must be in capitals and none may have a small letter; ACEs has none that counts.
    """
    word = found[position]
    near = [
        other.position
        for other in found[max(0, position - _NEAR) : position + _NEAR + 1]
        if other is not word
        and "\n" not in text[min(other.end, word.end) : max(other.start, word.start)]
    ]
    capitals = sum(shapes[other].acronym is not None for other in near)
    return capitals >= _NEAR and not any(shapes[other].small for other in near)


def _compound(text: str, found: Sequence[Word], first: int, rules: Rules) -> Term:
    """The joined form of the compound that begins at a position."""
    last = first
    while last + 1 < len(found) and found[last + 1].compound == first:
        last += 1
    parts = found[first : last + 1]
    points = [False, *("." in text[a.end : b.start] for a, b in pairwise(parts))]
    joined = as_one([word.surface for word in parts], points)
    letters = all(CAPITAL.fullmatch(text, word.start, word.end) for word in parts)
    return Term(first, joined, stem_of(joined, joined if letters else None, rules), len(parts))


def as_one(surfaces: Sequence[str], points: Sequence[bool]) -> str:
    """Folded words written as one; `points` tells which of them stand behind a point.

    A point between digits stays: 1.5 is not 15.
    """
    joined = ""
    for surface, point in zip(surfaces, points, strict=True):
        decimal = point and joined[-1] in _DIGITS and surface[0] in _DIGITS
        joined += f".{surface}" if decimal else surface
    return joined


def joins(terms: Sequence[Term], known: Container[str], rules: Rules) -> list[Term]:
    """More terms for two or three adjacent words whose joined form is known to be a compound.

    `known` holds the joined forms of usual compounds (gathering.py): the `exact` of joined terms.
    With antisemitism in it, "anti semitism" gives the joined term of "anti-semitism", and so does
    a part of a longer compound (anti-semitism-related); "the rapist" gives nothing, as nobody
    writes the-rapist. Adjacent are words whose positions follow each other, whatever stands
    between them; what a compound gave already is not given again.
    """
    exact = [term.exact for term in terms if not term.joined]
    given = {(term.position, term.span) for term in terms if term.joined}
    places = [(first, span) for span in _JOINED for first in range(len(exact) - span + 1)]
    return [
        Term(first, joined, stem_of(joined, None, rules), span)
        for first, span in sorted(places)
        if (joined := "".join(exact[first : first + span])) in known and (first, span) not in given
    ]


def in_order(term: str) -> bytes:
    """A key that sorts terms as JavaScript's `<` does: by UTF-16 units, not by code points."""
    return term.encode("utf-16-be", "surrogatepass")
