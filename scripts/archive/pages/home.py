"""Owns the home page: search, topics, what is newest, what the archive holds and what not."""

from archive.archive import Archive, HeldMotion
from archive.model.dates import PartialDate
from archive.pages.jsonld import site_data
from archive.pages.page import Page

NEWEST = 5
MOST_TOPICS = 12


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
            "waiting": waiting(archive)[:NEWEST],
            "span": span(archive),
            "without_text": sum(not held.body.words for held in archive.motions.values()),
            "known_of": known_of(archive),
        },
        jsonld=site_data(archive),
    )


def _weight(archive: Archive, topic: str) -> int:
    return len(archive.letters_by_topic[topic]) + len(archive.motions_by_topic[topic])


def waiting(archive: Archive) -> list[HeldMotion]:
    """Motions for which someone looked for a reply and found none: never merely without one."""
    return [
        held
        for held in archive.motions.values()
        if held.noun.replies_checked and not archive.replies(held.id)
    ]


def known_of(archive: Archive) -> list[tuple[str, PartialDate]]:
    """Letters that others reply to and the archive does not hold: who wrote them, and when."""
    replies = (held.noun.in_reply_to for held in archive.letters.values())
    known = ((str(r.sender), r.date) for r in replies if r and r.sender and r.date)
    return list(dict.fromkeys(known))


def span(archive: Archive) -> tuple[PartialDate, PartialDate] | None:
    """The dates of the oldest and of the newest record; None for an empty archive."""
    days = [held.noun.date for held in archive.letters.values()]
    days += [archive.day_of(held) for held in archive.motions.values()]
    ordered = sorted(days, key=lambda day: day.first_day)
    return (ordered[0], ordered[-1]) if ordered else None
