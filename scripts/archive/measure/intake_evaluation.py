"""Owns measuring the intake over a folder of documents, and the table that is printed."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from archive.drafting.understanding import facts_of, heads_of
from archive.intake.mending.mend import mend
from archive.intake.mending.mended import body_text
from archive.intake.receive import receive
from archive.intake.received import Refusal
from archive.measure.intake_scores import Scored, scored
from archive.measure.intake_truth import FIELDS, Truth, truths
from archive.reading import DEFAULT_COUNTRY
from archive.recognition.knowledge import Knowledge

NOTHING = Knowledge(people={}, offices={}, topics={}, motions=(), letters=())
"""What is known where no archive is named."""

_KINDS = tuple(FIELDS)


def measured(folder: Path, known: Knowledge) -> list[Scored]:
    """Every document of a folder, scored."""
    return [_measured(truth, known) for truth in truths(folder)]


def _measured(truth: Truth, known: Knowledge) -> Scored:
    received = receive(truth.path)
    if isinstance(received, Refusal):
        words = len((truth.text or "").split())
        return Scored(truth.path.name, truth.kind, truth.fields, {}, words, words)
    mended = mend(received)
    facts = facts_of(mended, known, heads=heads_of(received, DEFAULT_COUNTRY))
    return scored(truth, facts, body_text(mended.paragraphs), known.people)


def fields_right(scores: Sequence[Scored]) -> tuple[int, int]:
    """How many fields are right, of how many."""
    hits = [score.hit(field) for score in scores for field in FIELDS[score.kind]]
    return sum(hits), len(hits)


def words_wrong(scores: Sequence[Scored]) -> tuple[int, int]:
    """How many words are wrong, of how many whose truth is known."""
    return sum(score.errors for score in scores), sum(score.words for score in scores)


def as_table(scores: Sequence[Scored]) -> str:
    """A line for each field of each kind, one for all, the word error, and every miss."""
    lines = [f"{'field':<24}{'right':>7}{'of':>7}{'':>4}per cent"]
    for kind in _KINDS:
        ours = [score for score in scores if score.kind == kind]
        for field in FIELDS[kind] if ours else ():
            right = sum(score.hit(field) for score in ours)
            lines.append(_row(f"{kind}: {field}", right, len(ours)))
    lines.append(_row("all fields", *fields_right(scores)))
    wrong, words = words_wrong(scores)
    if words:
        lines.append(f"{'words wrong':<24}{wrong:>7,}{words:>7,}{100 * wrong / words:>11.2f} %")
    return "".join(f"{line}\n" for line in [*lines, *_misses(scores)])


def _row(name: str, right: int, count: int) -> str:
    return f"{name:<24}{right:>7,}{count:>7,}{100 * right / count:>11.1f} %"


def _misses(scores: Sequence[Scored]) -> Iterable[str]:
    for score in scores:
        for field in FIELDS[score.kind]:
            if not score.hit(field):
                wanted, found = (_said(f.get(field)) for f in (score.right, score.found))
                yield f"{score.name}: {field}: found {found}; right is {wanted}"
        if score.errors:
            yield f"{score.name}: {score.errors} of {score.words} words wrong"


def _said(value: object) -> str:
    return "nothing" if value is None else repr(value)
