"""Owns the page of a letter: who wrote to whom, what it answers, the words and their origin."""

from archive.addresses import letter_address
from archive.anchors import heading_anchor
from archive.archive import Archive
from archive.counting import counted
from archive.exports.akomantoso import dated_to_the_day
from archive.held import HeldLetter
from archive.ledger.book import Book
from archive.ledger.clock import Wait, since_asked, wait
from archive.model.dates import PartialDate
from archive.pages.alternates import as_document
from archive.pages.document import Piece, document
from archive.pages.embedding import embedding
from archive.pages.explained import used_in
from archive.pages.jsonld import letter_data
from archive.pages.page import Contents, Page
from archive.pages.proof import proof
from archive.pages.quoted import quoted_words

AFTER = (Contents("provenance", "Where these words come from"),)


def letter_page(book: Book, held: HeldLetter) -> Page:
    """The page of one letter."""
    archive, letter, address = book.archive, held.noun, letter_address(held.id)
    quoted = quoted_words(archive, held)
    pieces = document(held.body, archive.abbreviations, quoted, address)
    answers = (Contents("answers", "What this letter answers"),) if letter.answers else ()
    promises = (Contents("commitments", "What it undertakes"),) if letter.commitments else ()
    return Page(
        address=address,
        template="letter.html",
        kind="letter",
        section="letters",
        title=f"{held.title} ({letter.kind} of {letter.date.spoken})",
        description=description(archive, held),
        shows={
            "letter": held,
            "proof": proof(held, address),
            "embedding": embedding(archive, held, address, description(archive, held)),
            "pieces": pieces,
            "promises": book.promises[held.id],
            "quoted": quoted,
            "abbreviations": used_in(held.body, archive.abbreviations),
            "heading_anchor": heading_anchor,
            "waited": waited(archive, held),
        },
        contents=(*answers, WORDS, *headings(pieces), *promises, *AFTER),
        updated=letter.date.iso,
        jsonld=letter_data(archive, held),
        source_path=held.path,
        made_of=(held.path, *(archive.motions[a.motion].path for a in letter.answers)),
        alternates=as_document(address, "letter", xml=dated_to_the_day(archive, held)),
    )


WORDS = Contents("words", "The letter’s words")


def headings(pieces: tuple[Piece, ...]) -> tuple[Contents, ...]:
    """The headings of a document, for a table of contents: they are below that of its words."""
    return tuple(Contents(p.anchor, p.text, p.level + 1) for p in pieces if p.kind == "heading")


def description(archive: Archive, held: HeldLetter) -> str:
    """One sentence on a letter: its kind, date, writer, recipient and what it answers."""
    letter, people = held.noun, archive.people
    sender, recipient = people[letter.sender].styled, people[letter.recipient].styled
    first = f"{letter.kind.capitalize()} of {letter.date.spoken} from {sender} to {recipient}"
    titles = [archive.motions[answer.motion].title for answer in letter.answers]
    if not titles:
        return f"{first}: {held.title}."
    return f"{first}, answering {counted(len(titles), 'motion')}: {'; '.join(titles)}."


def waited(archive: Archive, held: HeldLetter) -> tuple[tuple[Wait, str], ...]:
    """The time from each meeting whose motions a letter answers, and from what it replies to."""
    letter = held.noun
    meetings = {archive.motions[a.motion].meeting for a in letter.answers}
    days = sorted((archive.meetings[m].date for m in meetings), key=lambda d: d.first_day)
    found = [
        (wait(archive, day, letter.date), "after the meeting" + _of(day, len(meetings)))
        for day in days
    ]
    found.append((since_asked(archive, held), "after the letter it replies to"))
    return tuple((took, since) for took, since in found if took)


def _of(day: PartialDate, meetings: int) -> str:
    """Which meeting, where there are several."""
    return f" of {day.spoken}" if meetings > 1 else ""
