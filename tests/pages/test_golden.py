"""Owns comparing every generated page of the invented archive with the one that was agreed."""

from pathlib import Path

import pytest

from archive.archive import Archive
from archive.outputs import Output, write_outputs
from archive.pages.every import every_page
from archive.pages.page import Renderer

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


@pytest.fixture(scope="module")
def pages(corpus: Archive) -> dict[str, bytes]:
    return {
        output.path: output.content for output in map(Renderer(corpus).output, every_page(corpus))
    }


def test_pages_are_as_agreed(pages: dict[str, bytes], request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--refresh-golden"):
        write_outputs(GOLDEN, [Output(path, content) for path, content in pages.items()])
    agreed = {
        path.relative_to(GOLDEN).as_posix(): path.read_bytes()
        for path in GOLDEN.rglob("*")
        if path.is_file()
    }
    changed = sorted(path for path in pages | agreed if pages.get(path) != agreed.get(path))
    assert not changed, (
        "These pages differ from tests/golden. If that is meant, run"
        f" python3 scripts/test.py --refresh-golden and read the diff: {changed}"
    )


def test_every_page_is_one_block_of_html_without_blank_lines(pages: dict[str, bytes]) -> None:
    for path, content in pages.items():
        _, _, body = content.decode().split("---\n", 2)
        assert "\n\n" not in body.strip(), path
        assert body.strip().startswith("<div class="), path
        assert body.strip().endswith("</div>"), path
