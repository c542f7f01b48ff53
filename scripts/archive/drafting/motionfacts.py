"""Owns the fields of a motion's draft: what recognition says of it, as its record has it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from archive.drafting.draft import Entry, Facts, Understood
from archive.drafting.motionasks import asks_of, offices_in
from archive.drafting.papers import naming
from archive.drafting.persons import Persons
from archive.drafting.topics import topics_in
from archive.drafting.yamlwriter import Value
from archive.model.dates import PartialDate
from archive.recognition.dating import dates
from archive.recognition.knowledge import Knowledge
from archive.recognition.motiontext import Moved, asks, moved, outcome
from archive.recognition.paper import Paper
from archive.recognition.subject import looks_like_heading

MEETINGS = "motions/meetings.yml"
_NUMBER = re.compile(
    r"^(?:(?:agreed )?motion|item)?\s*(?:no\.?\s*)?(?P<number>\d{1,3})\s*[.):–—-]+\s*"
    r"(?P<title>\S.*)"
    r"|^(?:agreed )?motion\s+(?:no\.?\s*)?(?P<alone>\d{1,3})\s*$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:(?:agreed )?motion|title|subject|re)\s*[:–—-]\s*(?=\S)", re.IGNORECASE)
_HEADS = 4
"""Headings among which a title is sought."""


@dataclass(frozen=True)
class _Titled:
    title: str
    number: int | None
    index: int | None


@dataclass(frozen=True)
class _Met:
    meeting: str | None
    day: PartialDate | None
    words: str
    entry: Entry | None


def motion_facts(paper: Paper, known: Knowledge) -> Facts:
    """What is understood of a motion."""
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    titled, met = _titled(paper), _met(text, known)
    persons, by = Persons(known), moved([p.lines for p in paper.paragraphs])
    asked = tuple(asks([paragraph.lines for paragraph in paper.paragraphs]))
    decided, vote, votes = outcome(text)
    addressees = list(dict.fromkeys(o for a in asked for o in offices_in(a.whom, known.offices)))
    topics = list(topics_in(titled.title, text, known.topics))
    fields: dict[str, Value] = {
        **({"title": titled.title} if titled.title else {}),
        **({"meeting": met.meeting} if met.meeting else {}),
        **({"number": titled.number} if titled.number else {}),
        **({"topics": topics} if topics else {}),
        **_movers(by, persons),
        "outcome": decided,
        **({"vote": vote} if vote else {}),
        **({"votes": dict(votes)} if votes else {}),
        **({"addressees": addressees} if addressees else {}),
        **({"asks": list(asks_of(asked, " ".join(text.split())))} if asked else {}),
    }
    number = f"-{titled.number}" if titled.number else ""
    return Facts(
        kind="motion",
        beginning=f"{met.day.iso}{number}" if met.day else f"undated{number}",
        naming=naming(titled.title) or "motion",
        fields=fields,
        understood=tuple(_understood(titled, met, by, fields)),
        entries=(*([met.entry] if met.entry else []), *persons.entries.values()),
        levels={titled.index: 2} if titled.index is not None else {},
        doubts=tuple(_doubts(fields)),
    )


def _titled(paper: Paper) -> _Titled:
    """The title and number, from the first headings; behind `Motion 1` alone, from the next one."""
    number: int | None = None
    heads = [
        i for i, p in enumerate(paper.paragraphs) if looks_like_heading(p, 160) and _no_date(p.text)
    ]
    for index in heads[:_HEADS]:
        text = paper.paragraphs[index].text
        match = _NUMBER.match(text)
        if match and match["alone"]:
            number = int(match["alone"])
        elif match:
            return _Titled(match["title"], int(match["number"]), index)
    chosen = next((i for i in heads[:_HEADS] if _title_at(paper, i)), None)
    if chosen is None:
        return _Titled("", number, None)
    return _Titled(_title_at(paper, chosen), number, chosen)


def _title_at(paper: Paper, index: int) -> str:
    text = paper.paragraphs[index].text
    return "" if _NUMBER.match(text) else _LABEL.sub("", text)


def _no_date(text: str) -> bool:
    return next(dates(text), None) is None


def _met(text: str, known: Knowledge) -> _Met:
    """The meeting on a day that the text names; else an entry for the first day that it names."""
    found = list(dates(text))
    for one in found:
        ours = [key for key, meeting in known.meetings.items() if meeting.date == one.date]
        if len(ours) == 1:
            return _Met(ours[0], one.date, one.words, None)
    first = next((one for one in found if one.date.day), None)
    if first is None:
        return _Met(None, None, "", None)
    called = f"{first.date.iso}-meeting"
    entry = Entry(MEETINGS, called, {"title": "Meeting", "date": first.date})
    return _Met(called, first.date, first.words, entry)


def _movers(by: Moved, persons: Persons) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for label, name in (("moved_by", by.mover), ("seconded_by", by.seconder)):
        if name:
            found[label] = persons.named(name)
    amended = [persons.named(name) for name in by.amenders]
    return found | ({"amended_by": amended} if amended else {})


def _understood(
    titled: _Titled, met: _Met, by: Moved, fields: Mapping[str, Value]
) -> Iterator[Understood]:
    if titled.title:
        yield Understood("title", titled.title, titled.title)
    if met.meeting:
        yield Understood("meeting", met.meeting, met.words, met.entry is None)
    if titled.number:
        yield Understood("number", str(titled.number), str(titled.number))
    for label, name in (("moved_by", by.mover), ("seconded_by", by.seconder)):
        if name:
            yield Understood(label, str(fields[label]), name.name)
    for name, called in zip(by.amenders, _texts(fields.get("amended_by")), strict=False):
        yield Understood("amended_by", called, name.name)
    yield Understood("outcome", str(fields["outcome"]), "", False)
    if isinstance(listed := fields.get("asks"), list):
        yield Understood("asks", f"{len(listed)}", str(listed[0]["summary"])[:60], False)


def _texts(value: Value | None) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _doubts(fields: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    for name in ("title", "meeting"):
        if name not in fields:
            yield name, f"{name}: was not found in the words: write it yourself"
    if "asks" in fields:
        yield "asks", "asks: the summaries are the motion's own words: say each in a few of yours"
    else:
        yield "asks", 'asks: none was found behind words such as "calls on the Mayor to"'
