"""Owns the joined archive: every noun by its id, and every link followed from both ends."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from itertools import chain
from typing import Any, TypeVar

from archive.groups import Groups, grouped, members
from archive.held import AnyHeld, HeldLetter, HeldMotion, HeldVersion
from archive.links import Named, links, seen
from archive.looks import Notes, Watched
from archive.model.dates import PartialDate
from archive.model.letter import Answer, Letter
from archive.model.motion import Motion
from archive.model.vocabulary import Abbreviation, Meeting, Person, Tenure, Topic
from archive.settings import Site

T = TypeVar("T", bound=tuple[Any, ...])


def _file(held: AnyHeld) -> str:
    """What is seen of a record by whoever knows that it is there."""
    return held.path


def _title(held: AnyHeld) -> str:
    return held.record.gist.title


def _matter(held: AnyHeld) -> str:
    return held.record.gist.matter


def _facts(held: AnyHeld) -> str:
    return held.record.gist.facts


def _fields(held: AnyHeld) -> str:
    return held.record.content.facts


def _places(held: AnyHeld) -> str:
    # Which quotations they are of is a matter of its fields.
    return " ".join((held.record.gist.matter, *held.record.content.anchors))


def _words(held: AnyHeld) -> str:
    return held.record.content.text


def _noted(work: Callable[["Archive"], Mapping[str, T]]) -> "cached_property[Mapping[str, T]]":
    """A mapping that is worked out once, and watched from then on."""

    @wraps(work)
    def watched(archive: "Archive") -> Mapping[str, T]:
        with archive.notes.aside():
            return Watched(work.__name__, work(archive), archive.notes, members)

    return cached_property(watched)


@dataclass(frozen=True)
class Archive:
    """Everything that was read and found free of problems; letters and motions newest first.

    `versions` has those of each motion that has any, in the order in which they came about. What
    is looked at is noted in `notes`, once the archive is `watched`.
    """

    site: Site
    letters: Mapping[str, HeldLetter]
    motions: Mapping[str, HeldMotion]
    people: Mapping[str, Person]
    topics: Mapping[str, Topic]
    meetings: Mapping[str, Meeting]
    abbreviations: Mapping[str, Abbreviation]
    versions: Mapping[str, tuple[HeldVersion, ...]]
    notes: Notes = field(default_factory=Notes, compare=False)

    def watched(self) -> "Archive":
        """The same archive, which notes what is looked at."""
        notes = self.notes
        return replace(
            self,
            letters=Watched("letters", self.letters, notes, _file),
            motions=Watched("motions", self.motions, notes, _file),
            versions=Watched("versions", self.versions, notes, members),
            people=Watched("people", self.people, notes),
            topics=Watched("topics", self.topics, notes),
            meetings=Watched("meetings", self.meetings, notes),
            abbreviations=Watched("abbreviations", self.abbreviations, notes),
        )

    def work_out(self) -> None:
        """Work out now what is found in all records, so that no process forked later need do so."""
        for name, value in vars(Archive).items():
            if isinstance(value, cached_property):
                getattr(self, name)

    @cached_property
    def nouns(self) -> "Watched[AnyHeld]":
        """All records by id: what is seen of each are its fields, but those `APART`."""
        return Watched("nouns", self._records, self.notes, _matter)

    @cached_property
    def facts(self) -> "Watched[AnyHeld]":
        """All records by id: what is seen of each are the facts by which lists are made."""
        return Watched("facts", self._records, self.notes, _facts)

    @cached_property
    def titles(self) -> "Watched[AnyHeld]":
        """All records by id: what is seen of each is its title."""
        return Watched("titles", self._records, self.notes, _title)

    @cached_property
    def provenance(self) -> "Watched[AnyHeld]":
        """All records by id: what is seen of each are all of its fields."""
        return Watched("provenance", self._records, self.notes, _fields)

    @cached_property
    def bodies(self) -> "Watched[AnyHeld]":
        """All records by id: what is seen of each are its words."""
        return Watched("bodies", self._records, self.notes, _words)

    @cached_property
    def anchors(self) -> "Watched[AnyHeld]":
        """All records by id: what is seen of each is where in its words stands what it quotes.

        And its fields, which tell what that is.
        """
        return Watched("anchors", self._records, self.notes, _places)

    @cached_property
    def _records(self) -> Mapping[str, AnyHeld]:
        versions = chain.from_iterable(self.versions.values())
        every: tuple[AnyHeld, ...] = (*self.letters.values(), *self.motions.values(), *versions)
        return {held.id: held for held in every}

    def day_of(self, motion: HeldMotion) -> PartialDate:
        """The date of the meeting that dealt with a motion."""
        return self.meetings[motion.meeting].date

    def topics_of(self, letter: HeldLetter) -> tuple[str, ...]:
        """A letter's own topics and those of the motions it answers, each once."""
        answered = (self.motions[motion].topics for motion in letter.answers)
        return tuple(dict.fromkeys(chain(chain.from_iterable(answered), letter.topics)))

    def replies(self, motion: str) -> tuple[HeldLetter, ...]:
        """The letters that answer a motion, oldest first, each once."""
        return tuple(reversed(self.named[motion].answers))

    def answers(self, motion: str) -> tuple[tuple[HeldLetter, Answer], ...]:
        """Every answer to a motion with its letter, oldest first; a letter may give several."""
        return tuple(
            (letter, answer)
            for letter in self.replies(motion)
            for answer in letter.noun.answers
            if answer.motion == motion
        )

    def offices_on(self, person: str, day: PartialDate) -> tuple[Tenure, ...]:
        """The offices that a person held on a day, as far as the archive knows."""
        return tuple(t for t in self.people[person].offices if _held_on(t, day))

    @cached_property
    def named(self) -> Mapping[str, Named]:
        """What names each letter and each motion."""
        with self.notes.aside():
            return Watched("named", links(self.letters, self.motions), self.notes, seen)

    @_noted
    def mended(self) -> Mapping[str, tuple[AnyHeld, ...]]:
        """Each record that tells of corrections, under its id."""
        records = self._records.items()
        return {name: (held,) for name, held in records if held.record.gist.mended}

    @_noted
    def narrower_topics(self) -> Mapping[str, tuple[str, ...]]:
        """Under each topic those that name it as broader."""
        groups: dict[str, list[str]] = {name: [] for name in self.topics}
        for name, topic in self.topics.items():
            for broader in topic.broader:
                groups[broader].append(name)
        return {name: tuple(group) for name, group in groups.items()}

    @_noted
    def letters_by_topic(self) -> Groups[Letter]:
        """The letters under each topic, newest first."""
        return grouped(self.topics, self.letters.values(), self.topics_of)

    @_noted
    def motions_by_topic(self) -> Groups[Motion]:
        """The motions under each topic, newest first."""
        return grouped(self.topics, self.motions.values(), lambda one: one.record.gist.topics)

    @_noted
    def motions_by_meeting(self) -> Groups[Motion]:
        """The motions of each meeting, in the order of their numbers."""
        ordered = sorted(self.motions.values(), key=lambda m: (m.record.gist.number or 10**6, m.id))
        return grouped(self.meetings, ordered, lambda one: (one.record.gist.within,))

    @_noted
    def letters_by_person(self) -> Groups[Letter]:
        """The letters that each person wrote, received or got a copy of, newest first."""
        return grouped(self.people, self.letters.values(), lambda one: one.record.gist.people)

    @_noted
    def motions_by_person(self) -> Groups[Motion]:
        """The motions that each person moved, seconded or amended, newest first."""
        return grouped(self.people, self.motions.values(), lambda one: one.record.gist.people)


def _held_on(tenure: Tenure, day: PartialDate) -> bool:
    begun = tenure.since is None or tenure.since.first_day <= day.last_day
    ended = tenure.until is not None and tenure.until.last_day < day.first_day
    return begun and not ended
