"""Each kind of page, narrow and wide, light and dark: no fault for axe, console and network."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from archive.archive import Archive
from tests.browser.axe import violations, violations_of_colours
from tests.browser.conftest import Readers
from tests.browser.hosting import Hosted
from tests.browser.kinds import KINDS, OURS
from tests.browser.reader import DESK, PHONE, Look, Reader

WIDTHS = (320, 375, 1280)
STICKING_OUT = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  return [...document.querySelectorAll("body *")]
    .filter(element => element.getBoundingClientRect().right > room + 1)
    .map(element => element.outerHTML.slice(0, 100));
}"""


@pytest.mark.parametrize("look", [PHONE, DESK], ids=str)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_nothing_for_axe_in_light_and_dark(
    kind: str, look: Look, corpus: Archive, invented: Hosted, passing: Readers
) -> None:
    check(passing(invented, look), KINDS[kind](corpus))


@pytest.mark.parametrize("look", [PHONE, DESK], ids=str)
@pytest.mark.parametrize("kind", OURS)
def test_a_page_of_this_archive_has_nothing_for_axe_in_light_and_dark(
    kind: str, look: Look, real: Archive, ours: Hosted, passing: Readers
) -> None:
    check(passing(ours, look), OURS[kind](real))


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(
    width: int, corpus: Archive, invented: Hosted, passing: Readers
) -> None:
    reader = passing(invented, Look(width, "light"))
    found = {}
    for kind, choose in KINDS.items():
        page = reader.open_settled(choose(corpus))
        found[kind] = page.evaluate(STICKING_OUT)
    assert {kind: out for kind, out in found.items() if out} == {}


@pytest.mark.parametrize("name", ["invented", "ours"])
def test_every_page_has_one_main_heading_a_language_and_a_title_of_its_own(
    name: str, request: pytest.FixtureRequest
) -> None:
    titles: dict[str, str] = {}
    for address, page in pages(request.getfixturevalue(name)).items():
        assert len(page.css("h1")) == 1, address
        assert [node.attributes["lang"] for node in page.css("html")] == ["en"], address
        [title] = [node.text() for node in page.css("head title")]
        assert titles.setdefault(title, address) == address, title


@pytest.mark.parametrize("name", ["invented", "ours"])
def test_no_make_of_page_has_a_fault_for_the_browser(
    name: str, request: pytest.FixtureRequest, passing: Readers
) -> None:
    """Of the pages of one kind that consist of the same elements, one is opened."""
    site: Hosted = request.getfixturevalue(name)
    reader, makes = passing(site, DESK), set[tuple[tuple[str | None, ...], frozenset[str | None]]]()
    for address, page in pages(site).items():
        kinds = tuple(node.attributes["class"] for node in page.css(".page"))
        make = kinds, frozenset(node.tag for node in page.css("*"))
        if make not in makes:
            makes.add(make)
            assert reader.open(address).locator("h1").count() == 1, address
    assert reader.faults == []


def pages(site: Hosted) -> dict[str, LexborHTMLParser]:
    """Every page of a site, by its address."""
    return {
        file.relative_to(site.folder).as_posix().removesuffix("index.html"): LexborHTMLParser(
            file.read_bytes()
        )
        for file in sorted(site.folder.rglob("index.html"))
    }


@pytest.mark.parametrize("address", ["x", "x/", "letters/x/", "letters/2020/x/y/z.html"])
def test_an_unknown_address_leads_back_into_the_archive_from_any_depth(
    address: str, invented: Hosted, passing: Readers
) -> None:
    reader = passing(invented)
    page = reader.open_missing(address)
    assert page.get_by_role("heading", level=1).inner_text() == "There is no page at this address"
    page.get_by_role("main").get_by_role("link", name="Topics").click()
    assert page.url == f"{invented.home}topics/"
    assert reader.faults == []


def check(reader: Reader, address: str) -> None:
    """Open a page; neither axe nor the browser may complain."""
    page = reader.open_settled(address)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations_of_colours(page) == []
    assert reader.faults == []
