"""Owns the fields of a letter's draft: what recognition says of it, as its record has it."""

from collections.abc import Iterator, Mapping, Sequence

from archive.drafting.draft import Facts, Understood
from archive.drafting.papers import naming
from archive.drafting.persons import Persons
from archive.drafting.topics import topics_in
from archive.drafting.yamlwriter import Value
from archive.recognition.knowledge import Knowledge
from archive.recognition.lettertext import LetterTold, letter_told
from archive.recognition.paper import Paper

UNDATED = "undated"
_LONGEST = 500
"""Characters of a title or a reference; no real one is as long."""
_NOT_FOUND = "was not found in the words: write it yourself"


def letter_facts(paper: Paper, known: Knowledge, heads: Sequence[str] = ()) -> Facts:
    """What is understood of a letter, and of the `heads` of its e-mail."""
    told = letter_told(paper, known, heads)
    persons = Persons(known)
    title = _title(told)
    correspondents = _correspondents(told, persons)
    answers = tuple(_answers(paper, told))
    topics = _topics(paper, title, known, answers)
    fields: dict[str, Value] = {
        **({"title": title} if title else {}),
        **({"date": told.date.date} if told.date else {}),
        "kind": told.kind,
        **correspondents,
        **({"reference": told.reference.value[:_LONGEST]} if told.reference else {}),
        **_in_reply_to(told, correspondents.get("to")),
        **({"topics": topics} if topics else {}),
        **({"answers": answers} if answers else {}),
    }
    return Facts(
        kind="letter",
        beginning=told.date.date.iso if told.date else UNDATED,
        naming=naming(told.reference.value if told.reference else title) or "letter",
        fields=fields,
        understood=tuple(_understood(told, persons, fields)),
        entries=tuple(persons.entries.values()),
        levels=_levels(told),
        doubts=tuple(_doubts(told, fields)),
        sections=_sections(paper, told),
    )


def _title(told: LetterTold) -> str:
    return " ".join(told.title.value.split())[:_LONGEST] if told.title else ""


def _correspondents(told: LetterTold, persons: Persons) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name, one in (("from", told.sender), ("to", told.recipient)):
        if one and (called := persons.of(one)):
            found[name] = called
    copied = [called for one in told.copied_to if (called := persons.of(one))]
    return found | ({"copied_to": list(dict.fromkeys(copied))} if copied else {})


def _in_reply_to(told: LetterTold, to: Value | None) -> dict[str, Value]:
    if told.replied_letter:
        return {"in_reply_to": {"letter": told.replied_letter}}
    if told.replied_to and to:
        return {"in_reply_to": {"from": to, "date": told.replied_to.date}}
    return {}


def _answers(paper: Paper, told: LetterTold) -> Iterator[Mapping[str, Value]]:
    """The motions that headings point at, each with its heading as the body has it."""
    in_body = {paper.paragraphs[index].text for index in told.headings}
    for point in told.points:
        if point.motion:
            section = next((text for text in in_body if text.endswith(point.heading)), None)
            yield {"motion": point.motion, **({"section": section} if section else {})}


def _topics(
    paper: Paper, title: str, known: Knowledge, answers: tuple[Mapping[str, Value], ...]
) -> list[str]:
    """Topics beside those of the motions that the letter answers."""
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    answered = {topic for a in answers for topic in known.topics_of.get(str(a["motion"]), ())}
    return [one for one in topics_in(title, text, known.topics) if one not in answered]


def _sections(paper: Paper, told: LetterTold) -> tuple[str, ...]:
    below = (index for index in told.headings if index >= told.text_begin)
    return tuple(paper.paragraphs[index].text for index in below)


def _levels(told: LetterTold) -> dict[int, int]:
    """The levels of headings: sections stand under the subject line, where there is one."""
    subject = [index for index in told.headings if told.title and _above_text(told, index)]
    return {index: 2 if index in subject or not subject else 3 for index in told.headings}


def _above_text(told: LetterTold, index: int) -> bool:
    return index < told.text_begin


def _understood(
    told: LetterTold, persons: Persons, fields: dict[str, Value]
) -> Iterator[Understood]:
    if told.title:
        yield Understood("title", _title(told), told.title.words, told.title.sure)
    if told.date:
        yield Understood("date", str(told.date.date), told.date.words, told.date.sure)
    kind = told.kind_words
    yield Understood("kind", told.kind, kind.words if kind else "", bool(kind and kind.sure))
    yield from _people(told, persons)
    if told.reference:
        yield Understood("reference", told.reference.value, told.reference.words)
    if told.replied_to and "in_reply_to" in fields:
        said = told.replied_letter or f"a letter of {told.replied_to.date}"
        yield Understood("in_reply_to", said, told.replied_to.words, bool(told.replied_letter))
    for point in told.points:
        if point.motion:
            yield Understood("answers", point.motion, point.heading, point.sure)


def _people(told: LetterTold, persons: Persons) -> Iterator[Understood]:
    people = (("from", told.sender), ("to", told.recipient))
    for label, one in (*people, *(("copied_to", copy) for copy in told.copied_to)):
        if one and persons.of(one):
            yield persons.said(label, one)


def _doubts(told: LetterTold, fields: dict[str, Value]) -> Iterator[tuple[str, str]]:
    """What an editor has to find out, each under the field that it is about."""
    for name in ("title", "date", "from", "to"):
        if name not in fields:
            yield name, f"{name}: {_NOT_FOUND}"
    for point in told.points:
        if point.motion is None:
            words = f'the heading "{point.heading}" is about a motion that is not in the archive'
            yield "answers", f"answers: {words}"
    if told.date and not told.date.date.day:
        yield "date", "date: only the month was found"
