"""Owns the letter that an entry of a corpus becomes: its fields, its words and its kept source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archive.checks.damage import damage, strange_characters
from archive.checks.faults import Fault
from archive.checks.markup import markup
from archive.checks.privacy import personal_data
from archive.drafting.draft import digest, source_file
from archive.drafting.redacting import redacted, redactions
from archive.drafting.yamlwriter import Value, fields_yaml
from archive.importing.corpus import Entry
from archive.intake.mending.mended import Paragraph, body_text
from archive.intake.received import Line, Received
from archive.model.dates import PartialDate

COUNTRY = "GB"
"""Where telephone numbers are dialled, as in the configuration that is written."""

_AS_IMPORTED = "so in the imported text; nobody has looked at it yet"
_KIND = "what kind of letter it is was not recorded, so it is called a reply"


@dataclass(frozen=True)
class Origin:
    """The file that letters are imported from, by its name, and the day on which."""

    name: str
    received: PartialDate


@dataclass(frozen=True)
class Imported:
    """A letter's files: the text of its record and of its kept source."""

    record: str
    source: str


def imported(entry: Entry, id: str, links: dict[str, Value], origin: Origin) -> Imported:
    """The letter with this id; `links` are from, to and topics.

    Personal data is replaced by marks. What the check would call a fault is excepted, as the text
    has it so.
    """
    original = _joined(entry.question, entry.text)
    question, text = (_clean(part) for part in (entry.question, entry.text))
    source = _joined(question, text)
    body = body_text((*_paragraphs(question, quoted=True), *_paragraphs(text)))
    title, reference = (_clean(part) for part in (entry.title, entry.id))
    note = _clean(_note(entry, origin))
    fields: dict[str, Value] = {"title": title, "date": entry.date, "kind": "reply", **links}
    fields |= {"reference": reference, "note": note}
    if marks := [mark.model_dump() for mark in redactions(source)]:
        fields["redactions"] = marks
    if passages := _excepted(body, (title, reference, note)):
        fields["exceptions"] = [{"text": one, "why": _AS_IMPORTED} for one in passages]
    kept: dict[str, Value] = {"file": source_file(id), "sha256": digest(source)}
    if marks:
        kept["original_sha256"] = digest(original)
    fields["source"] = {**kept, "received": origin.received}
    return Imported(f"---\n{fields_yaml(fields)}---\n{body}", source)


def _joined(*parts: str) -> str:
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def _clean(text: str) -> str:
    """The text with a mark in place of each piece of personal data."""
    while any(True for _ in personal_data(text, COUNTRY)):
        lines = tuple(Line(line) for line in text.split("\n"))
        marked = redacted(Received("", "txt", "", (lines,)), COUNTRY)
        text = "\n".join(line.text for page in marked.pages for line in page)
    return text


def _paragraphs(text: str, quoted: bool = False) -> Iterator[Paragraph]:
    """The paragraphs of a text: blank lines part them, line ends within them stay."""
    lines: list[str] = []
    for line in (*text.split("\n"), ""):
        if line.strip():
            lines.append(line.strip())
        elif lines:
            yield Paragraph(tuple(lines), 0, quoted=quoted)
            lines = []


def _note(entry: Entry, origin: Origin) -> str:
    at = f" Its address there: {entry.url}" if entry.url else ""
    kind = "" if entry.question else f"; {_KIND}"
    return f"Imported from line {entry.line} of {origin.name}{kind}.{at}"


def _excepted(body: str, fields: Iterable[str]) -> list[str]:
    """The passages with faults, each once: the words that a fault touches, as they stand."""
    found = list(_passages(body, [*damage(body), *markup(body)]))
    for text in fields:
        found += _passages(text, [*strange_characters(text), *markup(text)])
    return list(dict.fromkeys(found))


def _passages(text: str, faults: Iterable[Fault]) -> Iterator[str]:
    for fault in faults:
        start, end = fault.start, fault.end
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        yield " ".join(text[start:end].split())
