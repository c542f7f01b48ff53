"""Owns showing what pages tell of the past: changes, corrections, what is gone, how to follow."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from archive.archive import Archive
from archive.feeds.every import feed_sheets
from archive.history.git import NOT_INSTALLED
from archive.history.past import Change, ChangedLine, Commit, History, Run
from archive.pages.every import every_page
from archive.pages.page import Page, Renderer
from tests.pages.site import BuiltPage, pages_of

LETTER, MOTION = "2023-04-17-pm-2023-0118", "2021-03-11-1-signs-in-many-languages"
VERSION = "motions/versions/2022-09-15-1-the-town-at-night-amendment-6.md"
OLD = Commit("1" * 40, datetime(2025, 12, 31, 9, tzinfo=UTC), "Add everything")
NEW = Commit("2" * 40, datetime(2026, 1, 1, 9, tzinfo=UTC), "Mend <b>words</b>", "It was a slip.")
SECRET = Commit("3" * 40, datetime(2026, 1, 2, 9, tzinfo=UTC), withheld=True)


@pytest.fixture(scope="module")
def history(corpus: Archive) -> History:
    path = f"letters/{LETTER}.md"
    runs = (
        *(Run("kept", "the benches that"), Run("taken out", "where"), Run("put in", "were")),
        *(Run("taken out", "", 3), Run("kept", "there")),
    )
    lines = (ChangedLine("text", runs), ChangedLine("topics", (Run("put in", "topics: [x]"),)))
    added = {x.path: (Change("added", x.path, OLD),) for x in corpus.letters.values()}
    return History(
        head=SECRET,
        why_not="",
        changes={
            **added,
            path: (Change("changed", path, NEW, lines=lines), Change("added", path, OLD)),
            f"motions/{MOTION}.md": (
                Change("renamed", f"motions/{MOTION}.md", NEW, before="motions/2021-signs.md"),
            ),
            VERSION: (Change("added", VERSION, SECRET),),
        },
        withdrawn={"letters/2019-copy.md": (Change("withdrawn", "letters/2019-copy.md", SECRET),)},
    )


@pytest.fixture(scope="module")
def pages(corpus: Archive, history: History) -> dict[str, tuple[Page, LexborHTMLParser]]:
    renderer = Renderer(corpus, history)
    told = {}
    for page in past_pages(corpus, history):
        text = renderer.output(page).content.decode()
        told[page.address] = (page, LexborHTMLParser(text.split("---\n", 2)[2]))
    return told


def past_pages(archive: Archive, history: History) -> list[Page]:
    """The pages that tell how the records came to be as they are."""
    kinds = ("history", "changes", "gone")
    return [page for page in every_page(archive, history) if page.kind in kinds]


def texts(tree: LexborHTMLParser | LexborNode, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in tree.css(selector)]


def test_a_change_is_told_with_its_day_its_reason_and_its_words(
    pages: dict[str, tuple[Page, LexborHTMLParser]],
) -> None:
    _, tree = pages[f"letters/{LETTER}/history/"]
    newest, oldest = tree.css(".page > ol > li")
    said = " ".join(newest.text().split())
    assert said.startswith("1 January 2026 Changed commit 222222222222 Mend <b>words</b>")
    assert "It was a slip." in said
    assert "2 changed lines in the text, topics" in said
    assert "the benches that [taken out: where] [put in: were] [3 words not shown] there" in said
    assert [node.text() for node in newest.css("del")] == ["[taken out: where]"]
    assert "[put in: topics: [x]]" in said
    assert "31 December 2025 Added" in " ".join(oldest.text().split())
    assert "are not shown here" in texts(tree, ".page > .ours")[-1]


def test_a_record_says_what_was_corrected_and_why(
    pages: dict[str, tuple[Page, LexborHTMLParser]],
) -> None:
    _, tree = pages[f"letters/{LETTER}/history/"]
    first, second = tree.css(".page > ul.changes > li")
    assert (first.id, second.id) == ("correction-1", "correction-2")
    assert " ".join(second.text().split()) == (
        "June 2024 One word of the second paragraph was wrong: it is as the letter has it now."
        " A reader compared the page with the paper."
    )


def test_the_history_of_a_motion_has_that_of_its_versions(
    pages: dict[str, tuple[Page, LexborHTMLParser]],
) -> None:
    _, tree = pages["motions/2022-09-15-1-the-town-at-night/history/"]
    [change] = texts(tree, ".page > ol > li")
    assert "in its version 2022-09-15-1-the-town-at-night-amendment-6" in change
    assert "The reason is not shown, because it names what was taken out." in change
    assert "This amendment stood here as agreed; it was not." in texts(tree, "ul.changes > li")[0]


def test_every_record_has_a_history_even_where_none_is_known(corpus: Archive) -> None:
    told = past_pages(corpus, History(why_not=NOT_INSTALLED))
    assert {page.address for page in told} == {
        *(f"letters/{name}/history/" for name in corpus.letters),
        *(f"motions/{name}/history/" for name in corpus.motions),
        "changes/",
    }
    renderer = Renderer(corpus, History(why_not=NOT_INSTALLED))
    assert all(NOT_INSTALLED in renderer.output(page).content.decode() for page in told)


def test_what_was_withdrawn_or_renamed_says_so_at_its_old_address(
    pages: dict[str, tuple[Page, LexborHTMLParser]],
) -> None:
    gone, tree = pages["letters/2019-copy/"]
    assert (gone.kind, gone.title) == ("gone", "Letter 2019-copy was withdrawn")
    assert "was withdrawn from the archive on 2 January 2026" in tree.body.text()  # type: ignore[union-attr]
    moved, tree = pages["motions/2021-signs/"]
    assert moved.title == "Motion 2021-signs has another address now"
    assert tree.css("a")[0].attributes["href"] == f"../../motions/{MOTION}/"


def test_no_page_of_a_record_is_taken_by_one_that_had_its_name(corpus: Archive) -> None:
    path = f"letters/{LETTER}.md"
    other = next(x.path for x in corpus.letters.values() if x.path != path)
    history = History(
        head=NEW, why_not="", changes={other: (Change("renamed", other, NEW, before=path),)}
    )
    addresses = [page.address for page in past_pages(corpus, history)]
    assert f"letters/{LETTER}/" not in addresses


def test_all_changes_stand_commit_by_commit_and_by_year(
    pages: dict[str, tuple[Page, LexborHTMLParser]],
) -> None:
    _, tree = pages["changes/"]
    commits = tree.css(".page > ol > li")
    assert [commit.id for commit in commits] == ["3" * 12, "2" * 12, "1" * 12]
    first, second, _ = (" ".join(commit.text().split()) for commit in commits)
    assert "1 letter withdrawn" in first.lower()
    assert "Withdrawn: letter 2019-copy" in first
    assert "Changed: letter Benches – holding reply" in second
    assert {"changes/2026/", "changes/2025/"} <= set(pages)
    assert len(pages["changes/2025/"][1].css(".page > ol > li")) == 1


def test_a_commit_of_many_records_names_them_all(
    corpus: Archive, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.pages.changes.MOST_NAMED", 3)
    [page] = [page for page in past_pages(corpus, history) if page.address == "changes/"]
    text = Renderer(corpus, history).output(page).content.decode()
    commit = LexborHTMLParser(text.split("---\n", 2)[2]).css(".page > ol > li")[2]
    assert len(commit.css(".changes__records > li")) == len(corpus.letters)
    assert texts(commit, "details > summary") == [f"{len(corpus.letters) - 3} more"]


def test_a_change_that_was_not_committed_is_admitted(corpus: Archive, history: History) -> None:
    path = f"letters/{LETTER}.md"
    dirty = History(history.commit, "", frozenset({path}), history.changes)
    told = {p.address: Renderer(corpus, dirty).output(p) for p in past_pages(corpus, dirty)}
    notice = b"was changed after the newest commit"
    assert notice in told[f"letters/{LETTER}/history/"].content
    assert notice not in told["letters/2018-06-fund/history/"].content


def offered(page: BuiltPage) -> Iterator[tuple[str, str]]:
    for node in page.tree.css('link[rel="alternate"]'):
        yield str(node.attributes["type"]), str(node.attributes["href"])


def test_pages_lead_programs_and_readers_to_their_feeds(corpus_site: Path) -> None:
    pages = {page.path.removesuffix("index.html"): page for page in pages_of(corpus_site)}
    feeds = {"": "feed", "letters/": "feed", "topics/buses/": "feed", "changes/": "feed"}
    feeds |= {"people/tomos-quill/": "feed", "ledger/replies/": "feed", "motions/": "feed"}
    for address, stem in feeds.items():
        told = set(offered(pages[address]))
        for kind, suffix in (("application/atom+xml", "atom"), ("application/feed+json", "json")):
            assert any(k == kind and h.endswith(f"{stem}.{suffix}") for k, h in told), address
            assert (corpus_site / address / f"{stem}.{suffix}").is_file()
        assert pages[address].tree.css('.follow a[type="application/atom+xml"]'), address
    assert ("text/calendar", "calendar.ics") in set(offered(pages["meetings/"]))


def test_a_record_tells_its_corrections_and_leads_to_why(corpus_site: Path) -> None:
    pages = {page.path.removesuffix("index.html"): page for page in pages_of(corpus_site)}
    links = set(pages[f"letters/{LETTER}/"].links())
    assert f"https://site.invalid/letters/{LETTER}/history/#correction-2" in links
    assert "Corrected in this archive" in pages[f"motions/{MOTION}/"].text(".content")


def test_the_page_of_feeds_names_every_feed(corpus: Archive, corpus_site: Path) -> None:
    [page] = [page for page in pages_of(corpus_site) if page.path == "follow/index.html"]
    links = {link.removeprefix("https://site.invalid/") for link in page.links()}
    sheets = feed_sheets(corpus, History())
    assert {output.path for sheet in sheets for output in sheet.make()} <= links
