"""Owns the drafts of a received file: recognised, redacted, mended, and written as records."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from archive.drafting.draft import Draft, Kind
from archive.drafting.papers import paper_of
from archive.drafting.recording import record_of, with_levels
from archive.drafting.redacting import A_NAME, redacted, text_of
from archive.drafting.several import Part, parts_at
from archive.drafting.understanding import facts_of, heads_of, is_personal, kind_of_document
from archive.intake.mending.mend import mend
from archive.intake.mending.mended import body_text
from archive.intake.received import Received, Refusal
from archive.model.dates import PartialDate
from archive.reading import Reading
from archive.recognition.knowledge import Knowledge, knowledge
from archive.recognition.names import Name, name_in, plain
from archive.recognition.ours import matching
from archive.recognition.private_persons import PrivatePerson, private_persons
from archive.recognition.severalmotions import motion_starts


@dataclass(frozen=True)
class Desk:
    """What drafting needs beside the file: the archive, ids that are in use, and the day.

    `keeps` says of somebody who may be private whether the name stays.
    """

    reading: Reading
    taken: Collection[str]
    today: PartialDate
    keeps: Callable[[PrivatePerson], bool] = lambda person: False


def drafted(
    received: Received, desk: Desk, kind: Kind | None = None
) -> tuple[Draft | Refusal, ...]:
    """The draft of a record of what was received, or of each of several motions in it.

    A refusal stands for what has no words, or would tell too much.
    """
    case = _Case(desk, knowledge(desk.reading), heads_of(received, desk.reading.country))
    people = _private(received, case)
    clean = replace(
        redacted(received, desk.reading.country, people),
        notes=(*_marked_before(received), *received.notes),
    )
    taken = set(desk.taken)
    found: list[Draft | Refusal] = []
    for part, part_kind in _parts(clean, kind):
        one = _drafted(part, case, part_kind, people, taken)
        taken |= {one.id} if isinstance(one, Draft) else set()
        found.append(one)
    return tuple(found)


@dataclass(frozen=True)
class _Case:
    """The desk, what its archive knows, and the heads of the e-mail that a file is."""

    desk: Desk
    known: Knowledge
    heads: tuple[str, ...]


def _parts(clean: Received, kind: Kind | None) -> Iterator[tuple[Part, Kind | None]]:
    """The whole file; or each motion in it, where it has several."""
    mended = mend(clean)
    paper = paper_of(mended)
    motions = (kind or kind_of_document(paper)) == "motion"
    starts = motion_starts(paper) if motions else ()
    if not starts:
        yield Part(clean), kind
    for part in parts_at(clean, mended, starts) if starts else ():
        yield part, "motion"


def _drafted(
    part: Part,
    case: _Case,
    kind: Kind | None,
    people: tuple[PrivatePerson, ...],
    taken: Collection[str],
) -> Draft | Refusal:
    received = part.received
    mended = mend(received, part.left_out)
    if not mended.paragraphs:
        return Refusal(received.name, "has no words", "get it once more from where it came")
    facts = facts_of(mended, case.known, kind, case.heads, part.above)
    mended = with_levels(mended, facts)
    body = body_text(mended.paragraphs)
    if any(is_personal(text, case.desk.reading.country) for text in (mended.source, body)):
        what = "has personal data that could not be taken out by itself"
        return Refusal(received.name, what, "replace it by [redacted: WHAT] and add it as .txt")
    wanted = f"{facts.beginning}-{facts.naming}"
    chosen = unused(wanted, taken)
    if chosen != wanted:
        again = ("date", f"date: {wanted} has the same date and reference: is it another letter?")
        facts = replace(facts, doubts=(again, *facts.doubts))
    record = record_of(received, mended, facts, chosen, case.desk.today)
    doubts = (*(words for _, words in facts.doubts), *map(str, mended.doubts), *received.notes)
    here = tuple(one for one in people if A_NAME in mended.source)
    return Draft(facts, chosen, record, mended.source, body, doubts, here)


def _private(received: Received, case: _Case) -> tuple[PrivatePerson, ...]:
    """The people whose names are to be taken out: not ours, nor who writes, reads or moves."""
    text = text_of(received)
    if not private_persons(text, lambda name: False):
        return ()
    facts = facts_of(mend(received), case.known, None, case.heads)
    named = (str(entry.fields["name"]) for entry in facts.entries if "name" in entry.fields)
    public = {plain(name)[-1] for name in named if plain(name)}

    def is_public(called: str) -> bool:
        name = name_in(called) or Name("", called, "")
        return bool(name.words) and (
            name.words[-1] in public or bool(matching(name, case.known.people))
        )

    return tuple(one for one in private_persons(text, is_public) if not case.desk.keeps(one))


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


def ids_taken(reading: Reading) -> frozenset[str]:
    """The ids that records have, whatever their folder."""
    return frozenset(path.rsplit("/", 1)[-1].removesuffix(".md") for path in reading.record_paths)
