"""Nothing inline, nothing from elsewhere: what the pages forbid, and that they need none of it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser

from archive.mkdocs_site import POLICY as STATED
from tests.browser.hosting import POLICY, Hosted
from tests.conftest import CORPUS, copied
from tests.test_serve import Preview, site_path, until

DATA = "application/ld+json"


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """The invented archive's live preview."""
    running = Preview(copied(CORPUS, tmp_path / "archive"), tmp_path / "log")
    yield running
    running.process.kill()
    running.process.wait()


def pages(site: Hosted) -> list[Path]:
    """Every page of a site; those for frames of other sites have a policy of their own."""
    return sorted(path for path in site.folder.rglob("*.html") if path.parent.name != "embed")


@pytest.mark.parametrize("name", ["invented", "ours"])
def test_every_page_states_the_policy_before_anything_is_loaded(
    name: str, request: pytest.FixtureRequest
) -> None:
    for path in pages(request.getfixturevalue(name)):
        text = path.read_text(encoding="utf-8")
        [stated] = LexborHTMLParser(text).css("meta[http-equiv='Content-Security-Policy']")
        assert stated.attributes["content"] == STATED
        assert text.index("Content-Security-Policy") < min(
            text.index(sign) for sign in ("<script", "<link")
        )


def test_hosts_with_headers_can_send_the_same() -> None:
    assert POLICY.startswith(STATED)
    assert "unsafe" not in POLICY


@pytest.mark.parametrize("name", ["invented", "ours"])
def test_no_page_has_anything_inline(name: str, request: pytest.FixtureRequest) -> None:
    for path in pages(request.getfixturevalue(name)):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        scripts = [one for one in tree.css("script") if one.attributes.get("type") != DATA]
        assert all(one.attributes.get("src") and not one.text() for one in scripts), path
        assert tree.css("style, [style]") == [], path
        attributes = {name for one in tree.css("*") for name in one.attributes}
        assert [name for name in attributes if re.match("on[a-z]", name)] == [], path


def test_the_preview_reloads_a_page_in_spite_of_its_policy(
    preview: Preview, browser: Browser
) -> None:
    people = preview.root / "letters" / "people.yml"
    path = f"{site_path(preview.root)}/people/".lstrip("/")
    assert until(lambda: "<h1>People</h1>" in preview.page(path)), preview.printed()
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"http://127.0.0.1:{preview.port}/{path}")
    people.write_text(people.read_text() + "\nnew-person:\n  name: Wilhelmina Newcomer\n")
    expect(page.get_by_role("link", name="Wilhelmina Newcomer")).to_be_visible(timeout=30_000)
    assert [text for text in said if "violates" in text] == []
    page.close()
