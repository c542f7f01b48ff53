"""Owns invented motions: what they ask, who moved them, and what became of them."""

from dataclasses import dataclass
from datetime import timedelta

from archive.demo.assembly import ADDRESSEES, Assembly
from archive.demo.matters import Matter, Meeting, known
from archive.demo.past import Past, before
from archive.demo.records import noted
from archive.demo.subjects import Subjects
from archive.demo.texts import Text, text
from archive.demo.turns import one_in
from archive.demo.words import Words
from archive.drafting.papers import naming
from archive.drafting.yamlwriter import Value

HOME = "https://vellmoor.example"
MOST_ASKS = 4
AMENDED = 3
"""The last digit of the number of a matter whose motions are amended, if they are agreed."""
_VERBS = "publish", "review", "pay for", "put an end to", "report each year on", "begin again with"
_UNANSWERED = "rejected", "agreed", "withdrawn", "deferred", "not recorded"
_VOTES = "unanimous", "by majority", "by the votes counted"


@dataclass(frozen=True)
class Moved:
    """A motion as far as letters and versions need it; `outcome` and `mover` are as in the record.

    `paragraphs` are those before what it asks. Without a `text` its words are not held.
    """

    id: str
    number: int
    title: str
    meeting: Meeting
    topics: tuple[str, ...]
    mover: str
    seconder: str
    outcome: str
    paragraphs: tuple[str, ...]
    asks: tuple[str, ...]
    text: Text | None


def moved(
    matter: Matter, number: int, words: Words, subjects: Subjects, assembly: Assembly
) -> Moved:
    """The motion with this number in its meeting."""
    meeting, chance = matter.meeting, words.chance
    topics = tuple(subjects.some(3))
    title = f"{subjects.label(topics[0]).capitalize()} and {words.clause(2, 4)}"
    asks = tuple(
        f"{chance.choice(_VERBS)} {words.clause(7, 15)}"
        for _ in range(chance.randint(2, MOST_ASKS))
    )
    paragraphs = tuple(words.paragraph(3) for _ in range(2))
    mover, seconder = chance.sample(assembly.members(meeting.day), 2)
    held = not one_in(3, matter.number, 1)
    blocks = motion_blocks(paragraphs, asks)
    id = f"{meeting.told.iso}-{number}-{naming(title)}"
    return Moved(
        *(id, number, title, meeting, topics, mover, seconder, _outcome(matter)),
        *(paragraphs, asks, text(blocks, matter.number) if held else None),
    )


def motion_blocks(paragraphs: tuple[str, ...], asks: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a motion: what it notes, then what it asks for."""
    listed = "\n".join(f"({number}) {ask};" for number, ask in enumerate(asks, 1))
    return (*paragraphs, "This Assembly calls on the Warden to", listed)


def motion_fields(
    motion: Moved, matter: Matter, past: Past, words: Words, assembly: Assembly
) -> dict[str, Value]:
    """The fields of a motion's record, but for what later becomes of what it asks."""
    day, number = motion.meeting.day, matter.number
    fields: dict[str, Value] = {
        "title": motion.title,
        "meeting": motion.meeting.id,
        "number": motion.number,
        "topics": motion.topics,
        "moved_by": motion.mover,
        "seconded_by": motion.seconder,
    }
    if one_in(8, number, 2):
        fields["seconded_by_note"] = "known from the agenda only"
    if motion.outcome == "agreed as amended":
        fields["amended_by"] = words.chance.sample(assembly.members(day), 1 + number % 2)
    fields |= {"outcome": motion.outcome, **votes(motion.outcome, number)}
    fields["addressees"] = list(ADDRESSEES[: 1 + number % 2])
    fields["asks"] = [_ask(motion, at) for at in range(len(motion.asks))]
    if one_in(6, number, 1):
        fields["asks_complete"] = "false"
    if follows := before(past.motions, day, 1) if one_in(4, number, 3) else []:
        fields["follows"] = follows
    if refers_to := before(past.letters, day, 2) if one_in(5, number, 3) else []:
        fields["refers_to"] = refers_to
    fields["official_page"] = f"{HOME}/motions/{motion.id}"
    if motion.outcome.startswith("agreed") and not matter.answered:
        fields["replies_checked"] = known(day + timedelta(days=200), "day")
    return fields | {"sources": [source("Minutes", motion.id)]} | noted(number)


def votes(outcome: str, number: int) -> dict[str, Value]:
    """How something with this outcome was decided; nothing where nobody voted on it."""
    if outcome in ("withdrawn", "not recorded"):
        return {}
    vote = _VOTES[number % 3] if outcome != "rejected" else _VOTES[1 + number % 2]
    if vote != _VOTES[2]:
        return {"vote": vote}
    many, few = 10 + number % 5, 1 + number % 4
    lost = outcome == "rejected"
    counted = {"in_favour": few if lost else many, "against": many if lost else few}
    return {"vote": vote, "votes": counted | ({"abstained": 1} if number % 2 else {})}


def source(what: str, id: str) -> Value:
    """A paper elsewhere that says what a record says."""
    return {
        "title": f"{what} of the Vellmoor Assembly",
        "url": f"{HOME}/papers/{id}",
        "checked": "2024-05",
        "supports": "the outcome and who moved it",
    }


def _outcome(matter: Matter) -> str:
    if matter.letters:
        return "agreed as amended" if one_in(10, matter.number, AMENDED) else "agreed"
    return _UNANSWERED[matter.number // 7 % len(_UNANSWERED)]


def _ask(motion: Moved, at: int) -> dict[str, Value]:
    ask = motion.asks[at]
    fields: dict[str, Value] = {"ask": at + 1, "summary": ask[:1].upper() + ask[1:]}
    if motion.text:
        fields["quote"] = motion.text.quotation(ask)
    if at == 1:
        fields["addressees"] = [ADDRESSEES[2]]
    return fields
