"""Owns the plain text of a record: a head of some lines, a blank line, then nothing but the words.

What stands below the first blank line is the document; `sha256` in the head is the digest of it
with all white space taken out.
"""

from archive.archive import Archive
from archive.exports.addresses import page_url
from archive.exports.texts import plain_words, whitespace_free_sha256
from archive.held import HeldLetter, HeldMotion
from archive.ledger.book import Book
from archive.model.letter import Letter


def as_text(book: Book, held: HeldLetter | HeldMotion, address: str) -> bytes:
    """The text file of a record whose words are held."""
    noun = held.noun
    facts = _letter(book.archive, noun) if isinstance(noun, Letter) else _motion(book.archive, held)
    head = {
        "title": held.title,
        **facts,
        "page": page_url(book.archive, address),
        "licence": book.archive.site.settings.texts_licence,
        "sha256": f"{whitespace_free_sha256(held.body)} (of the words below without white space)",
    }
    lines = "".join(f"{name}: {' '.join(value.split())}\n" for name, value in head.items())
    return f"{lines}\n{plain_words(held.body)}".encode()


def _letter(archive: Archive, letter: Letter) -> dict[str, str]:
    return {
        "letter": f"{letter.kind} of {letter.date}",
        "from": archive.people[letter.sender].styled,
        "to": archive.people[letter.recipient].styled,
    }


def _motion(archive: Archive, held: HeldLetter | HeldMotion) -> dict[str, str]:
    motion = archive.motions[held.id].noun
    meeting = archive.meetings[motion.meeting]
    return {"motion": motion.outcome, "meeting": f"{meeting.title}, {meeting.date}"}
