"""Owns checking every text that an archive would publish, whether a body, a field or a source."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from archive.body import Body
from archive.checks.damage import damage, may_be_strange, strange_characters
from archive.checks.faults import Fault, places, texts_under, uncovered
from archive.checks.fieldtexts import cited, field_texts, placed_texts
from archive.checks.markup import markup, may_have_markup
from archive.checks.privacy import (
    may_be_told_in_figures,
    may_be_told_in_words,
    may_have_personal_data,
    personal_data,
)
from archive.nodes import Node
from archive.problems import Problem

_Check = Callable[[str], Iterable[Fault]]

_NO_EXCEPTIONS = "words without it"

MOST_TEXTS = 4_096
"""Texts of fields of which is known at once what personal data they have."""

MOST_TOLD = 50
"""Faults told of one text: one with more needs another look than at each of them."""


def body_problems(
    path: str, body: Body, exceptions: tuple[str, ...], country: str
) -> Iterator[Problem]:
    """Damage, markup and personal data in a body."""
    people = _people(body.raw, body.flat, country)
    faults = [*damage(body.raw), *markup(body.raw), *people]
    yield from _problems(path, body, uncovered(body.raw, faults, exceptions))


def source_problems(
    path: str, text: str, flat: str, exceptions: tuple[str, ...], country: str
) -> Iterator[Problem]:
    """Personal data in a kept source, whose words are `flat`: it is public like the record."""
    faults = uncovered(text, _people(text, flat, country), exceptions)
    yield from _problems(path, Body(text, 1, ()), faults)


def _people(text: str, flat: str, country: str) -> tuple[Fault, ...]:
    """The personal data of a text, whose words are `flat`."""
    return tuple(personal_data(text, country)) if _may_be_about_people(flat) else ()


@lru_cache(1)
def _may_be_about_people(flat: str) -> bool:
    """Whether there may be personal data in words; a body has mostly the same as its source."""
    return may_have_personal_data(flat)


def field_problems(
    path: str, fields: Node, exceptions: tuple[str, ...], country: str
) -> Iterator[Problem]:
    """Strange characters, markup and personal data in any value of a record or a vocabulary.

    What a record cites of its damaged source is not called strange.
    """
    plain = fields.plain()
    checks = _checks(field_texts(plain), country)
    citing = set(cited(plain))
    for text, place in placed_texts(plain) if checks or citing else ():
        cites = place in citing
        faults = _people_in_field(text, country) if cites else _faults(text, checks)
        for fault in uncovered(text, faults, exceptions)[:MOST_TOLD] if faults else ():
            here = fields.at(place)
            yield _problem(path, (here.line, here.column), fault)


def key_problems(
    path: str, places: Mapping[str, tuple[int, int]], country: str
) -> Iterator[Problem]:
    """Strange characters, markup and personal data in the keys of a vocabulary."""
    for name, place in places.items():
        for fault in _faults(name, _checks([name], country)):
            yield _problem(path, place, replace(fault, allowed=_NO_EXCEPTIONS))


def entry_problems(path: str, fields: Node, country: str) -> Iterator[Problem]:
    """The same in a vocabulary's entry or in settings, which have no exceptions and no source."""
    for problem in field_problems(path, fields, (), country):
        yield replace(problem, allowed=_NO_EXCEPTIONS)


def _faults(text: str, checks: Sequence[_Check]) -> list[Fault]:
    return [fault for check in checks for fault in check(text)]


def _checks(texts: Sequence[str], country: str) -> tuple[_Check, ...]:
    """The checks of fields that may find anything in some texts.

    It is quicker to ask this of all fields of a record at once than to check each in vain.
    """
    together, of_people = "\n\n".join(texts), "\n\n".join(filter(_may_be_of_people, texts))
    in_words = may_be_told_in_words(of_people)

    def people(text: str) -> Iterable[Fault]:
        if not (in_words or may_be_told_in_figures(text)):
            return ()
        return _people_in_field(text, country) if _may_be_of_people(text) else ()

    worth = (
        (strange_characters, may_be_strange(together)),
        (markup, may_have_markup(together)),
        (people, in_words or may_be_told_in_figures(of_people)),
    )
    return tuple(check for check, may_find in worth if may_find)


@lru_cache(MOST_TEXTS)
def _people_in_field(text: str, country: str) -> tuple[Fault, ...]:
    """The personal data of the text of a field: names, titles and notes stand in many records."""
    return tuple(personal_data(text, country)) if may_have_personal_data(text) else ()


def _may_be_of_people(text: str) -> bool:
    """Whether a text is more than a date, a number, an id or another single word."""
    return " " in text or "@" in text


def exception_problems(path: str, fields: Node, texts: Sequence[str]) -> Iterator[Problem]:
    """Exceptions for passages that stand nowhere in the record: its fields and these texts."""
    plain = fields.plain()
    for passage, place in texts_under(plain, "exceptions"):
        if not any(places(text, passage) for text in (*texts, *field_texts(plain))):
            found = "a passage that stands nowhere in the record"
            wanted = "a passage of the body, the fields or the source"
            here, allowed = fields.at(place), "words as they stand there"
            yield Problem(path, here.line, here.column, found, wanted, allowed)


def excepted(fields: Node) -> tuple[str, ...]:
    """The passages that a record excepts."""
    return tuple(text for text, _ in texts_under(fields.plain(), "exceptions"))


def _problems(path: str, body: Body, faults: list[Fault]) -> Iterator[Problem]:
    """The first faults of a text, and how many more there are."""
    faults.sort(key=lambda fault: (fault.start, fault.found))
    for fault in faults[:MOST_TOLD]:
        yield _problem(path, body.place(fault.start), fault)
    if rest := faults[MOST_TOLD:]:
        found, allowed = f"{len(rest)} more faults like those before", "a text without them"
        yield Problem(path, *body.place(rest[0].start), found, "a clean text", allowed)


def _problem(path: str, place: tuple[int, int], fault: Fault) -> Problem:
    return Problem(path, *place, fault.found, fault.wanted, fault.allowed)
