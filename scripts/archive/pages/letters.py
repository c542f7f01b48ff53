"""Owns the page of a letter: who wrote to whom, what it answers, the words and their origin."""

from archive.addresses import letter_address
from archive.anchors import anchor_of, heading_anchor
from archive.archive import Archive, HeldLetter
from archive.model.dates import PartialDate, days_between
from archive.pages.document import Piece, document
from archive.pages.explained import used_in
from archive.pages.jsonld import letter_data
from archive.pages.page import Contents, Page, counted

AFTER = (Contents("provenance", "Where these words come from"),)


def letter_page(archive: Archive, held: HeldLetter) -> Page:
    """The page of one letter."""
    letter, pieces = held.noun, document(held.body, archive.abbreviations)
    answers = (Contents("answers", "What this letter answers"),) if letter.answers else ()
    promises = (Contents("commitments", "What it undertakes"),) if letter.commitments else ()
    return Page(
        address=letter_address(held.id),
        template="letter.html",
        kind="letter",
        section="letters",
        title=f"{letter.title} ({letter.kind} of {letter.date.spoken})",
        description=description(archive, held),
        shows={
            "letter": held,
            "pieces": pieces,
            "abbreviations": used_in(held.body, archive.abbreviations),
            "anchor_of": anchor_of,
            "heading_anchor": heading_anchor,
            "waited": waited(archive, held),
        },
        contents=(*answers, *headings(pieces), *promises, *AFTER),
        updated=letter.date.iso,
        jsonld=letter_data(archive, held),
        source_path=held.path,
    )


def headings(pieces: tuple[Piece, ...]) -> tuple[Contents, ...]:
    """The headings of a document, for a table of contents."""
    return tuple(Contents(p.anchor, p.text, p.level) for p in pieces if p.kind == "heading")


def description(archive: Archive, held: HeldLetter) -> str:
    """One sentence on a letter: its kind, date, writer, recipient and what it answers."""
    letter, people = held.noun, archive.people
    sender, recipient = people[letter.sender].styled, people[letter.recipient].styled
    first = f"{letter.kind.capitalize()} of {letter.date.spoken} from {sender} to {recipient}"
    titles = [archive.motions[answer.motion].noun.title for answer in letter.answers]
    if not titles:
        return f"{first}: {letter.title}."
    return f"{first}, answering {counted(len(titles), 'motion')}: {'; '.join(titles)}."


def waited(archive: Archive, held: HeldLetter) -> tuple[tuple[int, str], ...]:
    """Days from each meeting whose motions a letter answers, and from the letter it replies to."""
    letter = held.noun
    meetings = {archive.motions[a.motion].noun.meeting for a in letter.answers}
    days = [
        (days_between(day, letter.date), "after the meeting" + _of(day, len(meetings)))
        for day in sorted((archive.meetings[m].date for m in meetings), key=lambda d: d.first_day)
    ]
    if (reply := letter.in_reply_to) and (
        asked := archive.letters[reply.letter].noun.date if reply.letter else reply.date
    ):
        days.append((days_between(asked, letter.date), "after the letter it replies to"))
    return tuple((count, since) for count, since in days if count is not None)


def _of(day: PartialDate, meetings: int) -> str:
    """Which meeting, where there are several."""
    return f" of {day.spoken}" if meetings > 1 else ""
