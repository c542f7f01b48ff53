"""Owns explaining abbreviations and marking redactions within a document's words."""

import re
from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup, escape

from archive.body import Body
from archive.model.vocabulary import Abbreviation
from archive.quotes import find_spans


class Explainer:
    """Writes words as HTML, with each abbreviation explained where it first occurs."""

    def __init__(self, abbreviations: Mapping[str, Abbreviation]) -> None:
        forms = {form: noun.stands_for for form, noun in forms_of(abbreviations)}
        self.forms, self.seen = forms, set[str]()
        known = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
        redacted = r"\[redacted: [^\]]*\]"
        self.pattern = re.compile(rf"{redacted}|(?<!\w)(?:{known})(?!\w)" if known else redacted)

    def __call__(self, words: str) -> Markup:
        """The words as HTML, escaped."""
        return Markup("").join(self._parts(words))

    def _parts(self, words: str) -> Iterator[Markup]:
        end = 0
        for match in self.pattern.finditer(words):
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


def forms_of(abbreviations: Mapping[str, Abbreviation]) -> Iterable[tuple[str, Abbreviation]]:
    """Every written form of every abbreviation, with what it is a form of."""
    for short, noun in abbreviations.items():
        for form in (short, *noun.also_written):
            yield form, noun


def used_in(body: Body, abbreviations: Mapping[str, Abbreviation]) -> dict[str, str]:
    """The abbreviations that occur in a body, each with the words it stands for."""
    return {
        form: noun.stands_for
        for form, noun in forms_of(abbreviations)
        if find_spans(body.flat, form)
    }
