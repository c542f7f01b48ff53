"""What a first visit costs: everything that one page loads, gzipped, in bytes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from archive.archive import Archive
from archive.measure.serving import counting_server
from tests.browser.kinds import KINDS

MOST = 120_000
"""Bytes; a letter is what a search engine leads to, and its reader may be on a telephone."""


@pytest.mark.parametrize("kind", ["home", "letter", "motion with replies", "topic"])
def test_a_first_visit_is_light(
    kind: str, corpus: Archive, corpus_site: Path, browser: Browser
) -> None:
    address: Callable[[Archive], str] = KINDS[kind]
    with counting_server() as server, browser.new_context() as context:
        visit = server.visit(corpus_site)
        context.new_page().goto(visit.home + address(corpus), wait_until="networkidle")
        paths = {one.path for one in visit.sent}
        assert {"css/base.css", "js/search/start.js"} <= paths
        assert sum(one.size for one in visit.sent) < MOST, visit.sent
