"""Owns knowing a text again that the archive holds already, in the same words or nearly so."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from archive.body import parse_body
from archive.checks.whole import letters_and_motions
from archive.drafting.draft import Draft
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.reading import Reading

SAME = 0.9
"""Likeness from which two texts are taken for one: the share of words that both have in order."""

LIKE = 0.6
"""Likeness from which an editor is told of another text, as of another version of a motion."""


@dataclass(frozen=True)
class Alike:
    """A record of ours and how like its words are: 1 for the same words in the same order."""

    id: str
    likeness: float


def alike(draft: Draft, reading: Reading) -> Alike | None:
    """The record of ours that a draft is most like, if it is like any."""
    found = max(_scored(draft, reading), key=lambda one: one.likeness, default=None)
    return found if found and found.likeness >= LIKE else None


def _scored(draft: Draft, reading: Reading) -> Iterator[Alike]:
    words = _words(parse_body(draft.body, 1).words)
    known = set(words)
    for record in letters_and_motions(reading):
        theirs = _words(record.body.words)
        if record.noun and not theirs and _same_motion(draft, record.noun):
            yield Alike(record.id, 1.0)
        elif theirs and _may_be_like(known, set(theirs)):
            yield Alike(record.id, Indel.normalized_similarity(words, theirs, score_cutoff=LIKE))


def _may_be_like(words: set[str], theirs: set[str]) -> bool:
    """Whether enough words are in both for the texts to be alike, which is quick to tell."""
    return len(words & theirs) >= LIKE / 2 * max(len(words), len(theirs))


def _words(words: tuple[str, ...]) -> list[str]:
    folded = ("".join(c for c in word.casefold() if c.isalnum()) for word in words)
    return [word for word in folded if word]


def _same_motion(draft: Draft, noun: Letter | Motion) -> bool:
    """Whether a motion held without its words has the meeting and the title of a draft."""
    fields = draft.facts.fields
    if not isinstance(noun, Motion) or fields.get("meeting") != noun.meeting:
        return False
    return str(fields.get("title", "")).casefold() == noun.title.casefold()
