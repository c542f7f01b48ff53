"""Owns recognising a whole letter: all that its record's fields can be taken from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.model.dates import PartialDate
from archive.model.letter import LetterKind
from archive.recognition.answered import Pointed, pointed
from archive.recognition.correspondence import copies, recipient
from archive.recognition.correspondents import Correspondent
from archive.recognition.dating import Dated
from archive.recognition.flattened import parted
from archive.recognition.headings import headings
from archive.recognition.kinds import kind_of, replied_to
from archive.recognition.knowledge import Knowledge, Sent
from archive.recognition.labels import labelled, with_values
from archive.recognition.letterhead import enclosed, letter_date
from archive.recognition.paper import Paper, Told
from archive.recognition.parts import Parts, parts
from archive.recognition.references import in_subject, is_reference, references
from archive.recognition.senders import sender
from archive.recognition.subject import subject, without_reply

_WITH_REFERENCE = re.compile(r"\bref(?:erence)?\b", re.IGNORECASE)
_ABOUT = re.compile(r"(?:re|subject)\s*:", re.IGNORECASE)
_NEAR = 4
"""Paragraphs from the salutation on among which a labelled reference may stand."""


@dataclass(frozen=True)
class LetterTold:
    """What a letter says of itself; None where it does not say, or says it in no known way.

    `headings` are indexes of the paper's paragraphs, `points` what those of them point at that
    are about motions; `text_begin` is the index behind the subject line.
    """

    parts: Parts
    title: Told | None
    date: Dated | None
    kind: LetterKind
    kind_words: Told | None
    sender: Correspondent | None
    recipient: Correspondent | None
    copied_to: tuple[Correspondent, ...]
    reference: Told | None
    replied_to: Dated | None
    replied_letter: str | None
    headings: tuple[int, ...]
    text_begin: int
    points: tuple[Pointed, ...]
    enclosures: tuple[str, ...]


def letter_told(paper: Paper, known: Knowledge, heads: Sequence[str] = ()) -> LetterTold:
    """What a letter says of itself; where it does not, what the `heads` of its e-mail say.

    These are lines such as `From: Léonie Abara`.
    """
    apart = parted(paper)
    told = _told(apart.paper, known, heads)
    if apart.paper == paper:
        return told
    whole = (i for i in told.headings if apart.origins.count(apart.origins[i]) == 1)
    begin = apart.origins[min(told.text_begin, len(apart.origins) - 1)]
    return replace(told, headings=tuple(apart.origins[i] for i in whole), text_begin=begin)


def _told(paper: Paper, known: Knowledge, heads: Sequence[str]) -> LetterTold:
    place = parts(paper)
    above, below = with_values(list(paper.lines(0, place.above))), tuple(paper.lines(place.below))
    near = [p.text for p in paper.paragraphs[place.above : place.above + _NEAR]]
    own, _ = references([*_without_subject(above), *filter(is_reference, near)])
    dated = letter_date(above, below, tuple(paper.lines())) or letter_date(heads, ())
    day = dated[0].date if dated else None
    begin = place.above + 1 if place.salutation is not None else place.above
    title, text_begin = subject(paper, place.above, begin, place.below)
    title = title or _subject_of(above) or _subject_of(heads)
    if own is None and title:
        own = in_subject(title.value)
    found = tuple(headings(paper, text_begin, place.below))
    text = " ".join(p.text for p in paper.paragraphs[begin : place.below])
    greeting = paper.paragraphs[place.above].lines[-1] if place.salutation is not None else None
    writer = sender(above, below, greeting, day, known) or sender(heads, (), None, day, known)
    reader = recipient(above, below, greeting, writer, known)
    reader = reader or recipient(heads, (), None, writer, known)
    kind, kind_words = kind_of(text)
    earlier = replied_to(text, day) if day else None
    return LetterTold(
        parts=place,
        title=title,
        date=dated[0] if dated else None,
        kind=kind,
        kind_words=kind_words,
        sender=writer,
        recipient=reader,
        copied_to=copies((*above, *below), known),
        reference=own,
        replied_to=earlier,
        replied_letter=_sent(earlier, reader, known.letters),
        headings=tuple(range(begin, text_begin)) + found,
        text_begin=text_begin,
        points=tuple(_points(paper, title, found, text, day, known)),
        enclosures=tuple(enclosed(below)),
    )


def _without_subject(above: Sequence[str]) -> Iterator[str]:
    """The lines above a letter but for those that say what it is about: a case of another body."""
    for line in above:
        if not _ABOUT.match(line) or _WITH_REFERENCE.search(line):
            yield line


def _subject_of(heads: Sequence[str]) -> Told | None:
    """The subject of an e-mail, without the signs of a reply."""
    words = without_reply(labelled(heads, "subject") or "")
    return Told(words.strip(), f"Subject: {words}", sure=False) if words.strip() else None


def _points(
    paper: Paper,
    title: Told | None,
    found: tuple[int, ...],
    text: str,
    day: PartialDate | None,
    known: Knowledge,
) -> Iterator[Pointed]:
    """The motions that headings point at; without any, that the subject line does."""
    words = [paper.paragraphs[index].text for index in found]
    by_headings = pointed(words, text, day, known.motions)
    if by_headings or title is None:
        yield from by_headings
        return
    yield from pointed([title.value], text, day, known.motions)


def _sent(
    earlier: Dated | None, reader: Correspondent | None, letters: tuple[Sent, ...]
) -> str | None:
    """The letter of ours that the recipient wrote on the day of the letter replied to."""
    if earlier is None or reader is None:
        return None
    found = [x.id for x in letters if x.sender == reader.id and x.day == earlier.date]
    return found[0] if len(found) == 1 else None
