"""Owns a record as readable Markdown: its facts, what we judged, and the words."""

import re
from collections.abc import Iterator

from archive.archive import Archive
from archive.body import Block, split_marker
from archive.exports.addresses import page_url
from archive.held import HeldLetter, HeldMotion
from archive.ledger.asks import Entry
from archive.ledger.book import Book

_ANYWHERE = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?\w+;))")
_AT_BEGIN = re.compile(r"^(\s*)([#+=:-]|\d{1,9}(?=[.)]))")


def escaped(text: str) -> str:
    """A line of words that Markdown shows as it stands.

    Source: https://spec.commonmark.org/0.31.2/#backslash-escapes
    """
    line = _ANYWHERE.sub(r"\\\1", " ".join(text.split()))
    if (match := _AT_BEGIN.match(line)) is None:
        return line
    if match[2].isdigit():  # a number with a full stop or a bracket behind it begins a list
        return f"{match[2]}\\{line[match.end() :]}"
    return f"\\{line}"


def letter_as_markdown(book: Book, held: HeldLetter, address: str) -> bytes:
    """The Markdown file of a letter."""
    letter, people = held.noun, book.archive.people
    facts = {
        "Letter": f"{letter.kind} of {letter.date.spoken}",
        "From": people[letter.sender].styled,
        "To": people[letter.recipient].styled,
        "Copied to": ", ".join(people[person].styled for person in letter.copied_to),
        "Reference": letter.reference,
    }
    parts = _head(book.archive, held.title, facts, address)
    answers = [_answer(book.archive, held, number) for number in range(len(letter.answers))]
    judged = ["## What it answers (our judgement)", *answers] if answers else []
    return _file([*parts, *_note(held.provenance.note), *judged, "## The words", *_words(held)])


def motion_as_markdown(book: Book, held: HeldMotion, address: str) -> bytes:
    """The Markdown file of a motion."""
    motion, archive = held.noun, book.archive
    meeting = archive.meetings[motion.meeting]
    facts = {
        "Motion": motion.outcome,
        "Meeting": f"{meeting.title}, {meeting.date.spoken}",
        "Moved by": motion.moved_by and archive.people[motion.moved_by].styled,
        "Seconded by": motion.seconded_by and archive.people[motion.seconded_by].styled,
        "Official page": motion.official_page,
    }
    parts = _head(archive, held.title, facts, address)
    entries = book.entries[held.id]
    asks = ["## What it asks (in our words)", *(_ask(book, e) for e in entries)] if entries else []
    words = list(_words(held)) or ["This archive does not hold the words of this motion."]
    return _file([*parts, *_note(held.provenance.note), *asks, "## The words", *words])


def _head(
    archive: Archive, title: str, facts: dict[str, str | None], address: str
) -> Iterator[str]:
    yield f"# {escaped(title)}"
    licence = archive.site.settings.texts_licence
    whole = {**facts, "Page": page_url(archive, address), "Licence of the words": licence}
    yield "\n".join(f"- {name}: {escaped(value)}" for name, value in whole.items() if value)


def _note(note: str | None) -> list[str]:
    return [f"Note (ours): {escaped(note)}"] if note else []


def _answer(archive: Archive, held: HeldLetter, number: int) -> str:
    answer = held.noun.answers[number]
    lines = [f"- {escaped(archive.motions[answer.motion].title)}"]
    for asked in answer.asks:
        quotes = " … ".join(f"“{escaped(quote.words)}”" for quote in asked.quotes)
        lines.append(f"    - Ask {asked.ask}: {asked.response}. {quotes}".rstrip())
    return "\n".join(lines)


def _ask(book: Book, entry: Entry) -> str:
    ask = entry.ask
    words = f" “{escaped(ask.quote.words)}”" if ask.quote else ""
    return f"- Ask {ask.ask}: {escaped(ask.summary)}{words} – {book.state(entry)}"


def _words(held: HeldLetter | HeldMotion) -> Iterator[str]:
    return (_block(block) for block in held.body.blocks)


def _block(block: Block) -> str:
    if block.kind == "heading":
        return f"{'#' * (block.level + 1)} {escaped(block.text)}"
    if block.kind == "list":
        return "\n".join(f"- {escaped(' '.join(split_marker(line)))}" for line in block.lines)
    before = "> " if block.kind == "quotation" else ""
    return "\\\n".join(f"{before}{escaped(line)}" for line in block.lines if line.strip())


def _file(parts: list[str]) -> bytes:
    return ("\n\n".join(parts) + "\n").encode()
