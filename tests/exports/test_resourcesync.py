"""Owns showing that a harvester finds every file, with its digest, and can take a copy."""

import hashlib
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree
from resync.capability_list import CapabilityList
from resync.resource_list import ResourceList
from resync.source_description import SourceDescription

from archive.archive import Archive
from archive.exports import resourcesync
from archive.exports.resourcesync import CAPABILITIES, DESCRIPTION, RESOURCES
from archive.filed import Filed


def opened(files: dict[str, bytes], url: str) -> BytesIO:
    """The file at an address."""
    return BytesIO(files[urlsplit(url).path.lstrip("/")])


def test_a_harvester_gets_from_the_description_to_every_file(
    corpus: Archive, files: dict[str, bytes]
) -> None:
    root = corpus.site.site_url
    description = SourceDescription()
    description.parse(fh=opened(files, root + DESCRIPTION))
    [capabilities] = [resource.uri for resource in description.resources]
    listed = CapabilityList()
    listed.parse(fh=opened(files, capabilities))
    [resources] = [resource.uri for resource in listed.resources]
    found = ResourceList()
    found.parse(fh=opened(files, resources))
    lists = {DESCRIPTION, CAPABILITIES, RESOURCES}
    assert {resource.uri.removeprefix(root) for resource in found} == set(files) - lists
    for resource in found:
        content = files[resource.uri.removeprefix(root)]
        assert resource.length == len(content)
        assert resource.sha256 == hashlib.sha256(content).hexdigest()


def test_the_site_holds_the_files_as_listed(corpus: Archive, corpus_site: Path) -> None:
    found = ResourceList()
    found.parse(fh=BytesIO((corpus_site / RESOURCES).read_bytes()))
    assert len(found) > 200
    for resource in found:
        path = corpus_site / resource.uri.removeprefix(corpus.site.site_url)
        assert hashlib.sha256(path.read_bytes()).hexdigest() == resource.sha256


def test_more_files_than_a_list_may_have_make_several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resourcesync, "MOST", 2)
    some = [Filed(f"{name}.txt", "0" * 64, 1) for name in "abc"]
    made = resourcesync.resource_lists("https://x.example/", "2021-01-01T00:00:00Z", some)
    lists = {output.path: etree.fromstring(output.content) for output in made}
    index = lists.pop(RESOURCES)
    named = [loc.text for loc in index.iter("{*}loc")]
    parts = [lists[str(url).removeprefix("https://x.example/")] for url in named]
    assert [len(list(part.iter("{*}url"))) for part in parts] == [2, 1]
