"""Owns checking every text that an archive would publish, whether a body, a field or a source."""

from collections.abc import Iterable, Iterator

from archive.body import Body
from archive.checks.damage import damage, strange_characters
from archive.checks.faults import Fault, places, texts_under, uncovered
from archive.checks.markup import markup
from archive.checks.privacy import personal_data
from archive.problems import Problem, quoted
from archive.yamltext import Node

_NOT_PROSE = ("sha256", "original_sha256", "url", "official_page", "file", "exceptions")
"""Fields whose values have a check of their own, or that quote what is excepted."""


def body_problems(
    path: str, body: Body, exceptions: tuple[str, ...], country: str
) -> Iterator[Problem]:
    """Damage, markup and personal data in a body."""
    faults = [*damage(body.raw), *markup(body.raw), *personal_data(body.raw, country)]
    for fault in uncovered(body.raw, faults, exceptions):
        yield _problem(path, body.place(fault.start), fault)


def source_problems(
    path: str, text: str, exceptions: tuple[str, ...], country: str
) -> Iterator[Problem]:
    """Personal data in a kept source: it is public like the record."""
    place = Body(text, 1, ()).place
    for fault in uncovered(text, personal_data(text, country), exceptions):
        yield _problem(path, place(fault.start), fault)


def field_problems(
    path: str, fields: Node, exceptions: tuple[str, ...], country: str
) -> Iterator[Problem]:
    """Strange characters, markup and personal data in any value of a record or a vocabulary."""
    for text, node in _texts(fields):
        faults = [*strange_characters(text), *markup(text)]
        if " " in text or "@" in text:
            faults += personal_data(text, country)
        for fault in uncovered(text, faults, exceptions):
            yield _problem(path, (node.line, node.column), fault)


def exception_problems(path: str, fields: Node, texts: Iterable[str]) -> Iterator[Problem]:
    """Exceptions for passages that stand nowhere in the record."""
    texts = tuple(texts)
    for passage, node in texts_under(fields, "exceptions"):
        if not any(places(text, passage) for text in texts):
            wanted = "a passage of the body, the fields or the source"
            allowed = "words as they stand there"
            yield Problem(path, node.line, node.column, quoted(passage), wanted, allowed)


def excepted(fields: Node) -> tuple[str, ...]:
    """The passages that a record excepts."""
    return tuple(text for text, _ in texts_under(fields, "exceptions"))


def field_texts(fields: Node) -> Iterator[str]:
    """The values of fields that hold words."""
    return (text for text, _ in _texts(fields))


def _texts(node: Node) -> Iterator[tuple[str, Node]]:
    if isinstance(node.value, str):
        yield node.value, node
    elif isinstance(node.value, tuple):
        for item in node.value:
            yield from _texts(item)
    else:
        for key, value in node.value.items():
            if key not in _NOT_PROSE:
                yield from _texts(value)


def _problem(path: str, place: tuple[int, int], fault: Fault) -> Problem:
    return Problem(path, *place, fault.found, fault.wanted, fault.allowed)
