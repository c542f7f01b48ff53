"""Owns showing that what pages tell search engines has all that these require of its types.

The table is that of Google's documentation of structured data (one page for each type below
https://developers.google.com/search/docs/appearance/structured-data/), as read in November 2026:
properties that are required for a result of that type. A type without a line there has none.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from archive.archive import Archive
from tests.pages.site import BuiltPage, pages_of, target_file

REQUIRED: dict[str, tuple[str, ...]] = {
    "BreadcrumbList": ("itemListElement",),
    "ListItem": ("position", "name", "item"),
    "Dataset": ("name", "description"),
    "DataDownload": ("contentUrl",),
    "WebSite": ("name", "url"),  # site-name
    "SearchAction": ("target", "query-input"),
    "ImageObject": ("url",),
    "Event": ("name", "startDate", "location"),
    "ProfilePage": ("mainEntity",),
    "Article": (),
    "Organization": ("name",),
    "Person": ("name",),
    "GovernmentOrganization": ("name",),
}
OF_NO_RESULT = {
    "Message", "CreativeWork", "Collection", "CollectionPage", "WebPage", "DefinedTerm", "Role",
    "EntryPoint",
}  # fmt: skip
"""Types of schema.org that are used here and make no special result."""


def things(value: Any) -> Iterator[dict[str, Any]]:
    """Everything that has a type, however deep."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from things(one)


@pytest.fixture(scope="module")
def told(corpus_site: Path) -> dict[str, Any]:
    """What each page tells, by its path."""
    found = {}
    for page in pages_of(corpus_site):
        for node in page.tree.css("script[type='application/ld+json']"):
            found[page.path] = json.loads(node.text())
    return found


def types(thing: dict[str, Any]) -> list[str]:
    kind = thing["@type"]
    return kind if isinstance(kind, list) else [kind]


def test_what_each_type_requires_is_there(told: dict[str, Any]) -> None:
    seen = set()
    for path, data in told.items():
        for thing in things(data):
            for kind in types(thing):
                seen.add(kind)
                assert kind in OF_NO_RESULT or kind in REQUIRED, (path, kind)
                missing = [name for name in REQUIRED.get(kind, ()) if not thing.get(name)]
                # A thing may be named by its address alone, if it is told in full there.
                assert not missing or set(thing) <= {"@type", "@id"}, (path, kind, missing)
    assert {"BreadcrumbList", "Dataset", "WebSite", "Message", "CreativeWork"} <= seen


def test_records_people_topics_and_meetings_say_the_way_to_them(
    corpus: Archive, told: dict[str, Any]
) -> None:
    groups = ("letters", "motions", "people", "topics", "meetings")
    for group in groups:
        for name in getattr(corpus, group):
            data = told[f"{group}/{name}/index.html"]
            [crumbs] = [one for one in things(data) if one["@type"] == "BreadcrumbList"]
            steps = crumbs["itemListElement"]
            assert [step["position"] for step in steps] == [1, 2, 3]
            top = f"{corpus.site.site_url.rstrip('/')}/"
            ways = [step["item"] for step in steps]
            assert ways == [top, f"{top}{group}/", f"{top}{group}/{name}/"]


def test_a_description_of_data_has_a_length_that_is_taken(told: dict[str, Any]) -> None:
    """Between 50 and 5,000 characters: the page on Dataset."""
    [data] = [d for d in told.values() if "Dataset" in types(d)]
    assert 50 <= len(data["description"]) <= 5000


def test_every_address_of_this_site_that_is_told_leads_somewhere(
    corpus: Archive, corpus_site: Path, told: dict[str, Any]
) -> None:
    top = corpus.site.site_url.rstrip("/")
    for path, data in told.items():
        for thing in things(data):
            for name in ("@id", "url", "item", "contentUrl"):
                url = str(thing.get(name, ""))
                if url.startswith(top):
                    assert target_file(corpus_site, urlsplit(url).path).is_file(), (path, url)


def test_the_search_that_is_told_is_the_search_page(
    corpus_site: Path, told: dict[str, Any]
) -> None:
    [action] = [one for one in things(told["index.html"]) if one["@type"] == "SearchAction"]
    template = action["target"]["urlTemplate"]
    assert template.endswith("/search/?q={search_term_string}")
    page = BuiltPage(corpus_site, corpus_site / "search" / "index.html")
    assert page.tree.css("[data-search-page] input[name=q]")
