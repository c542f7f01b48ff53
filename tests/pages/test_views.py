"""The views of the ledger: each thing once, on pages that do not grow, in sober words."""

from collections import Counter
from dataclasses import fields, is_dataclass
from itertools import chain

import pytest

from archive.archive import Archive
from archive.ledger.book import Book
from archive.ledger.echoes import echoes as found_echoes
from archive.ledger.gaps import gaps
from archive.ledger.states import NO_REPLY, UNJUDGED
from archive.outputs import Output
from archive.pages import brief, echoes
from archive.pages.brief import brief_of, narrower_of
from archive.pages.commitments import commitment_pages
from archive.pages.echoes import echo_pages
from archive.pages.every import every_page
from archive.pages.gaps import every_gap, gap_pages
from archive.pages.leaf import made
from archive.pages.page import Page, Renderer
from archive.pages.topics import brief_pages
from archive.pages.tracker import by_state, tracker_pages

FORBIDDEN = ("overdue", "failed to", "refused", "ignored", "unanswered")


@pytest.fixture(scope="module")
def book(corpus: Archive) -> Book:
    return Book(corpus)


def text(archive: Archive, page: Page) -> str:
    """What a page says, as its file has it."""
    output: Output = Renderer(archive).output(page)
    return output.content.decode()


def test_the_tracker_has_every_motion_once_in_the_years(book: Book) -> None:
    front, *years = made(tracker_pages(book))
    listed = [row.reply.motion.id for page in years for row in page.shows["rows"]]
    assert listed == list(book.archive.motions)
    assert len(front.shows["part"].listed) == len(listed)


def test_each_ask_stands_under_one_state(book: Book) -> None:
    for motion, entries in book.entries.items():
        numbers = [number for _, found in by_state(book.states[motion]) for number in found]
        assert sorted(numbers) == [entry.ask.ask for entry in entries]


def test_an_ask_without_a_reply_is_not_called_unjudged(book: Book) -> None:
    for entry in chain.from_iterable(book.entries.values()):
        replied = bool(book.replies[entry.motion.id].full)
        assert book.state(entry) == (entry.response or (UNJUDGED if replied else NO_REPLY))
        assert (book.state(entry) == NO_REPLY) == (not replied and not entry.answers)
        assert (book.state(entry) == UNJUDGED) == (replied and not entry.answers)


def test_a_motion_is_found_under_every_topic_that_contains_its_own(book: Book) -> None:
    front, *_ = made(tracker_pages(book))
    rows = {row.reply.motion.id: row for row in front.shows["rows"]}
    assert set(rows["2018-03-08-1-night-buses"].topics) == {
        "night-buses",
        "buses",
        "public-transport",
    }
    assert "public-transport" in dict(front.shows["topics"])


def test_commitments_stand_once_each(book: Book) -> None:
    front, *_ = made(commitment_pages(book))
    assert len(front.shows["part"].listed) == sum(
        len(letter.noun.commitments) for letter in book.archive.letters.values()
    )


def test_gaps_are_five_kinds_that_do_not_mix(book: Book) -> None:
    found = every_gap(book)
    of = gaps(book)
    assert Counter(gap.kind for gap in found) == {
        "unmentioned": len(of.unmentioned),
        "unjudged": len(of.unjudged),
        "none found": len(of.none_found),
        "none held": len(of.none_held),
        "incomplete": len(of.incomplete),
    }
    assert all(gap.answered for gap in found if gap.kind == "unmentioned")
    assert not set(of.none_found) & set(of.none_held)
    front, *years = made(gap_pages(book))
    assert sum(len(page.shows["part"].listed) for page in years) == len(found)
    assert front.shows["totals"]["none found"] == len(of.none_found)


def test_no_page_of_the_ledger_says_more_than_is_known(book: Book) -> None:
    for page in every_page(book.archive):
        if page.section == "ledger":
            said = text(book.archive, page).lower()
            assert [word for word in FORBIDDEN if word in said] == [], page.address


def test_echoes_are_parted_by_the_year_in_which_they_came_first(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = found_echoes(book.archive)
    assert len(found) > 4
    monkeypatch.setattr(echoes, "A_PAGE", 8)
    front, *pages = echo_pages(found)
    assert front.shows["part"].listed == found[: len(front.shows["part"].listed)]
    leaves = [page.shows["part"] for page in pages if not page.shows["part"].stretches]
    assert Counter(echo for part in leaves for echo in part.listed) == Counter(found)
    for part in leaves:
        assert {echo.places[0].day.year for echo in part.listed} == {part.year}


def test_a_broader_topic_shows_what_stands_under_its_narrower_ones_and_says_so(book: Book) -> None:
    archive = book.archive
    assert narrower_of(archive, "public-transport") == ["buses", "night-buses"]
    whole = brief_of(book, "public-transport")
    under = {m.id for m in whole.motions}
    assert {m.id for m in archive.motions_by_topic["night-buses"]} <= under
    own = {m.id for m in archive.motions_by_topic["public-transport"]}
    assert whole.own_motions == len(own) < len(under)
    [page] = [
        p for p in made(brief_pages(book, "public-transport")) if p.shows["part"].year is None
    ]
    assert "; under Night buses</p>" in text(archive, page)


def test_a_commitment_on_another_motion_is_not_the_topics(book: Book) -> None:
    motions = {m.id for m in book.archive.motions_by_topic["flood-warnings"]}
    for promise in brief_of(book, "flood-warnings").promises:
        assert promise.commitment.motion is None or promise.commitment.motion in motions


def test_a_long_topic_is_parted_by_years(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brief, "LONGEST", 3)
    front, *years = made(brief_pages(book, "public-transport"))
    whole = brief_of(book, "public-transport")
    found = dict.fromkeys(event.day.year for event in reversed(whole.events))
    assert [p.address for p in years] == [f"topics/public-transport/{year}/" for year in found]
    assert front.shows["shown"].motions == whole.motions[:1]
    assert [m for p in years for m in p.shows["shown"].motions] == list(whole.motions)
    assert [x for p in years for x in p.shows["shown"].letters] == list(whole.letters)
    assert [x for p in years for x in p.shows["shown"].promises] == list(whole.promises)
    assert len({p.title for p in (front, *years)}) == 1 + len(years)
    assert "older ones by year:" in text(book.archive, front)


def test_a_page_to_be_is_given_nothing_that_was_worked_out_before(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was, would reach the page without anybody noting what it was worked out from."""
    monkeypatch.setattr(brief, "LONGEST", 3)
    topics = (leaf for topic in book.archive.topics for leaf in brief_pages(book, topic))
    leaves = [*topics, *tracker_pages(book), *commitment_pages(book), *gap_pages(book)]
    given = [one for leaf in leaves for one in leaf.given if is_dataclass(one) and one != book]
    assert given
    for one in given:
        assert vars(one).keys() == {field.name for field in fields(one)}, one
