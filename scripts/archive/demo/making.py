"""Owns making an archive of invented records: its files one after the other, oldest first."""

import random
from collections.abc import Iterator, Mapping
from typing import cast

from archive.demo.assembly import SITE, Assembly
from archive.demo.evidence import evidence_elsewhere, evidence_in_motion, evidence_of
from archive.demo.letterfields import letter_fields
from archive.demo.letters import Written, written
from archive.demo.matters import Matter, Meeting, matters, span
from archive.demo.motions import HOME, Moved, motion_fields, moved
from archive.demo.past import Past
from archive.demo.records import Made
from archive.demo.subjects import Subjects
from archive.demo.versions import versions
from archive.demo.words import Words
from archive.drafting.yamlwriter import Value, fields_yaml
from archive.outputs import Output
from archive.settings import PATH as SETTINGS
from archive.vocabularies import ABBREVIATIONS, MEETINGS, PEOPLE, TOPICS

Entries = Mapping[str, Mapping[str, Value]]


def demo_outputs(records: int, seed: int) -> Iterator[Output]:
    """The files of an archive with so many letters and motions; the same ones for the same seed.

    Versions of motions are not counted. Nothing is kept but the vocabularies and the latest ids.
    """
    maker = _Maker(records, seed)
    yield Output(SETTINGS, SITE.encode())
    for matter in matters(records, maker.words):
        for made in maker.records(matter):
            yield from made.outputs()
    yield from maker.vocabularies()


class _Maker:
    """Makes the records of one matter after the other."""

    def __init__(self, records: int, seed: int) -> None:
        self.words = Words(random.Random(seed))
        self.assembly = Assembly(self.words.chance, *span(records))
        self.subjects = Subjects(self.words, records)
        self.past = Past()
        self.meetings: dict[str, Meeting] = {}
        self.letters = 0

    def records(self, matter: Matter) -> Iterator[Made]:
        """The motions of a matter with their versions, then the letters on them."""
        self.meetings[matter.meeting.id] = matter.meeting
        motions = [
            moved(matter, number, self.words, self.subjects, self.assembly)
            for number in matter.motions
        ]
        letters = [self._written(matter, at, motions) for at in range(len(matter.letters))]
        yield from self._motions(matter, motions, letters)
        yield from self._letters(letters)
        self.past.motions += [(motion.id, matter.meeting.day) for motion in motions]
        self.past.letters += [(letter.id, letter.day) for letter in letters]

    def vocabularies(self) -> Iterator[Output]:
        """The four files that records point at."""
        yield _vocabulary(PEOPLE, self.assembly.people)
        yield _vocabulary(TOPICS, self.subjects.topics)
        yield _vocabulary(ABBREVIATIONS, self.subjects.abbreviations)
        yield _vocabulary(MEETINGS, {id: _meeting(one) for id, one in self.meetings.items()})

    def _written(self, matter: Matter, at: int, motions: list[Moved]) -> Written:
        self.letters += 1
        coming = matter.letters[at]
        return written(coming, self.letters, motions, self.words, self.assembly)

    def _motions(
        self, matter: Matter, motions: list[Moved], letters: list[Written]
    ) -> Iterator[Made]:
        day = matter.meeting.day
        for motion in motions:
            fields = motion_fields(motion, matter, self.past, self.words, self.assembly)
            asks = cast("list[dict[str, Value]]", fields["asks"])
            if motion is not motions[-1]:
                asks[0]["evidence"] = [evidence_in_motion(motions[-1])]
            elif letters and matter.number % 2:
                asks[-1]["evidence"] = [evidence_elsewhere(day, matter.number)]
            yield Made("motions", motion.id, day, fields, motion.text)
            if motion.outcome == "agreed as amended":
                yield from versions(motion, matter.number // 10, self.words)

    def _letters(self, letters: list[Written]) -> Iterator[Made]:
        for at, letter in enumerate(letters):
            fields = letter_fields(letter, letters[:at], self.past, self.assembly)
            later = [one for one in letters[at + 1 :] if one.kind == "follow-up"]
            if letter.promise:
                promised = cast("list[dict[str, Value]]", fields["commitments"])[0]
                elsewhere = evidence_elsewhere(letter.day, self.letters)
                promised["evidence"] = [evidence_of(later[0])] if later else [elsewhere]
            yield Made("letters", letter.id, letter.day, fields, letter.text)


def _meeting(meeting: Meeting) -> dict[str, Value]:
    plenary = meeting.id.endswith("plenary")
    fields: dict[str, Value] = {
        "title": f"Vellmoor Assembly ({'Plenary' if plenary else 'Extraordinary Meeting'})",
        "date": meeting.told,
    }
    if plenary:
        fields["time"] = "10:00"
    return fields | {"official_page": f"{HOME}/meetings/{meeting.id}"}


def _vocabulary(path: str, entries: Entries) -> Output:
    ordered = dict(sorted(entries.items()))
    return Output(path, fields_yaml(ordered).encode())
