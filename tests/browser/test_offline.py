"""Owns showing that the offline copy works from a disk, in a real browser without a network."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from archive.offline.edition import ZIP
from tests.browser.hosting import Hosted


@pytest.fixture(scope="module")
def unpacked(invented: Hosted, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy as a reader has it after unpacking."""
    folder = tmp_path_factory.mktemp("offline")
    with zipfile.ZipFile(invented.folder / ZIP) as file:
        file.extractall(folder)
    [one] = folder.iterdir()
    return one


def lost(request: Request) -> bool:
    """Whether a file could not be loaded; who goes on to another page before it came wants none."""
    return request.failure != "net::ERR_ABORTED"


@pytest.fixture
def page(unpacked: Path, browser: Browser) -> Iterator[Page]:
    """The first page of the copy, opened from the disk; nothing may be said against it."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_offline(True)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(request.url) if lost(request) else None)
    page.goto((unpacked / "start.html").as_uri())
    page.wait_for_url("**/data/index.html")
    yield page
    assert said == []
    context.close()


def test_the_search_of_the_first_page_finds_and_opens(page: Page) -> None:
    box = page.locator("#home-search")
    box.fill("sirens")
    expect(page.get_by_role("option").first).to_contain_text("Sirens, four years on")
    box.press("ArrowDown")
    box.press("Enter")
    expect(page.locator("h1")).to_have_text("Sirens, four years on")
    assert page.url.startswith("file:")
    expect(page.locator(".doc mark").first).to_be_visible()


def test_the_search_page_answers_filters_and_goes_back(page: Page) -> None:
    page.locator("#home-search").fill('"first Monday of each month"')
    page.locator("#home-search").press("Enter")
    page.wait_for_url("**/data/search/index.html?q=*")
    found = page.locator(".find")
    expect(found.first).to_contain_text("Sirens, four years on")
    field = page.get_by_role("searchbox")
    field.fill("buses after:2019 -trams")
    field.press("Enter")
    expect(page.locator(".find").first).to_be_visible()
    page.go_back()
    expect(found.first).to_contain_text("Sirens, four years on")
    found.locator("a").first.click()
    expect(page.locator("h1")).to_contain_text("Sirens, four years on")


def test_links_and_colours_work(page: Page) -> None:
    page.get_by_role("link", name="All topics, A to Z").click()
    expect(page.locator("h1")).to_contain_text("Topics")
    page.get_by_role("button", name="Dark colours").click()
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    page.get_by_role("link", name="Night buses").first.click()
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")


def test_a_table_of_one_year_takes_in_the_other_years(page: Page) -> None:
    page.goto(page.url.replace("/data/index.html", "/data/ledger/replies/2018/index.html"))
    rows = page.locator("table tbody tr")
    before = rows.count()
    page.locator("[data-more]").click()
    expect(page.locator("caption").filter(has_text="(all years)")).to_be_visible()
    assert rows.count() > before
    page.get_by_role("link", name="Benches").first.click()
    expect(page.locator("h1")).to_have_text("Benches")
