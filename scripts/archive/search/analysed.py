"""Owns what the index takes from one document: a value that depends on its texts and rules alone.

It can be kept between builds (kept.py), so it can be written as bytes and read again; what cannot
be read is as if it had not been kept.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from archive.search.analysis import Term, terms
from archive.search.documents import Document
from archive.search.rules import Rules


class Form(NamedTuple):
    """A word as it is written, and its stem (None for a stop word)."""

    stem: str | None
    exact: str


class Compound(NamedTuple):
    """Words of a text that are connected: the place of the first, how many, and all as one."""

    place: int
    span: int
    joined: str


@dataclass(frozen=True)
class Analysed:
    """A document's forms, and the stems of its title, each with how often it stands there.

    `words` are the words of all its texts in order, with an empty one behind each text.
    """

    forms: dict[Form, int]
    titles: dict[str, int]
    words: tuple[str, ...]
    compounds: tuple[Compound, ...]


def analysed(document: Document, rules: Rules) -> Analysed:
    """Analyse the texts of a document."""
    forms: Counter[Form] = Counter()
    words: list[str] = []
    compounds: list[Compound] = []
    texts = [terms(text, rules) for text in document.texts]
    for found in texts:
        first = len(words)
        forms.update([Form(term.stem, term.exact) for term in found])
        words += [term.exact for term in found if not term.joined]
        words.append("")
        compounds += [
            Compound(first + term.position, term.span, term.exact) for term in found if term.joined
        ]
    return Analysed(dict(forms), _stems(texts[0]), tuple(words), tuple(compounds))


def written(one: Analysed) -> bytes:
    """The value as bytes."""
    forms = [(*form, times) for form, times in one.forms.items()]
    plain = [forms, list(one.titles.items()), one.words, one.compounds]
    return json.dumps(plain, separators=(",", ":")).encode("ascii")


def read(content: bytes) -> Analysed | None:
    """The value that was written, or None where the bytes are no such value."""
    try:
        forms, titles, words, compounds = json.loads(content)
        one = Analysed(
            {Form(stem, exact): times for stem, exact, times in forms},
            dict(titles),
            tuple(words),
            tuple(Compound(*compound) for compound in compounds),
        )
    except (ValueError, TypeError, RecursionError):
        return None
    return one if _is_sound(one) else None


def _stems(title: Iterable[Term]) -> dict[str, int]:
    return dict(Counter(term.stem for term in title if term.stem is not None))


def _is_sound(one: Analysed) -> bool:
    """Whether all parts are of their kinds, and all compounds within the words."""
    times = [*one.forms.values(), *one.titles.values()]
    texts = [*one.titles, *one.words, *(form.exact for form in one.forms)]
    joined = [compound.joined for compound in one.compounds]
    numbers = [number for compound in one.compounds for number in compound[:2]]
    return (
        _all_are(int, [*times, *numbers])
        and _all_are(str, [*texts, *joined, *(form.stem or "" for form in one.forms)])
        and min(times, default=1) > 0
        and one.words[-1:] == ("",)
        and all(0 <= at < at + span < len(one.words) for at, span, _ in one.compounds)
    )


def _all_are(kind: type, values: list[Any]) -> bool:
    return set(map(type, values)) <= {kind}
