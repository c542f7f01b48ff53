"""Owns checking that every id leads to a noun of the archive, and that dates agree along links."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from archive.model.dates import PartialDate, surely_after
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.noun import Reference, with_article
from archive.model.vocabulary import Meeting
from archive.nearest import did_you_mean
from archive.nodes import Node
from archive.problems import Problem, quoted
from archive.records import Record

MOST_LISTED = 12
"""Ids named in a message; beyond that it says where they stand."""

HOMES = {
    "letter": "letters/",
    "motion": "motions/",
    "meeting": "motions/meetings.yml",
    "topic": "motions/topics.yml",
    "person": "letters/people.yml",
    "office": "extra.archive.offices in mkdocs.yml",
}

Known = Mapping[str, frozenset[str] | None]
"""The ids of each kind of noun; None for a kind whose file could not be read."""


def references(
    value: Any, place: tuple[int | str, ...] = ()
) -> Iterator[tuple[tuple[int | str, ...], Reference]]:
    """Every id within a noun, with the path of field names and indexes that leads to it."""
    if isinstance(value, Reference):
        yield place, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from references(item, (*place, index))
    elif isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            yield from references(getattr(value, name), (*place, info.alias or name))


def link_problems(path: str, fields: Node, noun: BaseModel, known: Known) -> Iterator[Problem]:
    """Ids that no noun of the archive has, each with the nearest that one does."""
    for place, reference in references(noun):
        ids = known[reference.noun]
        if ids is None or reference in ids or place[0] not in fields.keys:
            continue
        here = fields.at(place)
        wanted = f"the id of {with_article(reference.noun)}{did_you_mean(reference, ids)}"
        yield Problem(
            path, here.line, here.column, quoted(reference), wanted, _listed(reference, ids)
        )


def absent_problems(nouns: Iterable[BaseModel], absent: Mapping[str, str]) -> Iterator[Problem]:
    """Vocabularies that are not there although needed, each a kind of noun and its path."""
    wanted_kinds = {reference.noun for noun in nouns for _, reference in references(noun)}
    for kind, path in absent.items():
        if kind in wanted_kinds:
            wanted = f"a vocabulary, since the archive points to the id of {with_article(kind)}"
            yield Problem(path, 1, 1, "no such file", wanted, "entries, each an id with its fields")


def _listed(reference: Reference, ids: frozenset[str]) -> str:
    home = HOMES[reference.noun]
    if len(ids) > MOST_LISTED:
        return f"one of the {len(ids)} ids of {home}"
    return f"{', '.join(sorted(ids)) or 'none yet'} (see {home})"


def date_problems(
    record: Record[Letter],
    letter: Letter,
    motions: Mapping[str, Motion],
    meetings: Mapping[str, Meeting],
    letters: Mapping[str, Letter],
) -> Iterator[Problem]:
    """Answers to motions that came after the letter, and replies to letters not yet written."""
    for index, answer in enumerate(letter.answers):
        motion = motions.get(answer.motion)
        meeting = meetings.get(motion.meeting) if motion else None
        if meeting and surely_after(meeting.date, letter.date):
            here = record.fields.at(("answers", index, "motion"))
            what = f"{quoted(answer.motion)}, a motion of {meeting.date.spoken}"
            yield _too_late(record.path, here, what, letter.date)
    if reply := letter.in_reply_to:
        earlier = letters.get(reply.letter or "")
        day = earlier.date if earlier else reply.date
        if day and surely_after(day, letter.date):
            here = record.fields.at(("in_reply_to", "letter" if earlier else "date"))
            yield _too_late(record.path, here, f"a letter of {day.spoken}", letter.date)


def received_problems(record: Record[Letter], letter: Letter) -> Iterator[Problem]:
    """A text that came to the archive, or was compared, before its letter was written."""
    for name in ("received", "compared"):
        day = getattr(letter.source, name)
        if day and surely_after(letter.date, day):
            here = record.fields.at(("source", name))
            wanted = f"a day after the letter was written ({letter.date.spoken})"
            allowed = f"{letter.date.spoken} or later"
            yield Problem(record.path, here.line, here.column, quoted(str(day)), wanted, allowed)


def _too_late(path: str, here: Node, found: str, day: PartialDate) -> Problem:
    wanted = f"something that came before the letter of {day.spoken}"
    return Problem(path, here.line, here.column, found, wanted, f"{day.spoken} or earlier")
