"""Owns which words of a record are quoted, and where: as answers, commitments, asks or evidence."""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.addresses import letter_address, motion_address
from archive.anchors import span_of
from archive.archive import Archive
from archive.held import HeldLetter, HeldMotion
from archive.ledger.deeds import Citing, citing
from archive.model.letter import Letter
from archive.model.quotation import Quotation
from archive.quotes import Span


@dataclass(frozen=True)
class Quoted:
    """Words of a record, by their place in its flat text; where they are quoted, and as what."""

    span: Span
    address: str
    label: str
    title: str


def quoted_words(archive: Archive, held: HeldLetter | HeldMotion) -> tuple[Quoted, ...]:
    """The words of a record that the ledger quotes, in the order in which they end."""
    own = _of_letter(archive, held) if isinstance(held.noun, Letter) else _of_motion(held)
    found = {*own, *_as_evidence(held, citing(archive, held))}
    return tuple(sorted(found, key=lambda q: (q.span.end, q.span.start, q.address)))


def _quoted(
    held: HeldLetter | HeldMotion, quote: Quotation, address: str, label: str, title: str
) -> Quoted:
    return Quoted(span_of(held.body, quote), address, label, title)


def _of_letter(archive: Archive, held: HeldLetter) -> Iterator[Quoted]:
    for answer in held.noun.answers:
        motion = archive.motions[answer.motion]
        for asked in answer.asks:
            address = f"{motion_address(motion.id)}#ask-{asked.ask}"
            label = _of_motion_number(held.noun, motion) + f"ask {asked.ask}"
            title = f"Quoted as answer to ask {asked.ask} of “{motion.title}”"
            for quote in asked.quotes:
                yield _quoted(held, quote, address, label, title)
    for number, commitment in enumerate(held.noun.commitments, 1):
        address = f"{letter_address(held.id)}#commitment-{number}"
        yield _quoted(held, commitment.quote, address, "undertaking", "Quoted as an undertaking")


def _of_motion_number(letter: Letter, motion: HeldMotion) -> str:
    """Which motion is meant, where a letter answers several that have numbers."""
    several = len({answer.motion for answer in letter.answers}) > 1
    return f"motion {motion.noun.number}, " if several and motion.noun.number else ""


def _of_motion(held: HeldMotion) -> Iterator[Quoted]:
    for ask in held.noun.asks:
        if ask.quote:
            address = f"{motion_address(held.id)}#ask-{ask.ask}"
            yield _quoted(held, ask.quote, address, f"ask {ask.ask}", f"Listed as ask {ask.ask}")


def _as_evidence(held: HeldLetter | HeldMotion, found: tuple[Citing, ...]) -> Iterator[Quoted]:
    for one in found:
        if one.evidence.quote is None:
            continue
        owner = one.owner
        if isinstance(owner.noun, Letter):
            address = f"{letter_address(owner.id)}#commitment-{one.number}"
            title = f"Quoted as evidence on an undertaking of {owner.noun.date.spoken}"
        else:
            address = f"{motion_address(owner.id)}#ask-{one.number}"
            title = f"Quoted as evidence on ask {one.number} of “{owner.title}”"
        yield _quoted(held, one.evidence.quote, address, "evidence", title)
