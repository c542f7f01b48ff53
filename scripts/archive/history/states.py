"""Owns the states that one record went through, and its changes with what may be shown of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.history.comparing import Compared, State, compared
from archive.history.lineages import Lineage
from archive.history.lines import parts_of
from archive.history.withholding import Secrets, last_redaction, secrets_of, shown

NOTHING = "0" * 40
"""What git writes in place of the blob of a file that is not there."""


@dataclass(frozen=True)
class Followed:
    """A record's lineage, the touched lines of each stage that has any, and what is secret."""

    lineage: Lineage
    touched: Mapping[int, tuple[Compared, ...]]
    secrets: Secrets


def followed(lineage: Lineage, blobs: Mapping[str, str], newest: str, country: str) -> Followed:
    """What a record went through, up to the text `newest` that is to be published."""
    texts = [blobs.get(stage.step.new, "") for stage in lineage]
    if all(text in (newest, "") for text in texts):
        return Followed(lineage, {}, Secrets())
    states = [parts_of(text) for text in (*texts, newest)]
    held = [at for at, text in enumerate((*texts, newest)) if text]
    redaction = held[last_redaction([states[at] for at in held])]
    may = {at: shown(states[at], states[-1], at < redaction, country) for at in held}
    secrets = Secrets()
    for at in held:
        secrets |= secrets_of(states[at], may[at])
    marked = {at: State(states[at], may[at]) for at in held}
    touched = {b: tuple(compared(marked[a], marked[b])) for a, b in _steps(lineage, held)}
    return Followed(lineage, touched, secrets)


def _steps(lineage: Lineage, held: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stages that changed a text, each with the one before."""
    for at, stage in enumerate(lineage):
        if stage.kind in ("changed", "renamed") and {at - 1, at} <= set(held):
            yield at - 1, at


def openly(texts: Mapping[str, str]) -> Iterator[str]:
    """What records and vocabularies say in their published state, without their comments."""
    for path, text in texts.items():
        if path.endswith(".md"):
            yield from ("\n".join(lines) for lines in parts_of(text).values())
        else:
            lines = (line for line in text.split("\n") if not line.lstrip().startswith("#"))
            yield "\n".join(lines)


def last_text(lineage: Lineage, blobs: Mapping[str, str]) -> str:
    """The newest text that commits gave a record; empty where none is known."""
    texts = (blobs.get(stage.step.new, "") for stage in reversed(lineage))
    return next((text for text in texts if text), "")
