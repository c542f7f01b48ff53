"""Owns choosing whom a letter means among those whom its lines name."""

from collections.abc import Sequence

from archive.recognition.called import called as called_letter
from archive.recognition.correspondents import Correspondent, fuller, naming
from archive.recognition.knowledge import Knowledge
from archive.recognition.letterhead import is_copied
from archive.recognition.salutations import is_greeted


def best(found: Sequence[Correspondent], greeting: str | None) -> Correspondent | None:
    """The one who is greeted; else a person of ours; else one with an office; else the likeliest.

    In an address the last one is meant, as the letterhead stands above; in a signature, which
    greets nobody, the first.
    """
    greeted = [one for one in found if greeting and is_greeted(one, greeting)]
    ours = [one for one in found if one.id]
    official = [one for one in found if one.office]
    titled = [one for one in found if one.name and (one.name.before or one.name.after)]
    signed = greeting is None
    groups = (ours, official, found) if signed else (greeted, ours, official, titled, found)
    best = next((group for group in groups if group), None)
    if best and signed:
        return next((one for one in best[1:] if fuller(one, best[0])), best[0])
    return best[-1] if best else None


def shown(above: Sequence[str], side: int, known: Knowledge) -> list[Correspondent]:
    """The writer or the reader of a letter, as a line above it calls both."""
    name = called_letter(above)[side]
    return [naming(name, "", name.name, known)] if name else []


def before_copies(lines: Sequence[str]) -> Sequence[str]:
    """A signature without those who got a copy."""
    copied = (index for index, line in enumerate(lines) if is_copied(line))
    return lines[: next(copied, len(lines))]
