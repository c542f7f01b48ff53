"""Owns the draft of a received file: recognised, redacted, mended, and written as a record."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from archive.checks.privacy import personal_data
from archive.checks.whole import country
from archive.drafting.draft import Draft, Facts, Kind, digest, source_file
from archive.drafting.letterfacts import letter_facts
from archive.drafting.motionfacts import motion_facts
from archive.drafting.papers import paper_of
from archive.drafting.redacting import redacted, redactions
from archive.drafting.yamlwriter import Value, fields_yaml
from archive.intake.mending.mend import mend
from archive.intake.mending.mended import Mended, body_text
from archive.intake.received import Received, Refusal
from archive.model.dates import PartialDate
from archive.reading import Reading
from archive.recognition.knowledge import Knowledge, knowledge
from archive.recognition.motiontext import asks, moved
from archive.recognition.paper import Paper
from archive.recognition.parts import parts

_SCHEMA = "yaml-language-server: $schema=../.schemas/{kind}.schema.json"


@dataclass(frozen=True)
class Desk:
    """What drafting needs beside the file: the archive, ids that are in use, and the day."""

    reading: Reading
    taken: Collection[str]
    today: PartialDate


def drafted(received: Received, desk: Desk, kind: Kind | None = None) -> Draft | Refusal:
    """The draft of a record of what was received; a refusal where it would tell too much."""
    land = country(desk.reading)
    clean = redacted(received, land)
    mended = mend(clean)
    if not mended.paragraphs:
        return Refusal(received.name, "has no words", "get it once more from where it came")
    facts = facts_of(mended, knowledge(desk.reading), kind, heads_of(received, land))
    mended = _with_levels(mended, facts)
    body = body_text(mended.paragraphs)
    if any(_any(part, land) for part in (mended.source, body)):
        what = "has personal data that could not be taken out by itself"
        return Refusal(received.name, what, "replace it by [redacted: WHAT] and add it as .txt")
    wanted = f"{facts.beginning}-{facts.naming}"
    chosen = unused(wanted, desk.taken)
    if chosen != wanted:
        again = ("date", f"date: {wanted} has the same date and reference: is it another letter?")
        facts = replace(facts, doubts=(again, *facts.doubts))
    record = _record(received, mended, facts, chosen, desk.today)
    notes = (*_marked_before(received), *received.notes)
    doubts = (*(words for _, words in facts.doubts), *map(str, mended.doubts), *notes)
    return Draft(facts, chosen, record, mended.source, body, doubts)


def heads_of(received: Received, land: str) -> tuple[str, ...]:
    """The heads of an e-mail, without addresses and whatever else is personal data."""
    named = ((name, re.sub(r"<[^>]*>|[\"]", "", value)) for name, value in received.headers)
    return tuple(
        f"{name}: {' '.join(value.split())}"
        for name, value in named
        if value.strip() and not _any(value, land)
    )


def facts_of(
    mended: Mended, known: Knowledge, kind: Kind | None = None, heads: Sequence[str] = ()
) -> Facts:
    """What is understood of a mended text, as a letter or as a motion."""
    paper = paper_of(mended)
    chosen = kind or kind_of_document(paper)
    return letter_facts(paper, known, heads) if chosen == "letter" else motion_facts(paper, known)


def kind_of_document(paper: Paper) -> Kind:
    """A motion if it greets nobody and somebody moves it or it calls on somebody; else a letter."""
    place = parts(paper)
    if place.salutation is not None or place.closing is not None:
        return "letter"
    lines = [paragraph.lines for paragraph in paper.paragraphs]
    return "motion" if moved(lines).mover or next(asks(lines), None) else "letter"


def unused(wanted: str, taken: Collection[str]) -> str:
    """An id that no record has: the one that is wanted, or with a number behind it."""
    chosen, count = wanted, 2
    while chosen in taken:
        chosen, count = f"{wanted}-{count}", count + 1
    return chosen


def _marked_before(received: Received) -> Iterator[str]:
    """That somebody took personal data out before: the first original is not known."""
    if any("[redacted: " in line.text for page in received.pages for line in page):
        yield "original_sha256 is of a file that was redacted before: put that of the original"


def _any(text: str, land: str) -> bool:
    return next(iter(personal_data(text, land)), None) is not None


def _with_levels(mended: Mended, facts: Facts) -> Mended:
    """The paragraphs with those that are headings made so."""
    paragraphs = tuple(
        replace(p, level=facts.levels[i]) if i in facts.levels and p.text.strip() else p
        for i, p in enumerate(mended.paragraphs)
    )
    return replace(mended, paragraphs=paragraphs)


def _record(
    received: Received, mended: Mended, facts: Facts, chosen: str, today: PartialDate
) -> str:
    fields: dict[str, Value] = {**facts.fields, **_declared(mended)}
    proposed = list(fields)
    fields["source"] = _source(received, mended, chosen, today)
    fields["proposed"] = proposed
    comments: dict[str, list[str]] = {}
    for name, words in facts.doubts:
        comments.setdefault(name, []).append(words)
    comments["source"] = [*map(str, mended.doubts), *_marked_before(received), *received.notes]
    head = f"# {_SCHEMA.format(kind=facts.kind)}\n"
    return f"---\n{head}{fields_yaml(fields, comments)}---\n{body_text(mended.paragraphs)}"


def _declared(mended: Mended) -> dict[str, Value]:
    """What was left out, mended and redacted; each part only where there is any."""
    parts: dict[str, Value] = {
        "omissions": [o.model_dump(exclude_defaults=True) for o in mended.omissions],
        "repairs": [r.model_dump(exclude_defaults=True) for r in mended.repairs],
        "redactions": [r.model_dump() for r in redactions(mended.source)],
    }
    return {name: part for name, part in parts.items() if part}


def _source(
    received: Received, mended: Mended, chosen: str, today: PartialDate
) -> dict[str, Value]:
    kept = digest(mended.source)
    original = bool(redactions(mended.source)) and received.sha256 != kept
    return {
        "file": source_file(chosen),
        "sha256": kept,
        **({"original_sha256": received.sha256} if original else {}),
        "received": today,
    }


def ids_taken(reading: Reading) -> frozenset[str]:
    """The ids that records have, whatever their folder."""
    return frozenset(path.rsplit("/", 1)[-1].removesuffix(".md") for path in reading.record_paths)
