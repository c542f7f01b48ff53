"""The rules for caches in a real browser behind a real nginx, before and after a deployment."""

import shutil
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from archive.signposts.caching import FOREVER
from tests.browser.nginx import served
from tests.conftest import CORPUS, built, copied

LETTER = "letters/2022-03-02-pm-2022-0155/"
QUERY = "search/?q=bridge"
NEW = "quicksilver"
"""A word that no letter of the invented archive has."""


QUOTES = "\"'"


def look(page: Page, home: str) -> None:
    """Read a letter, then search."""
    page.goto(home + LETTER)
    expect(page.locator("h1")).to_be_visible()
    page.goto(home + QUERY)
    page.locator(".find").first.wait_for()
    page.wait_for_load_state("networkidle")


def deploy(site: Path, target: Path) -> None:
    """Put a site in the place of another: what is gone is gone."""
    shutil.rmtree(target)
    shutil.copytree(site, target)


def with_a_new_word(folder: Path) -> Path:
    """The site of the invented archive after a letter was written anew."""
    root = copied(CORPUS, folder)
    letter = root / f"{LETTER.strip('/')}.md"
    text = letter.read_text(encoding="utf-8")
    front, title, rest = text.partition("title: ")
    said, _, others = rest.partition("\n")
    told = f"{NEW.capitalize()} and {said.strip(QUOTES)}"
    letter.write_text(f'{front}{title}"{told}"\n{others}', encoding="utf-8")
    return built(root)


@pytest.fixture
def site(corpus_site: Path, tmp_path: Path) -> Path:
    """The folder that is served: a copy, for it will be replaced."""
    (tmp_path / "server").mkdir()
    return Path(shutil.copytree(corpus_site, tmp_path / "server" / "site"))


def test_a_second_visit_asks_only_whether_the_rest_is_still_the_newest(
    site: Path, tmp_path: Path, browser: Browser
) -> None:
    with served(site, tmp_path / "server") as host, browser.new_context() as context:
        look(context.new_page(), host.home)
        first = host.asked()
        new = {one.path for one in first if one.status == HTTPStatus.OK}
        assert {one.path for one in first} == new
        assert any(map(FOREVER.about, new))
        look(context.new_page(), host.home)
        second = host.asked()
        assert {one.status for one in second} == {HTTPStatus.NOT_MODIFIED}
        assert not [one for one in second if FOREVER.about(one.path)]
        asked = {one.path for one in second}
        assert {LETTER, "search/", "search/root.json", "css/base.css"} <= asked


def test_what_is_not_there_is_not_kept(site: Path, tmp_path: Path, browser: Browser) -> None:
    """A part that an old page asks for is missing today; that answer must not stay."""
    with served(site, tmp_path / "server") as host, browser.new_context() as context:
        answer = context.request.get(f"{host.home}search/terms-0123456789/0.json")
        assert answer.status == HTTPStatus.NOT_FOUND
        assert "cache-control" not in answer.headers
        assert "Page not found" in answer.text()


def test_after_a_deployment_readers_see_what_is_new_and_an_open_search_heals_itself(
    site: Path, tmp_path: Path, browser: Browser
) -> None:
    changed = with_a_new_word(tmp_path / "changed")
    with served(site, tmp_path / "server") as host, browser.new_context() as context:
        open_page = context.new_page()
        look(open_page, host.home)
        deploy(changed, site)
        _search(open_page, NEW)
        expect(open_page.locator(".find").first).to_contain_text(NEW.capitalize())
        page = context.new_page()
        page.goto(host.home + LETTER)
        expect(page.locator("h1")).to_contain_text(NEW.capitalize())
        page.goto(f"{host.home}search/?q={NEW}")
        expect(page.locator(".find").first).to_contain_text(NEW.capitalize())


def _search(page: Page, words: str) -> None:
    field = page.get_by_role("searchbox")
    field.fill(words)
    field.press("Enter")
