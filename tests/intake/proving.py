"""Owns proving that a mended text has the words of its source, as the archive's check does."""

from archive.body import Body, parse_body
from archive.checks.words import word_problems
from archive.intake.mending.mended import Mended, body_text
from archive.intake.received import Form, Line, Received
from archive.model.provenance import Transcribed
from archive.nodes import Node
from archive.problems import Problem

_NOWHERE = Node(1, 1, {}, {})


def text(*pages: str, form: Form = "txt") -> Received:
    """A received text with these pages."""
    lines = tuple(tuple(Line(line) for line in page.split("\n")) for page in pages)
    return Received("letter", form, "0" * 64, lines)


def body(mended: Mended) -> Body:
    """The body that the paragraphs make."""
    return parse_body(body_text(mended.paragraphs), 1)


def faults(mended: Mended) -> list[Problem]:
    """What the check would say of the record."""
    noun = Transcribed(omissions=mended.omissions, repairs=mended.repairs)
    return list(word_problems("letter.md", _NOWHERE, noun, body(mended), mended.source))
