"""Owns the section of the ledger: its front page, and what its views have in common."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from archive.addresses import (
    COMMITMENTS,
    ECHOES,
    FIGURES,
    GAPS,
    LEDGER,
    REPLIES,
    letter_address,
    motion_address,
)
from archive.counting import counted
from archive.held import HeldLetter, HeldMotion
from archive.ledger.book import Book
from archive.pages.page import Page

SECTION = "ledger"
NAME = "Ledger"

MOST_CHOICES = 100
"""Choices of a filter: neither the topics nor the people of an archive have an end."""


@dataclass(frozen=True)
class View:
    """One of the section's views: where it is, what it is called, and what it shows."""

    address: str
    name: str
    sentence: str


VIEWS = (
    View(REPLIES, "Replies", "Every motion, what was answered to its asks, and how long it took."),
    View(COMMITMENTS, "Commitments", "What letters undertake to do, and what became of it."),
    View(GAPS, "Gaps", "Asks that a letter does not mention, and motions without a reply here."),
    View(ECHOES, "Echoes", "Passages that recur in several letters or motions, word for word."),
    View(FIGURES, "Figures", "Counts by year, days to reply, and responses by topic, drawn."),
)


def ledger_page(book: Book, counts: dict[str, str]) -> Page:
    """The front page of the section; `counts` says of a view, by its address, how much it has."""
    body = book.archive.site.settings.body
    return Page(
        address=LEDGER,
        template="ledger.html",
        kind="ledger",
        section=SECTION,
        title="The ledger",
        description=f"What the {body} asked, what was answered, and what became of it.",
        shows={"counts": counts, "views": VIEWS},
    )


def view_page(
    address: str, template: str, title: str, description: str, shows: dict[str, Any]
) -> Page:
    """A page of one of the views, with what all of them may use in their templates."""
    words = {"address_of": address_of, "views": VIEWS}
    return Page(
        address=address,
        template=template,
        kind="ledger",
        section=SECTION,
        title=title,
        description=description,
        shows={**words, **shows},
    )


def address_of(held: HeldLetter | HeldMotion) -> str:
    """The page of a letter or a motion."""
    return letter_address(held.id) if held.is_letter else motion_address(held.id)


def choices(found: Iterable[str], named: Callable[[str], str]) -> list[tuple[str, str]]:
    """What a table can be filtered by: ids with their names, in the order of these.

    Of very many ids those that occur most; words find the rows of the others.
    """
    most = [name for name, _ in Counter(found).most_common(MOST_CHOICES)]
    return sorted(((name, named(name)) for name in most), key=lambda one: (one[1].lower(), one[0]))


def ledger_counts(book: Book, gaps: int, echoes: int) -> dict[str, str]:
    """How much each view has, in words."""
    return {
        REPLIES: counted(len(book.replies), "motion"),
        COMMITMENTS: counted(len(book.undertakings), "commitment"),
        GAPS: counted(gaps, "gap"),
        ECHOES: counted(echoes, "passage"),
    }
