"""Owns showing that feeds are valid, stable, whole and of the right things."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import feedparser
import pytest
from jsonschema import Draft202012Validator

from archive.addresses import letter_address
from archive.archive import Archive
from archive.feeds.atom import atom, atom_entry
from archive.feeds.channel import channel
from archive.feeds.entry import Entry, Writer
from archive.feeds.every import feed_sheets
from archive.feeds.jsonfeed import json_feed
from archive.feeds.moments import Moments, newest
from archive.feeds.subscriptions import MOST_OF_ONE, Subscriptions
from archive.history.past import NO_HISTORY
from archive.pages.every import every_page
from archive.pages.follow import OF_RECORDS, Followed
from tests.feeds.atomrules import breaches
from tests.feeds.conftest import GONE, followed, past
from tests.feeds.jsonfeedrules import SCHEMA

SITE = "https://archive.marlbeck.example/"


def parsed(feeds: dict[str, bytes], stem: str) -> Any:
    return feedparser.parse(feeds[f"{stem}.atom"])


def items(feeds: dict[str, bytes], stem: str) -> Any:
    return json.loads(feeds[f"{stem}.json"])["items"]


def test_every_atom_feed_keeps_the_rules_and_a_reader_takes_it(feeds: dict[str, bytes]) -> None:
    for path, content in feeds.items():
        if path.endswith(".atom"):
            assert breaches(content) == [], path
            told = feedparser.parse(content)
            assert not told.bozo, (path, told.get("bozo_exception"))
            assert told.version == "atom10"


def test_a_feed_that_breaks_a_rule_would_be_found(feeds: dict[str, bytes]) -> None:
    text = feeds["letters/feed.atom"].decode()
    for old, new in (
        ("<id>https", "<id>ht tps"),
        ("<updated>2024-07-01T12:00:00Z", "<updated>2024-07-01"),
        ('rel="self"', 'rel="next"'),
        ("<summary>", "<script/><summary>"),
        ("<hr />", '<hr onclick="x" />'),
        ("<author><name>", "<author><title>x</title><name>"),
    ):
        assert old in text
        assert breaches(text.replace(old, new, 1).encode()), old


def test_every_json_feed_is_valid_and_has_the_same_entries(feeds: dict[str, bytes]) -> None:
    for path, content in feeds.items():
        if path.endswith(".json"):
            feed = json.loads(content)
            assert list(Draft202012Validator(SCHEMA).iter_errors(feed)) == [], path
            told = parsed(feeds, path.removesuffix(".json"))
            assert [item["id"] for item in feed["items"]] == [one.id for one in told.entries]
            assert [item["title"] for item in feed["items"]] == [one.title for one in told.entries]
            assert feed["feed_url"] == SITE + path


def test_there_is_a_feed_for_each_topic_person_and_kind(
    corpus: Archive, feeds: dict[str, bytes]
) -> None:
    stems = {path.removesuffix(".atom") for path in feeds if path.endswith(".atom")}
    kinds = ("reply", "holding-reply", "follow-up", "correction", "request")
    assert stems == {
        *("feed", "letters/feed", "motions/feed", "ledger/replies/feed", "changes/feed"),
        *(f"letters/{kind}" for kind in kinds),
        *(f"topics/{name}/feed" for name in corpus.topics),
        *(f"people/{name}/feed" for name in corpus.people),
    }


def test_each_feed_has_what_it_says(corpus: Archive, feeds: dict[str, bytes]) -> None:
    def ids(stem: str) -> set[str]:
        return {item["id"].removeprefix(SITE) for item in items(feeds, stem)}

    letters = {letter_address(name) for name in corpus.letters}
    assert ids("letters/feed") == letters
    assert ids("feed") == letters | ids("motions/feed")
    assert ids("letters/holding-reply") == {
        letter_address(x.id) for x in corpus.letters.values() if x.noun.kind == "holding reply"
    }
    assert ids("ledger/replies/feed") == {
        letter_address(x.id) for x in corpus.letters.values() if x.noun.answers
    }
    assert letter_address("2023-04-17-pm-2023-0118") in ids("topics/buses/feed")
    assert letter_address("2023-04-17-pm-2023-0118") in ids("people/tomos-quill/feed")


def test_an_entry_has_the_full_text_and_says_who_wrote_what_to_whom(
    corpus: Archive, feeds: dict[str, bytes]
) -> None:
    held = corpus.letters["2018-12-14-reading-rooms"]
    [entry] = [e for e in parsed(feeds, "letters/feed").entries if e.id.endswith(f"{held.id}/")]
    assert entry.link == entry.id == SITE + letter_address(held.id)
    assert entry.title.startswith(f"{held.noun.kind.capitalize()} of {held.noun.date.spoken} from")
    assert entry.title.endswith(f": {held.noun.title}")
    assert entry.author == corpus.people[held.noun.sender].styled
    assert (entry.published, entry.updated) == ("2024-01-20T09:30:00Z", "2024-07-01T12:00:00Z")
    assert {tag.term for tag in entry.tags} == set(corpus.topics_of(held))
    for block in held.body.blocks:
        for line in block.lines:
            assert line.replace("&", "&amp;").replace("<", "&lt;") in entry.content[0].value


def test_what_came_in_last_stands_first_however_old_it_is(feeds: dict[str, bytes]) -> None:
    first, second, *_ = items(feeds, "letters/feed")
    assert first["id"] == f"{SITE}letters/2018-06-fund/"
    assert second["id"] == f"{SITE}letters/2023-04-17-pm-2023-0118/"


def test_without_a_history_records_stand_by_their_own_dates(corpus: Archive) -> None:
    feeds = followed(corpus, NO_HISTORY)
    told = items(feeds, "letters/feed")
    assert [item["id"].split("/")[-2] for item in told] == [
        x.id for x in sorted(corpus.letters.values(), key=by_day)
    ]
    assert all("date_published" not in item for item in told)
    assert told[0]["date_modified"] == "2023-04-17T00:00:00Z"


def by_day(held: Any) -> tuple[int, str]:
    return -held.noun.date.first_day.toordinal(), held.id


def test_the_feed_of_changes_tells_commits_and_corrections(feeds: dict[str, bytes]) -> None:
    told = items(feeds, "changes/feed")
    newest, correction = told[0], told[1]
    assert newest["id"] == f"{SITE}changes/#222222222222"
    assert newest["title"] == (
        "1 letter added, 1 letter changed, 1 letter withdrawn: Correct two <words> & more"
    )
    assert f'<a href="{SITE}letters/2018-12-14-reading-rooms/history/">' in newest["content_html"]
    assert f'<a href="{SITE}letters/{GONE[8:-3]}/">' in newest["content_html"]
    assert correction["id"] == (f"{SITE}letters/2023-04-17-pm-2023-0118/history/#correction-2")
    assert correction["title"] == "Correction of June 2024: Benches – holding reply"
    assert "A reader compared the page with the paper." in correction["content_html"]


def test_a_feed_does_not_grow_with_the_archive(corpus: Archive) -> None:
    most = Subscriptions(corpus).by_page["topics/buses/"][0].most
    assert most == MOST_OF_ONE == 20
    [feed] = [f for f in Subscriptions(corpus).of_records if f.stem == "feed"]
    assert len(feed.records) > 20
    moments = Moments(datetime(2024, 1, 1, tzinfo=UTC), None, datetime(2024, 1, 1, tzinfo=UTC), "")
    known = {held.id: moments for held in feed.records}
    assert len(newest(replace(feed, most=7), known)) == 7


def test_a_feed_is_given_its_head_and_its_records(corpus: Archive) -> None:
    """A feed is made again if another record comes into it, or another head is over it."""
    before = {sheet.name: sheet.given for sheet in feed_sheets(corpus, NO_HISTORY)}
    after = {sheet.name: sheet.given for sheet in feed_sheets(corpus, past(corpus))}
    assert {name for name in before if after[name] != before[name]} >= {"feed", "letters/feed"}
    assert after["motions/feed"] == before["motions/feed"]  # all of them came on one day
    people = {
        name: person.model_copy(update={"name": f"{person.name} X"})
        for name, person in corpus.people.items()
    }
    renamed = feed_sheets(replace(corpus, people=people), NO_HISTORY)
    other = {sheet.name for sheet in renamed if sheet.given != before[sheet.name]}
    assert other == {f"people/{name}/feed" for name in people}


def test_whatever_a_text_has_in_it_the_feed_is_valid_and_says_it(corpus: Archive) -> None:
    nasty = "</title>]]><script>alert('&amp;')</script>\x00\x0b 🚌"
    writer = Writer()
    writer.add("p", nasty)
    moment = datetime(2024, 1, 1, tzinfo=UTC)
    entry = Entry(f"{SITE}x/", nasty, nasty, writer.written, moment, moment, authors=(nasty,))
    head = channel(corpus, Subscriptions(corpus).changes)
    content = atom(head, [entry], {entry.address: atom_entry(entry, head)})
    assert breaches(content) == []
    [told] = feedparser.parse(content).entries
    said = nasty.replace("\x00", "\ufffd").replace("\x0b", "\ufffd")
    assert told.author == said
    assert "<script" not in told.content[0].value
    assert json.loads(json_feed(head, [entry]))["items"][0]["content_html"] == writer.written


def test_the_same_archive_gives_the_same_bytes(corpus: Archive, feeds: dict[str, bytes]) -> None:
    assert followed(corpus, past(corpus)) == feeds


@pytest.mark.parametrize("path", ["feed.atom", "changes/feed.json"])
def test_feeds_have_absolute_addresses_only(feeds: dict[str, bytes], path: str) -> None:
    text = feeds[path].decode()
    assert 'href="/' not in text
    assert 'href="..' not in text


def test_no_page_about_a_record_has_a_feed_so_that_none_need_ask(corpus: Archive) -> None:
    feeds, about = Followed(corpus).by_page, set[str]()
    for page in every_page(corpus):
        if page.kind in OF_RECORDS:
            about.add(page.kind)
            assert page.address not in feeds
    assert about == set(OF_RECORDS)
