"""Owns checking that dates agree: along links, of periods, and of what was looked at when."""

from collections.abc import Iterator, Mapping

from archive.gist import Gist
from archive.model.dates import PartialDate, surely_after
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.vocabulary import Meeting, Person
from archive.nodes import Node
from archive.problems import Problem, quoted
from archive.records import Record
from archive.vocabularies import Vocabulary


def date_problems(
    record: Record[Letter],
    motions: Mapping[str, Gist],
    meetings: Mapping[str, Meeting],
    letters: Mapping[str, Gist],
) -> Iterator[Problem]:
    """Answers to motions that came after the letter, and replies to letters not yet written."""
    letter, day = record.gist, PartialDate.parse(record.gist.date)
    for index, name in enumerate(letter.answers):
        motion = motions.get(name)
        meeting = meetings.get(motion.within) if motion else None
        if meeting and surely_after(meeting.date, day):
            here = record.fields.at(("answers", index, "motion"))
            what = f"{quoted(name)}, a motion of {meeting.date.spoken}"
            yield _too_late(record.path, here, what, day)
    earlier = _day_of_earlier(letter, letters)
    if earlier and surely_after(earlier, day):
        here = record.fields.at(("in_reply_to", "date" if letter.unheld else "letter"))
        yield _too_late(record.path, here, f"a letter of {earlier.spoken}", day)


def _day_of_earlier(letter: Gist, letters: Mapping[str, Gist]) -> PartialDate | None:
    """The date of the letter that a letter replies to, as far as it is known."""
    if letter.unheld:
        _, date = letter.unheld
        return PartialDate.parse(date)
    earlier = letters.get(letter.replies_to) if letter.replies_to else None
    return PartialDate.parse(earlier.date) if earlier else None


def received_problems(path: str, fields: Node, letter: Letter) -> Iterator[Problem]:
    """A text that came to the archive, or was compared, before its letter was written."""
    for name in ("received", "compared"):
        day = getattr(letter.source, name)
        if day and surely_after(letter.date, day):
            here = fields.at(("source", name))
            wanted = f"a day after the letter was written ({letter.date.spoken})"
            allowed = f"{letter.date.spoken} or later"
            yield Problem(path, here.line, here.column, quoted(str(day)), wanted, allowed)


def _too_late(path: str, here: Node, found: str, day: PartialDate) -> Problem:
    wanted = f"something that came before the letter of {day.spoken}"
    return Problem(path, here.line, here.column, found, wanted, f"{day.spoken} or earlier")


def earlier_problems(
    record: Record[Letter] | Record[Motion], days: Mapping[str, PartialDate]
) -> Iterator[Problem]:
    """Letters and motions that a record takes up although they came later; itself among them."""
    taken_up = record.gist.takes_up
    if taken_up and (day := days.get(record.id)):
        for number, other in enumerate(taken_up):
            if other == record.id:
                here = _taken_up(record)[number]
                wanted, allowed = "another, earlier record", "records that came before it"
                yield Problem(record.path, here.line, here.column, "itself", wanted, allowed)
            elif other in days and surely_after(days[other], day):
                here = _taken_up(record)[number]
                found = f"{quoted(other)} of {days[other].spoken}"
                wanted = f"something that came before {day.spoken}"
                allowed = f"{day.spoken} or earlier"
                yield Problem(record.path, here.line, here.column, found, wanted, allowed)


def _taken_up(record: Record[Letter] | Record[Motion]) -> list[Node]:
    """Where each of what a record takes up stands in its fields."""
    return [
        record.fields.at((name, index))
        for name in ("refers_to", "follows")
        for index, _ in enumerate(getattr(record.noun, name, ()))
    ]


def checked_problems(
    record: Record[Motion], checked: PartialDate, day: PartialDate, answered: bool
) -> Iterator[Problem]:
    """A day on which no reply was found, before the meeting or beside a reply that is held."""
    here, found = record.fields.at(("replies_checked",)), quoted(str(checked))
    if surely_after(day, checked):
        wanted, allowed = f"a day after the meeting ({day.spoken})", f"{day.spoken} or later"
        yield Problem(record.path, here.line, here.column, found, wanted, allowed)
    if answered:
        wanted = "no such field, since the archive holds a full reply to this motion"
        allowed = "replies_checked while none is held, or a holding reply alone"
        yield Problem(record.path, here.line, here.column, found, wanted, allowed)


def tenure_problems(people: Vocabulary[Person]) -> Iterator[Problem]:
    """Offices that end before they begin."""
    for name, person in people.nouns.items():
        for index, tenure in enumerate(person.offices):
            if tenure.since and tenure.until and surely_after(tenure.since, tenure.until):
                here = people.fields[name].at(("offices", index, "until"))
                found = quoted(str(tenure.until))
                wanted = f"a day after it began ({tenure.since.spoken})"
                allowed = f"{tenure.since.spoken} or later"
                yield Problem(people.path, here.line, here.column, found, wanted, allowed)
