"""A letter that is only a picture is read by the real ocrmypdf, where it is installed."""

import shutil
from pathlib import Path

import pytest

from archive.drafting.draft import Draft
from archive.drafting.drafted import Desk, drafted
from archive.intake.receive import receive
from archive.intake.received import Received
from archive.model.dates import PartialDate
from archive.reading import read_archive
from tests.conftest import CORPUS

SCAN = Path(__file__).parent / "scan.pdf"
"""An invented letter, set askew and blurred, as a picture in a PDF."""


@pytest.mark.skipif(shutil.which("ocrmypdf") is None, reason="ocrmypdf is not installed")
def test_a_picture_of_a_letter_becomes_its_draft() -> None:
    received = receive(SCAN, with_ocr=True)
    assert isinstance(received, Received)
    desk = Desk(read_archive(CORPUS)[0], frozenset(), PartialDate(2026, 11, 22))
    [draft] = drafted(received, desk)
    assert isinstance(draft, Draft)
    fields = draft.facts.fields
    assert (fields["title"], str(fields["date"])) == ("Lamps on the quay", "2023-06-14")
    assert (fields["from"], fields["to"]) == ("leonie-abara", "ivo-brandt")
    assert "will burn again by the autumn, and I have asked the Transport Board" in draft.body
    assert any("compare every one with the original" in doubt for doubt in draft.doubts)
