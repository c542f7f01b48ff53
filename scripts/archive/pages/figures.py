"""Owns the page of figures, and the numbers of each of its pictures."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from archive.addresses import FIGURES, topic_address
from archive.archive import Archive
from archive.counting import counted
from archive.ledger.book import Book
from archive.ledger.figures import by_year, holding_times, reply_times
from archive.ledger.replies import Reply
from archive.pages.charts import Chart, Row, Series
from archive.pages.ledger import view_page
from archive.pages.page import Page
from archive.pages.tracker import STATES

MOST_TOPICS = 12
MOST_CLASSES = 12
CLASSES = (10, 30, 60, 90, 180, 360)
"""Days that a class of days to reply may have."""

USUAL = 0.95
"""The part of all replies for which classes are made; the last class takes the rest."""

ANSWERS = tuple(Series(word.replace(" ", "-"), word, word) for word in STATES)


def figures_page(book: Book) -> Page:
    """Every picture, each with its numbers."""
    replies, asks = tuple(book.replies.values()), _asks_by_topic(book)
    return view_page(
        FIGURES,
        "figures.html",
        "Figures",
        "Letters and motions by year, days to reply, and responses by topic, with their numbers.",
        {
            "years": years_chart(book.archive),
            "days": days_chart(replies),
            "times": reply_times(replies),
            "holding": holding_times(replies),
            "replied": [reply for reply in replies if reply.waited],
            "topics": topics_chart(book, asks),
            "topics_with_asks": sum(any(row) for row in asks.values()),
        },
    )


def years_chart(archive: Archive) -> Chart:
    """Letters and motions of each year."""
    found = by_year(archive)
    motions, letters = (sum(both[at] for both in found.values()) for at in (0, 1))
    span = f"{min(found)} to {max(found)}" if found else "no year"
    return Chart(
        "years",
        "Motions and letters by year",
        f"{counted(motions, 'motion')} and {counted(letters, 'letter')} of {span}, by the dates "
        "of the meetings and of the letters.",
        "Year",
        (Series("motions", "motions", "motion"), Series("letters", "letters", "letter")),
        tuple(Row(f"{year:04}", both) for year, both in found.items()),
    )


def days_chart(replies: Iterable[Reply]) -> Chart:
    """Days from the meeting to the first full reply and to the first holding reply."""
    held = [(reply.waited, reply.held_after) for reply in replies]
    full = [waited.days for waited, _ in held if waited]
    holding = [after.days for _, after in held if after]
    size = class_size([*full, *holding])
    columns = [Counter(min(d // size, MOST_CLASSES - 1) for d in days) for days in (full, holding)]
    last = max((number for column in columns for number in column), default=-1)
    return Chart(
        "days",
        "Days from the meeting to the reply",
        f"{counted(len(full), 'motion')} with a full reply and {counted(len(holding), 'motion')} "
        "with a holding reply, by calendar days from the meeting to the letter.",
        "Days",
        (
            Series("full", "full replies", "full reply"),
            Series("holding", "holding replies", "holding reply"),
        ),
        tuple(
            Row(class_name(number, size), (columns[0][number], columns[1][number]))
            for number in range(last + 1)
        ),
    )


def class_size(days: Sequence[int]) -> int:
    """The days of one class, so that the usual replies fill no more than the classes there are."""
    usual = sorted(days)[: max(1, round(len(days) * USUAL))]
    longest = usual[-1] if usual else 0
    return next((size for size in CLASSES if longest < size * MOST_CLASSES), CLASSES[-1])


def class_name(number: int, size: int) -> str:
    """What a class of days is called: `30–59`; the last takes all that is longer."""
    first = number * size
    return f"{first}+" if number == MOST_CLASSES - 1 else f"{first}–{first + size - 1}"


def topics_chart(book: Book, asks: Mapping[str, tuple[int, ...]]) -> Chart:
    """The newest responses to the asks under the topics that have most of them."""
    topics = book.archive.topics
    rows = [
        Row(topics[name].label, numbers, topic_address(name))
        for name, numbers in asks.items()
        if any(numbers)
    ]
    most = sorted(rows, key=lambda row: (-row.total, row.label.lower()))[:MOST_TOPICS]
    return Chart(
        "topics",
        "Responses by topic",
        f"The newest response to each ask, under {counted(len(most), 'topic')}; an ask of a motion "
        "with several topics stands under each.",
        "Topic",
        ANSWERS,
        tuple(most),
        stacked=True,
    )


def responses_chart(states: Sequence[str]) -> Chart:
    """The newest responses to some asks, in one bar."""
    return Chart(
        "responses",
        "Newest responses",
        f"The newest response to each of {counted(len(states), 'ask')}.",
        "Asks",
        ANSWERS,
        (Row(counted(len(states), "ask"), _numbers(states)),),
        stacked=True,
    )


def _numbers(states: Iterable[str]) -> tuple[int, ...]:
    found = Counter(states)
    return tuple(found[word] for word in STATES)


def _asks_by_topic(book: Book) -> dict[str, tuple[int, ...]]:
    """How many asks under each topic have each newest response."""
    return {
        topic: _numbers(state for m in motions for state in book.states[m.id].values())
        for topic, motions in book.archive.motions_by_topic.items()
    }
