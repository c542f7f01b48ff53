"""No page grows with the archive: the same most links on each kind of page, whatever it holds."""

import re
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from archive.demo.making import demo_outputs
from archive.outputs import write_outputs
from archive.pages import (
    brief,
    changes,
    commitments,
    echoes,
    gaps,
    meetings,
    people,
    tracker,
    years,
)
from archive.pages.every import every_page
from archive.pages.listing import Listing
from archive.pages.page import Renderer
from tests.conftest import loaded

OF_ONE_THING = {"letter.html", "motion.html", "dossier.html", "history.html", "meeting.html"}
"""Templates of pages that grow with what they are about, which others add nothing to."""

SMALL, LARGE = 80, 320
A_PAGE = 10
"""Rows a page, so that a small archive has enough of everything to fill several."""


@pytest.fixture
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every limit a tenth of what it is, or so."""
    for module in (commitments, gaps, people, tracker, years):
        monkeypatch.setattr(module, "Listing", partial(Listing, a_page=A_PAGE))
    for module in (brief, meetings):
        monkeypatch.setattr(module, "A_PAGE", A_PAGE)
    monkeypatch.setattr(brief, "LONGEST", A_PAGE // 2)
    monkeypatch.setattr(people, "A_KIND", A_PAGE // 2)
    monkeypatch.setattr(changes, "MOST_CORRECTIONS", A_PAGE // 2)
    monkeypatch.setattr(echoes, "A_PAGE", 5 * A_PAGE)


def most_links(folder: Path, records: int) -> Counter[str]:
    """The links on the page of each template that has most, those to parts and years left out."""
    write_outputs(folder, demo_outputs(records, seed=1))
    archive = loaded(folder)
    assert len(archive.letters) + len(archive.motions) == records
    renderer = Renderer(archive)
    most: Counter[str] = Counter()
    for page in every_page(archive):
        if page.template not in OF_ONE_THING:
            html = renderer.output(page).content.decode()
            links = re.sub(r"<nav.*?</nav>", "", html, flags=re.DOTALL).count("<a ")
            most[page.template] = max(most[page.template], links)
    return most


@pytest.mark.usefixtures("short_pages")
def test_four_times_the_records_make_no_page_longer(tmp_path: Path) -> None:
    small, large = most_links(tmp_path / "small", SMALL), most_links(tmp_path / "large", LARGE)
    assert set(small) == set(large)
    longer = {name: (small[name], large[name]) for name in small if large[name] > small[name]}
    assert all(now - before <= A_PAGE for before, now in longer.values()), longer
