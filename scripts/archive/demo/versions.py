"""Owns other wordings of invented motions: as tabled, amendments, and on the way."""

from collections.abc import Iterator

from archive.demo.motions import Moved, motion_blocks, source, votes
from archive.demo.records import Made, noted
from archive.demo.texts import text
from archive.demo.words import Words
from archive.drafting.yamlwriter import Value
from archive.model.version import Stage

FOLDER = "motions/versions"


def versions(motion: Moved, number: int, words: Words) -> Iterator[Made]:
    """The versions of a motion that was amended; `number` is that of its matter."""
    asks = (f"consider {words.clause(5, 9)}", *motion.asks[1:])
    tabled = motion_blocks(motion.paragraphs, asks)
    amended = motion_blocks(motion.paragraphs[:1], motion.asks)
    change = (f"Leave out “{asks[0]}” and put in “{motion.asks[0]}”.",)
    counted: dict[str, Value] = {"number_of_asks": len(asks)}
    yield _made(motion, "as tabled", tabled, counted, number)
    for order, outcome in enumerate(("rejected", "agreed"), 1):
        blocks = change if outcome == "agreed" else None
        decided: dict[str, Value] = {"outcome": outcome, **votes(outcome, number)}
        if order > 1:
            decided = {"order": order, **decided}
        yield _made(motion, "amendment", blocks, decided, number + order)
    yield _made(motion, "as amended", amended, {**counted, "outcome": "agreed"}, number + 3)


def _made(
    motion: Moved, stage: Stage, blocks: tuple[str, ...] | None, more: dict[str, Value], number: int
) -> Made:
    order = f"-{more['order']}" if "order" in more else ""
    id = f"{motion.id}-{stage.replace(' ', '-')}{order}"
    fields: dict[str, Value] = {
        "motion": motion.id,
        "stage": stage,
        **more,
        "moved_by": motion.mover,
        "seconded_by": motion.seconder,
        "sources": [source("Agenda", id)],
        **noted(number),
    }
    words = text(blocks, number) if blocks else None
    return Made(FOLDER, id, motion.meeting.day, fields, words)
