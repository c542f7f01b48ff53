"""Owns showing that exports say of which state of the archive they are, where git knows."""

import json
import sqlite3
from datetime import UTC, datetime
from io import BytesIO

import pytest
from resync.resource_list import ResourceList

from archive.archive import Archive
from archive.exports.addresses import DATABASE, PACKAGE
from archive.exports.resourcesync import RESOURCES
from archive.history.past import NO_HISTORY, Commit, History
from archive.pages.data import data_page
from archive.pages.page import Renderer
from tests.exports.taken import taken

KNOWN = History(head=Commit("3f2a9c81d4e7" + "0" * 28, datetime(2022, 5, 9, 7, 30, tzinfo=UTC)))


@pytest.fixture(scope="module")
def files(corpus: Archive) -> dict[str, bytes]:
    return taken(corpus, KNOWN)


def test_package_and_database_name_the_commit(files: dict[str, bytes]) -> None:
    assert json.loads(files[PACKAGE])["version"] == "3f2a9c81d4e7"
    database = sqlite3.connect(":memory:")
    database.deserialize(files[DATABASE])
    [[commit]] = database.execute("SELECT value FROM about WHERE name = 'commit'")
    assert commit == "3f2a9c81d4e7"
    database.close()


def test_the_list_for_harvesters_has_the_moment_of_the_commit(
    corpus: Archive, files: dict[str, bytes]
) -> None:
    assert moment(files[RESOURCES]) == "2022-05-09T07:30:00Z"
    assert (
        moment(taken(corpus, NO_HISTORY)[RESOURCES]) == "2023-04-17T00:00:00Z"
    )  # the day of the newest record


def moment(content: bytes) -> str | None:
    """Of which moment a list of resources says that it is."""
    found = ResourceList()
    found.parse(fh=BytesIO(content))
    at: str | None = found.md_at
    return at


def test_the_page_says_of_which_commit_the_data_is(corpus: Archive) -> None:
    page = data_page(corpus, {})
    known = Renderer(corpus, KNOWN).output(page).content.decode()
    assert "as of commit <code>3f2a9c81d4e7</code> of 9 May 2022" in known
    assert "as of commit" not in Renderer(corpus, NO_HISTORY).output(page).content.decode()
