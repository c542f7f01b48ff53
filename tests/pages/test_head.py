"""Owns showing what each page says of itself to browsers, search engines and other machines."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from archive import addresses
from archive.archive import Archive
from tests.pages.site import BuiltPage, pages_of

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def pages(corpus_site: Path) -> dict[str, BuiltPage]:
    return {page.path.removesuffix("index.html"): page for page in pages_of(corpus_site)}


def jsonld(page: BuiltPage) -> Any:
    return json.loads(page.text("script[type='application/ld+json']"))


def test_titles_and_descriptions_are_there_and_differ(pages: dict[str, BuiltPage]) -> None:
    own = [page for path, page in pages.items() if path != "404.html"]
    titles = [page.text("head > title") for page in own]
    descriptions = [page.attribute("meta[name=description]", "content") for page in own]
    assert len(set(descriptions)) == len(descriptions)
    assert len(set(titles)) == len(titles)
    assert all(title.strip() for title in titles + descriptions)


def test_every_page_has_its_language_and_its_canonical_address(
    corpus: Archive, pages: dict[str, BuiltPage]
) -> None:
    for path, page in pages.items():
        assert page.attribute("html", "lang") == corpus.site.settings.language.split("-")[0]
        if path != "404.html":
            canonical = page.attribute("link[rel=canonical]", "href")
            assert canonical == f"{corpus.site.site_url.rstrip('/')}/{path}"


def test_a_letter_is_told_to_machines(corpus: Archive, pages: dict[str, BuiltPage]) -> None:
    for letter in corpus.letters.values():
        data = jsonld(pages[addresses.letter_address(letter.id)])
        assert data["@context"] == "https://schema.org"
        assert data["@type"] == "Message"
        assert data["name"] == letter.noun.title
        assert data["dateSent"] == letter.noun.date.iso
        assert data["sender"]["name"] == corpus.people[letter.noun.sender].styled
        assert data["recipient"]["name"] == corpus.people[letter.noun.recipient].styled
        assert len(data["about"]) == len(corpus.topics_of(letter))
        assert data["text"] == letter.body.flat


def test_a_motion_is_told_to_machines(corpus: Archive, pages: dict[str, BuiltPage]) -> None:
    for motion in corpus.motions.values():
        data = jsonld(pages[addresses.motion_address(motion.id)])
        assert data["@type"] == "CreativeWork"
        assert data["name"] == motion.noun.title
        assert data["dateCreated"] == corpus.day_of(motion).iso


def test_people_topics_meetings_and_the_site_are_told_to_machines(
    pages: dict[str, BuiltPage],
) -> None:
    kinds = {"people/": "Person", "topics/": "DefinedTerm", "meetings/": "CollectionPage"}
    for path, page in pages.items():
        for folder, kind in kinds.items():
            if path.startswith(folder) and path != folder:
                assert jsonld(page)["@type"] == kind
    assert "WebSite" in jsonld(pages[""])["@type"]


def test_the_sitemap_names_every_page(
    corpus: Archive, corpus_site: Path, pages: dict[str, BuiltPage]
) -> None:
    root = corpus.site.site_url.rstrip("/") + "/"
    urls = ElementTree.parse(corpus_site / "sitemap.xml").getroot()
    dates = {
        str(url.findtext(f"{SITEMAP}loc")).removeprefix(root): url.findtext(f"{SITEMAP}lastmod")
        for url in urls
    }
    assert set(dates) == set(pages) - {"404.html"}
    assert set(dates.values()) == {None}  # git knows nothing of this copy, so no day is claimed


def test_every_page_offers_a_feed(pages: dict[str, BuiltPage]) -> None:
    for path, page in pages.items():
        if path != "404.html":
            assert page.tree.css("link[type='application/atom+xml']"), path
    letter = pages["letters/2021-shelters/"]
    assert letter.attribute("link[type='application/atom+xml']", "href") == "../../feed.atom"
