"""Owns what is understood of a mended text: as a letter or as a motion, and which of the two."""

import re
from collections.abc import Sequence

from archive.checks.privacy import personal_data
from archive.drafting.draft import Facts, Kind
from archive.drafting.letterfacts import letter_facts
from archive.drafting.motionfacts import motion_facts
from archive.drafting.papers import paper_of
from archive.intake.mending.mended import Mended
from archive.intake.received import Received
from archive.recognition.asking import asks
from archive.recognition.called import calls
from archive.recognition.greetings import greets, signs_off
from archive.recognition.knowledge import Knowledge
from archive.recognition.labels import labelled
from archive.recognition.movers import moved
from archive.recognition.paper import Paper

_MOVES = re.compile(
    r"^\W*(?:(?:agenda )?item \S+\s+)?(?:notice of )?motion\b"
    r"|^\W*i move\b|^\W*(?:whereas|resolved|be it resolved)\b|\bthis (?:council|assembly"
    r"|house|parliament|committee)\s+(?:notes|believes|resolves|welcomes|calls|recogni[sz]es|regrets)\b",
    re.IGNORECASE,
)
"""Lines that only a motion has, of papers that greet nobody."""


_PERSONAL = re.compile(r"\b(?:I|my|you|[Yy]ours?)\b")
_HEAD = 6
"""Lines among which one may say from whom to whom a letter is."""


def heads_of(received: Received, land: str) -> tuple[str, ...]:
    """The heads of an e-mail, without addresses and whatever else is personal data."""
    named = ((name, re.sub(r"<[^>]*>|[\"]", "", value)) for name, value in received.headers)
    return tuple(
        f"{name}: {' '.join(value.split())}"
        for name, value in named
        if value.strip() and not is_personal(value, land)
    )


def facts_of(
    mended: Mended,
    known: Knowledge,
    kind: Kind | None = None,
    heads: Sequence[str] = (),
    above: str = "",
) -> Facts:
    """What is understood of a mended text, as a letter or as a motion with words `above` it."""
    paper = paper_of(mended)
    if (kind or kind_of_document(paper)) == "letter":
        return letter_facts(paper, known, heads)
    return motion_facts(paper, known, above)


def kind_of_document(paper: Paper) -> Kind:
    """A motion if it greets nobody and somebody moves it or it calls on somebody; else a letter."""
    lines = [paragraph.lines for paragraph in paper.paragraphs]
    every = list(paper.lines())
    memorandum = labelled(every, "to") and labelled(every, "from")
    if memorandum or any(greets(line) or signs_off(line) for line in every):
        return "letter"
    moves = moved(lines).mover is not None or any(_MOVES.search(line) for line in every)
    if not moves and (any(map(calls, every[:_HEAD])) or _speaks_to_somebody(every)):
        return "letter"
    return "motion" if moves or next(asks(lines), None) else "letter"


def _speaks_to_somebody(lines: Sequence[str]) -> bool:
    """Whether a text has words of somebody who writes to another, and more than once."""
    return len(_PERSONAL.findall(" ".join(lines))) > 1


def is_personal(text: str, land: str) -> bool:
    """Whether a text has personal data."""
    return next(iter(personal_data(text, land)), None) is not None
