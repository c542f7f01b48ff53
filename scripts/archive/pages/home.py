"""Owns the home page: search, topics, what is newest, what the archive holds and what not."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby, islice

from archive.archive import Archive
from archive.groups import H
from archive.held import HeldMotion
from archive.model.dates import PartialDate
from archive.pages.jsonld import site_data
from archive.pages.page import Page

NEWEST = 5
MOST_TOPICS = 12
EXEMPLARY = 50
"""Letters, from the newest on, of which one has what an example finds."""


def home_page(archive: Archive) -> Page:
    """The page that the site opens with."""
    busiest = sorted(
        archive.topics, key=lambda t: (-_weight(archive, t), archive.topics[t].label.lower())
    )
    return Page(
        address="",
        template="home.html",
        kind="home",
        section="",
        title=archive.site.site_name,
        description=f"{archive.site.settings.tagline} Letters and motions of the "
        f"{archive.site.settings.body}, by topic, person and meeting.",
        shows={
            "topics": busiest[:MOST_TOPICS],
            "letters": list(archive.letters.values())[:NEWEST],
            "motions": list(archive.motions.values())[:NEWEST],
            "examples": examples(archive, busiest),
            "waiting": waiting(archive)[:NEWEST],
            "span": span(archive),
            "without_text": sum(not held.has_words for held in archive.motions.values()),
            "known_of": known_of(archive),
        },
        jsonld=site_data(archive),
    )


def _weight(archive: Archive, topic: str) -> int:
    return len(archive.letters_by_topic[topic]) + len(archive.motions_by_topic[topic])


def examples(archive: Archive, topics: list[str]) -> list[str]:
    """Queries to try: a phrase, a short form, a word with a date. New letters have them all.

    `topics` are their ids, those to be preferred first.
    """
    newest = [(held.date, held) for held in list(archive.letters.values())[:EXEMPLARY]]
    texts = [(date, f"{held.title}\n{held.body.flat}") for date, held in newest]
    small = [(date, text.lower()) for date, text in texts]
    labels = [archive.topics[topic].label for topic in topics]
    # Only the first of each is wanted, and to seek them all would take long.
    phrases = (f'"{label}"' for label in labels if " " in label and _holding(small, label.lower()))
    forms = (form for form in archive.abbreviations if _holding(texts, form))
    dated = (
        f"{label.lower()} after:{date.year:04d}"
        for label in labels
        if " " not in label and (date := _holding(small, label.lower()))
    )
    return [found for each in (phrases, forms, dated) for found in islice(each, 1)]


def _holding(texts: list[tuple[PartialDate, str]], words: str) -> PartialDate | None:
    """The date of the first text that has these words; None where none has them."""
    pattern = re.compile(rf"\b{re.escape(words)}\b")
    return next((date for date, text in texts if words in text and pattern.search(text)), None)


def waiting(archive: Archive) -> list[HeldMotion]:
    """Motions for which someone looked for a reply and found none: never merely without one."""
    return [
        held for held in archive.motions.values() if held.checked and not archive.replies(held.id)
    ]


def known_of(archive: Archive) -> list[tuple[str, PartialDate]]:
    """Letters that others reply to and the archive does not hold: who wrote them, and when."""
    known = (held.unheld for held in archive.letters.values())
    return list(dict.fromkeys(filter(None, known)))


def span(archive: Archive) -> tuple[PartialDate, PartialDate] | None:
    """The dates of the oldest and of the newest record; None for an empty archive."""
    letters, motions = list(archive.letters.values()), list(archive.motions.values())
    days = [*_ends(letters, lambda letter: letter.date), *_ends(motions, archive.day_of)]
    ordered = sorted(days, key=lambda day: day.first_day)
    return (ordered[0], ordered[-1]) if ordered else None


def _ends(held: list[H], day_of: Callable[[H], PartialDate]) -> Iterator[PartialDate]:
    """The days of the newest and of the oldest of records that stand newest first."""
    yield from _alike(map(day_of, held))
    yield from reversed(list(_alike(map(day_of, reversed(held)))))


def _alike(days: Iterator[PartialDate]) -> Iterator[PartialDate]:
    """The first of some days, with those behind it that begin on the same: `2018`, `2018-01`."""
    return next((same for _, same in groupby(days, key=lambda day: day.first_day)), iter(()))
