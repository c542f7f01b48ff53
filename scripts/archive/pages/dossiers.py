"""Owns a motion together with every reply to it, whole: one page to print or to read through."""

from dataclasses import replace

from archive.addresses import dossier_address, motion_address
from archive.archive import Archive
from archive.counting import counted
from archive.held import HeldLetter, HeldMotion
from archive.pages.document import Piece, document
from archive.pages.motions import decided
from archive.pages.page import Contents, Page


def dossier_page(archive: Archive, motion: HeldMotion) -> Page | None:
    """The page of a motion; None where it has not been answered."""
    replies = archive.replies(motion.id)
    if not replies:
        return None
    day, address = archive.day_of(motion), dossier_address(motion_address(motion.id))
    count = counted(len(replies), "reply", "replies")
    return Page(
        address=address,
        template="dossier.html",
        kind="dossier",
        section="motions",
        title=f"{motion.title}, with {count} (motion of {day.spoken})",
        description=f"The motion “{motion.title}” of {day.spoken} and {count} to it, whole.",
        shows={
            "motion": motion,
            "decided": decided(motion.noun),
            "pieces": _pieces(archive, motion, "m"),
            "replies": [
                (f"reply-{number}", reply, _pieces(archive, reply, f"r{number}"))
                for number, reply in enumerate(replies, start=1)
            ],
            "count": count,
        },
        contents=(
            Contents("motion", "The motion"),
            *(
                Contents(f"reply-{number}", _name(archive, reply))
                for number, reply in enumerate(replies, start=1)
            ),
        ),
        updated=replies[-1].date.iso,
        source_path=motion.path,
    )


def _pieces(archive: Archive, held: HeldMotion | HeldLetter, prefix: str) -> tuple[Piece, ...]:
    """The words of a record, their anchors told apart from those of the others on the page."""
    pieces = document(held.body, archive.abbreviations)
    return tuple(replace(piece, anchor=f"{prefix}-{piece.anchor}") for piece in pieces)


def _name(archive: Archive, reply: HeldLetter) -> str:
    sender = archive.people[reply.lead].styled
    return f"{reply.kind.capitalize()} of {sender}, {reply.date.spoken}"
