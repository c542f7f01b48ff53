"""Owns checking that nothing contains, replies to or takes up itself, at once or over others."""

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from archive.model.dates import PartialDate, surely_after
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.vocabulary import Topic
from archive.problems import Problem, quoted
from archive.records import Record
from archive.vocabularies import Vocabulary

MOST_TOLD = 50
"""Circles told of one archive."""

Ways = Mapping[str, Sequence[str]]


def circles(ways: Ways) -> Iterator[tuple[str, ...]]:
    """Each way that leads back to where it began, first and last being the same."""
    left = {start: list(ends) for start, ends in ways.items()}
    for _ in range(MOST_TOLD):
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            circle = tuple(reversed(error.args[1]))
            yield circle
            left[circle[0]].remove(circle[1])
        else:
            return


def topic_problems(topics: Vocabulary[Topic]) -> Iterator[Problem]:
    """Topics that, over others, would contain themselves, or that are related to themselves."""
    nouns = topics.nouns
    broader = {name: sorted(set(map(str, topic.broader))) for name, topic in nouns.items()}
    for circle in circles(broader):
        index = list(map(str, nouns[circle[0]].broader)).index(circle[1])
        place = topics.fields[circle[0]].at(("broader", index))
        found = f"the circle {quoted(' > '.join(circle), 300)}"
        wanted, allowed = "a broader topic", "topics that do not lead back to it"
        yield Problem(topics.path, place.line, place.column, found, wanted, allowed)
    for name, topic in nouns.items():
        if name in topic.related:
            index = list(map(str, topic.related)).index(name)
            place = topics.fields[name].at(("related", index))
            wanted, allowed = "another topic", "topics beside this one"
            yield Problem(topics.path, place.line, place.column, "itself", wanted, allowed)


def reply_problems(letters: Sequence[Record[Letter]]) -> Iterator[Problem]:
    """Letters that reply to themselves, at once or over others."""
    records = {record.id: record for record in letters}
    replied_to = ((record.id, record.gist.replies_to) for record in letters)
    for circle in circles({name: [other] for name, other in replied_to if other}):
        record = records[circle[0]]
        place = record.fields.at(("in_reply_to", "letter"))
        found = f"the circle {quoted(' > '.join(circle), 300)}"
        wanted, allowed = "an earlier letter", "letters that are no replies to this one"
        yield Problem(record.path, place.line, place.column, found, wanted, allowed)


def taken_up_problems(
    records: Sequence[Record[Letter] | Record[Motion]], days: Mapping[str, PartialDate]
) -> Iterator[Problem]:
    """Records of one day that take one another up; a later day or the record itself is told so."""
    ways = {record.id: _taken_up(record, days) for record in records if record.gist.takes_up}
    fields = {record.id: record for record in records}
    for circle in circles(ways):
        record = fields[circle[0]]
        name = "follows" if circle[1] in getattr(record.noun, "follows", ()) else "refers_to"
        index = list(map(str, getattr(record.noun, name))).index(circle[1])
        place = record.fields.at((name, index))
        found = f"the circle {quoted(' > '.join(circle), 300)}"
        wanted, allowed = "an earlier record", "records that do not lead back to this one"
        yield Problem(record.path, place.line, place.column, found, wanted, allowed)


def _taken_up(
    record: Record[Letter] | Record[Motion], days: Mapping[str, PartialDate]
) -> list[str]:
    """What a record takes up and what may be older than it."""
    named = set(record.gist.takes_up) - {record.id}
    possible = (n for n in named if n in days and record.id in days)
    return sorted(n for n in possible if not surely_after(days[n], days[record.id]))
