"""Owns the joined archive: every noun by its id, and every link followed from both ends."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from archive.body import Body
from archive.model.dates import PartialDate
from archive.model.letter import Answer, Letter
from archive.model.motion import Motion
from archive.model.vocabulary import Abbreviation, Meeting, Person, Tenure, Topic
from archive.settings import Site

N = TypeVar("N", Letter, Motion)


@dataclass(frozen=True)
class Held(Generic[N]):
    """A record that the archive holds: its id, its file, its fields and its words."""

    id: str
    path: str
    noun: N
    body: Body


HeldLetter = Held[Letter]
HeldMotion = Held[Motion]


@dataclass(frozen=True)
class Archive:
    """Everything that was read and found free of problems; letters and motions newest first."""

    site: Site
    letters: Mapping[str, HeldLetter]
    motions: Mapping[str, HeldMotion]
    people: Mapping[str, Person]
    topics: Mapping[str, Topic]
    meetings: Mapping[str, Meeting]
    abbreviations: Mapping[str, Abbreviation]

    def day_of(self, motion: HeldMotion) -> PartialDate:
        """The date of the meeting that dealt with a motion."""
        return self.meetings[motion.noun.meeting].date

    def topics_of(self, letter: HeldLetter) -> tuple[str, ...]:
        """A letter's own topics and those of the motions it answers, each once."""
        answered = (self.motions[answer.motion] for answer in letter.noun.answers)
        named = [t for motion in answered for t in motion.noun.topics] + list(letter.noun.topics)
        return tuple(dict.fromkeys(str(topic) for topic in named))

    def replies(self, motion: str) -> tuple[tuple[HeldLetter, Answer], ...]:
        """The letters that answer a motion, oldest first, each with its answer."""
        return tuple(
            (letter, answer)
            for letter in reversed(self._answering[motion])
            for answer in letter.noun.answers
            if answer.motion == motion
        )

    def answered_by(self, letter: str) -> tuple[HeldLetter, ...]:
        """The letters that reply to this letter."""
        return tuple(
            other
            for other in self.letters.values()
            if other.noun.in_reply_to and other.noun.in_reply_to.letter == letter
        )

    def offices_on(self, person: str, day: PartialDate) -> tuple[Tenure, ...]:
        """The offices that a person held on a day, as far as the archive knows."""
        return tuple(t for t in self.people[person].offices if _held_on(t, day))

    @cached_property
    def _answering(self) -> Mapping[str, list[HeldLetter]]:
        return _grouped(self.letters.values(), lambda x: {str(a.motion) for a in x.noun.answers})

    @cached_property
    def letters_by_topic(self) -> Mapping[str, list[HeldLetter]]:
        """The letters under each topic, newest first."""
        return _grouped(self.letters.values(), self.topics_of)

    @cached_property
    def motions_by_topic(self) -> Mapping[str, list[HeldMotion]]:
        """The motions under each topic, newest first."""
        return _grouped(self.motions.values(), lambda m: map(str, m.noun.topics))

    @cached_property
    def motions_by_meeting(self) -> Mapping[str, list[HeldMotion]]:
        """The motions of each meeting, in the order of their numbers."""
        ordered = sorted(self.motions.values(), key=lambda m: (m.noun.number or 10**6, m.id))
        return _grouped(ordered, lambda m: (str(m.noun.meeting),))

    @cached_property
    def letters_by_person(self) -> Mapping[str, list[HeldLetter]]:
        """The letters that each person wrote, received or got a copy of, newest first."""
        return _grouped(
            self.letters.values(),
            lambda x: {str(p) for p in (x.noun.sender, x.noun.recipient, *x.noun.copied_to)},
        )

    @cached_property
    def motions_by_person(self) -> Mapping[str, list[HeldMotion]]:
        """The motions that each person moved, seconded or amended, newest first."""
        return _grouped(self.motions.values(), lambda m: set(movers(m.noun)))


def movers(motion: Motion) -> tuple[str, ...]:
    """Everyone who moved, seconded or amended a motion, in that order."""
    named = (motion.moved_by, motion.seconded_by, *motion.amended_by)
    return tuple(str(person) for person in named if person)


def _held_on(tenure: Tenure, day: PartialDate) -> bool:
    begun = tenure.since is None or tenure.since.first_day <= day.last_day
    ended = tenure.until is not None and tenure.until.last_day < day.first_day
    return begun and not ended


def _grouped(
    held: Iterable[Held[N]], keys: Callable[[Held[N]], Iterable[str]]
) -> Mapping[str, list[Held[N]]]:
    groups: defaultdict[str, list[Held[N]]] = defaultdict(list)
    for one in held:
        for key in keys(one):
            groups[key].append(one)
    return groups
