"""Owns showing that the counting server sends what a static host would, and counts it exactly."""

import gzip
import http.client
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from archive.measure.packing import LEVEL
from archive.measure.serving import CountingServer, Sent, Visit, counting_server

LONG = b"The Mayor is asked to reply. " * 200


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "a.js").write_bytes(LONG)
    (tmp_path / "b.pf_meta").write_bytes(gzip.compress(LONG))
    (tmp_path / "index.html").write_bytes(b"<!doctype html>")
    return tmp_path


@pytest.fixture
def server() -> Iterator[CountingServer]:
    with counting_server() as one:
        yield one


def get(visit: Visit, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    place = urlsplit(visit.home)
    connection = http.client.HTTPConnection(place.netloc)
    connection.request("GET", place.path + path, headers=headers)
    response = connection.getresponse()
    content = response.read()
    connection.close()
    return response, content


def test_what_is_counted_is_the_file_gzipped(server: CountingServer, folder: Path) -> None:
    visit = server.visit(folder)
    response, content = get(visit, "js/a.js?v=1")
    assert gzip.decompress(content) == LONG
    assert response.headers["Content-Encoding"] == "gzip"
    assert response.headers["Content-Type"] == "text/javascript"
    assert visit.sent == [Sent("js/a.js", len(gzip.compress(LONG, LEVEL, mtime=0)))]
    assert visit.sent[0].size == len(content)


def test_what_gzip_makes_no_smaller_is_sent_as_it_is(server: CountingServer, folder: Path) -> None:
    visit = server.visit(folder)
    response, content = get(visit, "b.pf_meta")
    assert content == (folder / "b.pf_meta").read_bytes()
    assert response.headers["Content-Encoding"] is None
    assert visit.sent == [Sent("b.pf_meta", len(content))]


def test_each_visit_has_its_own_addresses_and_counts(server: CountingServer, folder: Path) -> None:
    one, other = server.visit(folder), server.visit(folder)
    get(one, "")
    get(other, "js/a.js")
    get(other, "js/a.js")
    assert one.home != other.home
    assert one.sent == [Sent("", len(b"<!doctype html>"))]
    assert [sent.path for sent in other.sent] == ["js/a.js", "js/a.js"]


def test_a_browser_that_has_the_newest_is_sent_nothing(
    server: CountingServer, folder: Path
) -> None:
    visit = server.visit(folder)
    response, _ = get(visit, "js/a.js")
    again, content = get(visit, "js/a.js", **{"If-None-Match": response.headers["ETag"]})
    assert (again.status, content) == (304, b"")
    assert visit.sent[1] == Sent("js/a.js", 0)


@pytest.mark.parametrize("path", ["none.js", "js/../../x", "js"])
def test_other_addresses_have_nothing(server: CountingServer, folder: Path, path: str) -> None:
    (folder.parent / "x").write_bytes(b"not to be served")
    visit = server.visit(folder)
    response, content = get(visit, path)
    assert (response.status, content) == (404, b"")
    assert sum(sent.size for sent in visit.sent) == 0
