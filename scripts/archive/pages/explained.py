"""Owns explaining abbreviations and marking redactions within a document's words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from markupsafe import Markup, escape

from archive.body import Body
from archive.model.vocabulary import Abbreviation
from archive.quotes import find_spans

_WORD = re.compile(r"\w+")
"""What stands apart, as `find_spans` finds it, if it has letters and digits alone."""


class Explainer:
    """Writes words as HTML, with each abbreviation explained where it first occurs."""

    def __init__(self, abbreviations: Mapping[str, Abbreviation]) -> None:
        forms = {form: noun.stands_for for form, noun in forms_of(abbreviations)}
        self.forms, self.seen = forms, set[str]()
        self.pattern = _pattern(tuple(form for form in forms if not form.isalnum()))

    def __call__(self, words: str) -> Markup:
        """The words as HTML, escaped."""
        return Markup("").join(self._parts(words))

    def _parts(self, words: str) -> Iterator[Markup]:
        end = 0
        for match in self.pattern.finditer(words):
            if match[0] not in self.forms and not match[0].startswith("["):
                continue  # a word like most
            yield escape(words[end : match.start()])
            yield self._explained(match[0])
            end = match.end()
        yield escape(words[end:])

    def _explained(self, found: str) -> Markup:
        if found not in self.forms:
            return Markup('<span class="redaction">{}</span>').format(found)
        if found in self.seen:
            return escape(found)
        self.seen.add(found)
        return Markup('<abbr title="{}">{}</abbr>').format(self.forms[found], found)


@lru_cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """What is marked as taken out, each of these forms, and each word, which may be one alone.

    To try all forms at every letter would take the longer, the more there are.
    """
    known = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    parted = rf"|(?<!\w)(?:{known})(?!\w)" if known else ""
    return re.compile(rf"\[redacted: [^\]]*\]{parted}|\w+")


def forms_of(abbreviations: Mapping[str, Abbreviation]) -> Iterable[tuple[str, Abbreviation]]:
    """Every written form of every abbreviation, with what it is a form of."""
    for short, noun in abbreviations.items():
        for form in (short, *noun.also_written):
            yield form, noun


def used_in(body: Body, abbreviations: Mapping[str, Abbreviation]) -> dict[str, str]:
    """The abbreviations that occur in a body, each with the words it stands for."""
    words = set(_WORD.findall(body.flat))
    return {
        form: noun.stands_for
        for form, noun in forms_of(abbreviations)
        if (form in words if form.isalnum() else find_spans(body.flat, form))
    }
