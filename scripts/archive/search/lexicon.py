"""Owns what is known of each word as it is written: its folded form, its stem, what kind it is."""

from array import array
from collections.abc import Callable, Container, Sequence
from typing import NamedTuple, TypeVar

import numpy as np

from archive.search.analysis import as_one, stem_of
from archive.search.cutting import BREAK
from archive.search.folding import CAPITAL, shape
from archive.search.numbers import Ints
from archive.search.rules import Rules

GONE, CAPITALS, SMALL, DOUBTFUL = 1, 2, 4, 8
"""Kinds of words: nothing is left of it, an acronym, one with a small letter, an acronym that is a
stop word where a line is in capitals."""

T = TypeVar("T")

NO_STEM = -1
_COLUMNS = 3


class Form(NamedTuple):
    """A word as it is written, and its stem (None for a stop word)."""

    stem: str | None
    exact: str

    @property
    def key(self) -> str:
        """By what names are known (naming.py): the stem, or the stop word itself."""
        return self.exact if self.stem is None else self.stem


class Numbered(NamedTuple):
    """Words, forms and stems in the order of their numbers, to be numbered so again."""

    spelt: Sequence[str]
    exact: Sequence[str]
    stems: Sequence[str]
    stem_of: Sequence[int]
    is_plain: Sequence[int]


NONE = Numbered((), (), (), (), ())


class Lexicon:
    """Numbers words, forms and stems as they come; the first word and form is the BREAK's.

    `spelt`, `forms` and `stems` have them by their numbers; `stem_of` has the number of each
    form's stem, `is_plain` whether that is the stem of the word by itself, not of an acronym,
    `is_first` whether a name can begin with the form: bytes that become arrays at no cost. Those
    that were `numbered` before keep their numbers.
    """

    def __init__(
        self, rules: Rules, firsts: Container[str] = (), numbered: Numbered = NONE
    ) -> None:
        self._rules, self._firsts = rules, firsts
        self.spelt, self.stems = [*numbered.spelt], [*numbered.stems]
        self.stem_of = array("i", numbered.stem_of)
        self.is_plain = bytearray(numbered.is_plain)
        named = [None if stem == NO_STEM else self.stems[stem] for stem in self.stem_of]
        self.forms = [*map(Form, named, numbered.exact)]
        self.is_first = bytearray(form.key in firsts for form in self.forms)
        self._words, self._forms, self._stems = (
            _places(self.spelt),
            _places(self.forms),
            _places(self.stems),
        )
        self._known = _Known(self._looked_up)
        self._table = array("i", (self._word(""), self.form(Form(None, "")), 0))
        self._known[""] = 0

    @property
    def numbered(self) -> Numbered:
        """All that has a number so far."""
        exact = [form.exact for form in self.forms]
        return Numbered(self.spelt, exact, self.stems, self.stem_of, self.is_plain)

    def table(self, written: Sequence[str]) -> Ints:
        """The numbers of word and form of each word as it is written, and its kinds."""
        rows = np.fromiter(map(self._known.__getitem__, written), np.int32, len(written))
        return np.array(self._table, np.int32).reshape(-1, _COLUMNS)[rows].T

    def form(self, form: Form) -> int:
        """The number of a form."""
        number = self._forms.get(form)
        if number is None:
            number = self._forms[form] = len(self.forms)
            self.forms.append(form)
            self.stem_of.append(NO_STEM if form.stem is None else self._stem(form.stem))
            self.is_plain.append(form.stem == self._rules.root(form.exact))
            self.is_first.append(form.key in self._firsts)
        return number

    def compound(
        self, written: Sequence[str], points: Sequence[bool]
    ) -> tuple[int, tuple[str, ...]]:
        """The number of the form of words that are written as a compound, and the folded words.

        `points` tells before which of them a point is.
        """
        parts = tuple(shape(word).surface for word in written)
        joined = as_one(parts, points)
        letters = all(CAPITAL.fullmatch(word) for word in written)
        stem = stem_of(joined, joined if letters else None, self._rules)
        return self.form(Form(stem, joined)), parts

    def _looked_up(self, word: str) -> int:
        """The number of a new row of the table."""
        seen = shape(word)
        surface, acronym = seen.surface, seen.acronym
        found = BREAK, BREAK, GONE
        if surface:
            doubtful = acronym is not None and surface in self._rules.stop
            kinds = CAPITALS * (acronym is not None) | SMALL * seen.small | DOUBTFUL * doubtful
            form = self.form(Form(stem_of(surface, acronym, self._rules), surface))
            found = (self._word(surface), form, kinds)
        self._table.extend(found)
        return len(self._table) // _COLUMNS - 1

    def _word(self, surface: str) -> int:
        return _number(surface, self._words, self.spelt)

    def _stem(self, stem: str) -> int:
        return _number(stem, self._stems, self.stems)


class _Known(dict[str, int]):
    """Under words their rows of a table; what is missing is looked up once."""

    def __init__(self, look_up: Callable[[str], int]) -> None:
        self._look_up = look_up

    def __missing__(self, word: str) -> int:
        self[word] = row = self._look_up(word)
        return row


def _places(listed: Sequence[T]) -> dict[T, int]:
    return dict(zip(listed, range(len(listed)), strict=True))


def _number(text: str, known: dict[str, int], listed: list[str]) -> int:
    number = known.get(text)
    if number is None:
        number = known[text] = len(listed)
        listed.append(text)
    return number
