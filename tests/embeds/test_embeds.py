"""Owns showing what other sites get to show a record: a small page, and oEmbed that names it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from archive.addresses import letter_address
from archive.archive import Archive
from archive.embeds.every import embed_sheets
from archive.model.letter import Letter
from archive.outputs import Output
from tests.altered import altered
from tests.pages.site import BuiltPage, target_file

MOST = 5_000


@pytest.fixture(scope="module")
def records(corpus: Archive) -> list[str]:
    """The folders of all records in the site."""
    letters = [f"letters/{id}/" for id in corpus.letters]
    return letters + [f"motions/{id}/" for id in corpus.motions]


def oembed(site: Path, record: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / record / "oembed.json").read_text(encoding="utf-8"))
    return found


def test_the_page_in_the_frame_is_small_and_has_no_script(
    corpus_site: Path, records: list[str]
) -> None:
    style = (corpus_site / "css" / "embed.css").stat().st_size
    for record in records:
        path = corpus_site / record / "embed" / "index.html"
        assert path.stat().st_size + style < MOST, record
        page = BuiltPage(corpus_site, path)
        assert page.tree.css("script, style, [style], img, iframe, object") == []
        policy = page.attribute("meta[http-equiv]", "content")
        assert policy == "default-src 'none'; style-src 'self'; base-uri 'none'"
        [sheet] = [url for url in page.links() if url.endswith(".css")]
        assert target_file(corpus_site, sheet).name == "embed.css"


def test_it_stays_small_with_the_longest_title_and_many_motions(corpus: Archive) -> None:
    held = corpus.letters["2018-05-22-pm-2018-0417"]
    long = held.noun.model_copy(
        update={"title": "W&" * 2000, "answers": held.noun.answers * 20, "copied_to": ()}
    )
    longest = replace(corpus, letters={**corpus.letters, held.id: altered(held, long)})
    [sheet] = [one for one in embed_sheets(longest) if one.name == letter_address(held.id)]
    page = next(iter(sheet.make()))
    assert isinstance(page, Output)
    assert page.path == f"letters/{held.id}/embed/index.html"
    assert len(page.content) < MOST - 1000
    assert isinstance(long, Letter)


def test_it_says_what_the_record_is_and_leads_to_it(
    corpus: Archive, corpus_site: Path, records: list[str]
) -> None:
    site = corpus.site.site_url.rstrip("/")
    for record in records:
        page = BuiltPage(corpus_site, corpus_site / record / "embed" / "index.html")
        folder, id, _ = record.split("/")
        noun = corpus.letters[id].noun if folder == "letters" else corpus.motions[id].noun
        assert " ".join(page.text("h1").split()) == noun.title
        links = page.tree.css("a")
        assert {link.attributes["href"] for link in links} == {f"{site}/{record}"}
        assert {link.attributes["target"] for link in links} == {"_top"}


def test_the_record_names_its_oembed_where_readers_of_it_look(
    corpus: Archive, corpus_site: Path, records: list[str]
) -> None:
    for record in records:
        page = BuiltPage(corpus_site, corpus_site / record / "index.html")
        told = page.attribute("link[type='application/json+oembed']", "href")
        assert told == f"{corpus.site.site_url.rstrip('/')}/{record}oembed.json"


def test_the_oembed_has_what_the_form_asks_of_a_rich_one(
    corpus: Archive, corpus_site: Path, records: list[str]
) -> None:
    """Required and allowed parameters: https://oembed.com, 2.3.4."""
    site = corpus.site.site_url.rstrip("/")
    for record in records:
        told = oembed(corpus_site, record)
        assert (told["version"], told["type"]) == ("1.0", "rich")
        assert all(isinstance(told[name], int) for name in ("width", "height"))
        thumbnail = {"thumbnail_url", "thumbnail_width", "thumbnail_height"}
        assert thumbnail <= set(told)  # all three or none
        assert told["provider_url"] == f"{site}/"
        [frame] = LexborHTMLParser(told["html"]).css("iframe")
        for url in (str(frame.attributes["src"]), told["thumbnail_url"]):
            assert url.startswith(f"{site}/")
            assert target_file(corpus_site, urlsplit(url).path).is_file()
        assert frame.attributes["title"] == told["title"]


def test_what_is_to_be_pasted_is_what_the_oembed_has(corpus_site: Path, records: list[str]) -> None:
    for record in records:
        page = BuiltPage(corpus_site, corpus_site / record / "index.html")
        frame, quote = (node.text() for node in page.tree.css("#embed code"))
        assert frame == oembed(corpus_site, record)["html"]
        [quoted] = LexborHTMLParser(quote).css("blockquote")
        assert str(quoted.attributes["cite"]).endswith(f"/{record}")
        assert "<script" not in quote


def test_what_is_quoted_are_the_records_own_words(corpus: Archive, corpus_site: Path) -> None:
    letter, motion = "letters/2018-05-22-pm-2018-0417/", "motions/2018-03-08-1-night-buses/"
    for record, words in (
        (
            letter,
            "Routes N2, N5 and N8 will return on 28 October, and route N4 on the Monday after.",
        ),
        (motion, str(corpus.motions["2018-03-08-1-night-buses"].noun.asks[0].quote)),
    ):
        page = BuiltPage(corpus_site, corpus_site / record / "index.html")
        _, quote = (node.text() for node in page.tree.css("#embed code"))
        assert f"<p>“{words}”</p>" in quote


def test_every_page_says_what_is_shown_where_its_address_is_shared(
    corpus: Archive, corpus_site: Path, records: list[str]
) -> None:
    """The four properties that https://ogp.me requires, and what they name."""
    site = corpus.site.site_url.rstrip("/")
    for place in ("", "topics/", "about/", *records):
        page = BuiltPage(corpus_site, corpus_site / place / "index.html")
        told = {
            str(node.attributes["property"]): str(node.attributes["content"])
            for node in page.tree.css("meta[property]")
        }
        assert {"og:title", "og:type", "og:image", "og:url"} <= set(told)
        assert told["og:url"] == f"{site}/{place}"
        card = place if place in records else ""
        assert told["og:image"] == f"{site}/{card}card.png"
        assert target_file(corpus_site, told["og:image"]).is_file()
        assert told["og:image:alt"].strip()
        assert page.attribute("meta[name='twitter:card']", "content") == "summary_large_image"
