"""Owns showing that the files at the top of the site are such as their readers understand."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from llms_txt import parse_llms_file
from protego import Protego

from archive.archive import Archive
from archive.signposts.every import signpost_outputs
from tests.pages.site import target_file

SITE = "https://archive.marlbeck.example/"


def test_the_reader_of_llms_txt_reads_it(corpus: Archive, corpus_site: Path) -> None:
    found = parse_llms_file((corpus_site / "llms.txt").read_text(encoding="utf-8"))
    assert found.title == corpus.site.site_name
    assert corpus.site.settings.tagline in found.summary
    assert list(found.sections) == ["Records", "Topics", "Data", "Optional"]
    links = [link for section in found.sections.values() for link in section]
    assert len(links) > 15
    for link in links:
        assert link["url"].startswith(SITE)
        assert target_file(corpus_site, link["url"]).is_file(), link["url"]
        assert link["desc"]


def test_it_says_what_is_ours(corpus_site: Path) -> None:
    text = (corpus_site / "llms.txt").read_text(encoding="utf-8")
    assert "judgement of editors" in text
    assert len(text) < 12_000


def test_robots_may_read_everything_and_find_the_sitemap(corpus_site: Path) -> None:
    robots = Protego.parse((corpus_site / "robots.txt").read_text(encoding="utf-8"))
    assert list(robots.sitemaps) == [f"{SITE}sitemap.xml"]
    assert (corpus_site / "sitemap.xml").is_file()
    assert robots.can_fetch(f"{SITE}letters/", "Anybot")


def test_security_txt_has_what_its_rules_require(corpus_site: Path) -> None:
    """RFC 9116: Contact and Expires are required, Expires once, as in RFC 3339."""
    text = (corpus_site / ".well-known" / "security.txt").read_text(encoding="utf-8")
    fields = [line.partition(": ") for line in text.splitlines()]
    names = [name for name, _, _ in fields]
    assert all(names.count(name) == 1 for name in ("Contact", "Expires", "Canonical"))
    told = {name: value for name, _, value in fields}
    assert told["Contact"] == "https://archive.marlbeck.example/tell-us"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", told["Expires"])
    assert told["Canonical"] == f"{SITE}.well-known/security.txt"
    assert (corpus_site / "security.txt").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("contact", ["security@marlbeck.example"])
def test_an_address_becomes_a_uri(corpus: Archive, contact: str) -> None:
    security = corpus.site.settings.security
    assert security
    settings = corpus.site.settings.model_copy(
        update={"security": security.model_copy(update={"contact": contact})}
    )
    site = corpus.site.model_copy(
        update={"extra": corpus.site.extra.model_copy(update={"archive": settings})}
    )
    found = {x.path: x.content for x in signpost_outputs(replace(corpus, site=site))}
    assert found["security.txt"].startswith(b"Contact: mailto:security@marlbeck.example\n")


def test_without_a_contact_there_is_none(real: Archive) -> None:
    assert {output.path for output in signpost_outputs(real)} == {"robots.txt", "llms.txt"}
