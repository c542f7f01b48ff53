"""Owns showing that every link of a site leads somewhere, and that links go both ways."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from archive import addresses
from archive.archive import Archive
from tests.pages.site import HERE, pages_of, target_file


def dangling(site: Path) -> list[str]:
    """Every link to a file or anchor that the site does not have."""
    anchors = {site / page.path: page.anchors for page in pages_of(site)}
    found = []
    for page in pages_of(site):
        if page.path == "404.html":
            continue  # its links are absolute; the browser tests follow them
        for url in page.links():
            if not url.startswith(HERE):
                continue
            file, fragment = target_file(site, url), urlsplit(url).fragment
            if not file.is_file() or (fragment and fragment not in anchors.get(file, set())):
                found.append(f"{page.path} -> {url}")
    return found


@pytest.mark.parametrize("name", ["corpus_site", "real_site"])
def test_every_internal_link_and_anchor_resolves(name: str, request: pytest.FixtureRequest) -> None:
    assert dangling(request.getfixturevalue(name)) == []


def test_a_link_to_nowhere_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<a href="x/">x</a><a href="#y">y</a><p id="z">')
    assert dangling(tmp_path) == [f"index.html -> {HERE}x/", f"index.html -> {HERE}#y"]


def test_no_page_has_one_anchor_twice(corpus_site: Path) -> None:
    for page in pages_of(corpus_site):
        ids = [node.attributes["id"] for node in page.tree.css("[id]")]
        assert len(ids) == len(set(ids)), page.path


def test_records_link_both_ways(corpus: Archive, corpus_site: Path) -> None:
    links = {page.address: set(page.links()) for page in pages_of(corpus_site)}
    for letter in corpus.letters.values():
        here = HERE + addresses.letter_address(letter.id)
        others = [addresses.motion_address(a.motion) for a in letter.noun.answers]
        others += [addresses.person_address(letter.noun.sender)]
        others += [addresses.topic_address(topic) for topic in corpus.topics_of(letter)]
        for other in others:
            assert HERE + other in links[here]
            assert here in links[HERE + other], f"{other} does not link back to {letter.id}"


def test_every_page_can_be_reached_from_the_home_page(corpus_site: Path) -> None:
    links = {page.address: set(page.links()) for page in pages_of(corpus_site)}
    waiting, reached = [HERE], set[str]()
    while waiting:
        address = waiting.pop().split("#")[0]
        if address in links and address not in reached:
            reached.add(address)
            waiting += links[address]
    assert set(links) - reached == {HERE + "404.html"}
