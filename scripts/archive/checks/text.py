"""Owns checking every text that an archive would publish, whether a body, a field or a source."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from archive.body import Body
from archive.checks.damage import damage, is_typewritten, strange_characters
from archive.checks.faults import Fault, Place, places, texts_under, uncovered
from archive.checks.markup import markup, may_have_markup
from archive.checks.privacy import may_have_personal_data, personal_data
from archive.nodes import Node, Plain
from archive.problems import Problem

_NOT_PROSE = ("sha256", "original_sha256", "file", "url", "official_page", "corrections_email")
"""Fields whose values have a check of their own."""

_Check = Callable[[str], Iterable[Fault]]

_NO_EXCEPTIONS = "words without it"

MOST_TOLD = 50
"""Faults told of one text: one with more needs another look than at each of them."""


def body_problems(
    path: str, body: Body, exceptions: tuple[str, ...], country: str
) -> Iterator[Problem]:
    """Damage, markup and personal data in a body."""
    faults = [*damage(body.raw), *markup(body.raw), *_people(body.raw, country)]
    yield from _problems(path, body, uncovered(body.raw, faults, exceptions))


def source_problems(
    path: str, text: str, exceptions: tuple[str, ...], country: str
) -> Iterator[Problem]:
    """Personal data in a kept source: it is public like the record."""
    faults = uncovered(text, _people(text, country), exceptions)
    yield from _problems(path, Body(text, 1, ()), faults)


@lru_cache(1)
def _people(text: str, country: str) -> tuple[Fault, ...]:
    """The personal data of a text; a body is often the same, letter by letter, as its source."""
    return tuple(personal_data(text, country))


def field_problems(
    path: str, fields: Node, exceptions: tuple[str, ...], country: str
) -> Iterator[Problem]:
    """Strange characters, markup and personal data in any value of a record or a vocabulary.

    What a record cites of its damaged source is not called strange.
    """
    plain = fields.plain()
    texts = list(_texts(plain))
    checks = _checks([text for text, _ in texts], country)
    cited = set(_cited(plain))
    for text, place in texts if checks or cited else ():
        faults = personal_data(text, country) if place in cited else _faults(text, checks)
        for fault in uncovered(text, faults, exceptions)[:MOST_TOLD]:
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

    def people(text: str) -> Iterable[Fault]:
        return personal_data(text, country) if _may_be_of_people(text) else ()

    worth = (
        (strange_characters, not is_typewritten(together)),
        (markup, may_have_markup(together)),
        (people, may_have_personal_data(of_people)),
    )
    return tuple(check for check, may_find in worth if may_find)


def _may_be_of_people(text: str) -> bool:
    """Whether a text is more than a date, a number, an id or another single word."""
    return " " in text or "@" in text


def exception_problems(path: str, fields: Node, texts: Sequence[str]) -> Iterator[Problem]:
    """Exceptions for passages that stand nowhere in the record: its fields and these texts."""
    plain = fields.plain()
    for passage, place in texts_under(plain, "exceptions"):
        if not any(places(text, passage) for text in (*texts, *_field_texts(plain))):
            found = "a passage that stands nowhere in the record"
            wanted = "a passage of the body, the fields or the source"
            here, allowed = fields.at(place), "words as they stand there"
            yield Problem(path, here.line, here.column, found, wanted, allowed)


def excepted(fields: Node) -> tuple[str, ...]:
    """The passages that a record excepts."""
    return tuple(text for text, _ in texts_under(fields.plain(), "exceptions"))


def _field_texts(fields: Plain) -> Iterator[str]:
    """The values of fields that hold words."""
    return (text for text, _ in _texts(fields))


def _texts(value: Plain, place: Place = ()) -> Iterator[tuple[str, Place]]:
    if isinstance(value, str):
        yield value, place
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*place, index))
    else:
        for key, entry in value.items():
            if key == "exceptions":
                yield from _reasons(entry, (*place, key))
            elif key not in _NOT_PROSE:
                yield from _texts(entry, (*place, key))


def _cited(fields: Plain) -> Iterator[Place]:
    """The words that omissions and repairs have from the source."""
    for key, name in (("omissions", "text"), ("repairs", "found")):
        yield from (place for _, place in texts_under(fields, key, name))


def _reasons(exceptions: Plain, place: Place) -> Iterator[tuple[str, Place]]:
    """Why each passage is excepted; the passages themselves are what the check passes over."""
    for index, item in enumerate(exceptions if isinstance(exceptions, list) else ()):
        if isinstance(item, dict) and "why" in item:
            yield from _texts(item["why"], (*place, index, "why"))


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
