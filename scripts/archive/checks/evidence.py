"""Owns checking evidence: that the words it rests on are there, and that it came afterwards."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.body import Body
from archive.checks.quoted import no_text, quote_problems
from archive.model.dates import PartialDate, surely_after
from archive.model.evidence import Evidence
from archive.model.letter import Commitment, Letter
from archive.model.motion import Ask, Motion
from archive.nodes import Node
from archive.problems import Problem, quoted
from archive.records import AnyRecord, Record


@dataclass(frozen=True)
class Origin:
    """A record that evidence comes from, and its day."""

    day: PartialDate
    record: Record[Letter] | Record[Motion]

    @property
    def body(self) -> Body:
        """Its words; none where they are not held."""
        return self.record.body


def quotes_of_elsewhere(record: AnyRecord) -> Iterator[Problem]:
    """Words quoted as evidence from a source that the archive does not hold."""
    for here, one in _pieces(record) if record.gist.elsewhere else ():
        if one.source and one.quote:
            place = here.at(("quote",))
            wanted = "no quote: the archive does not hold this source, so it cannot prove the words"
            allowed = "a summary alone"
            yield Problem(record.path, place.line, place.column, "a quote", wanted, allowed)


def evidence_problems(
    record: Record[Letter] | Record[Motion], origins: Mapping[str, Origin]
) -> Iterator[Problem]:
    """What is wrong beside the others with the evidence under a record's asks or commitments.

    `origins` has every letter and motion by id. Nothing can be evidence before the record's day.
    """
    if not (record.gist.cites or _is_too_early(record, origins)):
        return
    for here, one in _pieces(record):
        origin = origins.get(one.letter or one.motion or "")
        yield from _words(record, here, one, origin.body if origin else None)
        yield from _day(record.path, here, one, origins.get(record.id), origin)
        if record.id in (one.letter, one.motion):
            place = here.at(("letter" if one.letter else "motion",))
            wanted, allowed = "a later record, or a source elsewhere", "another record"
            yield Problem(record.path, place.line, place.column, "itself", wanted, allowed)


def _is_too_early(record: Record[Letter] | Record[Motion], origins: Mapping[str, Origin]) -> bool:
    """Whether any evidence from elsewhere came before the record; its fields are not read."""
    dates = map(PartialDate.parse, record.gist.elsewhere)
    own = origins.get(record.id) if record.gist.elsewhere else None
    return own is not None and any(surely_after(own.day, date) for date in dates)


def _pieces(record: AnyRecord) -> Iterator[tuple[Node, Evidence]]:
    """All evidence of a record, each piece with its place."""
    name = "asks" if isinstance(record.noun, Motion) else "commitments"
    deeds: Sequence[Ask | Commitment] = getattr(record.noun, name)
    for index, deed in enumerate(deeds):
        for number, one in enumerate(deed.evidence):
            yield record.fields.at((name, index, "evidence", number)), one


def _day(
    path: str, here: Node, one: Evidence, own: Origin | None, origin: Origin | None
) -> Iterator[Problem]:
    day = origin.day if origin else one.date
    if own and day and surely_after(own.day, day):
        place = here.at(("letter" if one.letter else "motion" if one.motion else "date",))
        found, wanted = f"evidence of {day.spoken}", "evidence that came after this record"
        allowed = f"{own.day.spoken} or later"
        yield Problem(path, place.line, place.column, found, wanted, allowed)


def _words(
    record: Record[Letter] | Record[Motion], here: Node, one: Evidence, body: Body | None
) -> Iterator[Problem]:
    """Quoted words that the origin has not, and no words where it has a text."""
    path, place = record.path, here.at(("quote",))
    if body and body.flat and one.quote:
        yield from quote_problems(record, place, one.quote, body)
    elif body and body.flat:
        name, wanted = str(one.letter or one.motion), "the words that show it"
        found = f"no quote from {quoted(name)}"
        yield Problem(path, here.line, here.column, found, wanted, "quote: WORDS of its text")
    elif body and one.quote:
        yield no_text(path, place)
