"""Signs that mean something in HTML, Markdown or Jinja: shown as they are written, everywhere."""

import json
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from archive.addresses import letter_address
from archive.archive import Archive
from archive.publish import Place, publish
from tests.browser.axe import violations
from tests.browser.conftest import Readers, below_a_path
from tests.browser.hostile import SIGNS, hostile
from tests.browser.hosting import Hosted, hosted
from tests.browser.kinds import KINDS, MISSING, WITHDRAWN
from tests.browser.test_words import documents
from tests.conftest import CORPUS, copied, loaded

# Every text and attribute with the word Jerry in it, addresses decoded.
WITH_JERRY = """() => {
  const found = [];
  const keep = text => { if (text.includes("Jerry")) found.push(text); };
  document.querySelectorAll("*").forEach(element => {
    // Citations and embeds have them in their own forms: see tests/citations and tests/embeds.
    if (element.matches("script") || element.closest(".cite, .embedding")) return;
    element.childNodes.forEach(node => { if (node.nodeType === 3) keep(node.data); });
    [...element.attributes].forEach(({ name, value }) => {
      if (name === "data-also") JSON.parse(value).forEach(keep);
      else if (name !== "href") keep(value);
      else new URL(value, location).searchParams.forEach(keep);
    });
  });
  return found;
}"""


@pytest.fixture(scope="module")
def signed(corpus: Archive) -> Archive:
    """The invented archive with signs everywhere."""
    return hostile(corpus)


@pytest.fixture(scope="module")
def signs(signed: Archive, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    """Its site, served."""
    place = Place(below_a_path(copied(CORPUS, tmp_path_factory.mktemp("signs"))))
    publish(place, replace(signed, site=loaded(place.root).site))
    with hosted(place.site) as site:
        yield site


def test_signs_are_shown_literally_in_texts_attributes_and_addresses(
    signed: Archive, signs: Hosted, passing: Readers
) -> None:
    reader = passing(signs)
    for kind, choose in KINDS.items():
        address = choose(signed)
        if "?q=" in address or WITHDRAWN in address:
            continue  # see test_search_shows_the_same_signs: passages are cut; nothing is withdrawn
        page = reader.open_missing(address) if address == MISSING else reader.open(address)
        found: list[str] = page.evaluate(WITH_JERRY)
        assert [text for text in found if SIGNS not in text] == [], kind
    assert reader.faults == []


def test_signs_in_a_body_stay_its_words(signed: Archive, signs: Hosted, passing: Readers) -> None:
    reader = passing(signs)
    for address, record in documents(signed).items():
        page = reader.open(address)
        text = page.locator("section.doc").text_content() or ""
        assert text.split() == list(record.body.words), address
        assert page.title().startswith(record.noun.title)
        assert page.get_by_role("heading", level=1).inner_text() == record.noun.title
        assert page.locator("b", has_text="bold").count() == 0


def test_machines_read_the_same_signs(signed: Archive, signs: Hosted, passing: Readers) -> None:
    name, held = next(iter(signed.letters.items()))
    page = passing(signs).open(letter_address(name))
    data = json.loads(page.locator("script[type='application/ld+json']").text_content() or "")
    assert data["name"] == held.noun.title
    assert data["text"] == held.body.flat
    assert data["sender"]["name"] == signed.people[held.noun.sender].styled


def test_the_list_of_addresses_is_xml(signed: Archive, signs: Hosted) -> None:
    tree = ElementTree.parse(signs.folder / "sitemap.xml")
    addresses = [place.text or "" for place in tree.iterfind("{*}url/{*}loc")]
    assert any(
        address.endswith(letter_address(next(iter(signed.letters)))) for address in addresses
    )
    assert len(addresses) == len(set(addresses))


def test_search_shows_the_same_signs(signs: Hosted, passing: Readers) -> None:
    reader = passing(signs)
    page = reader.open("search/?q=Jerry")
    found = page.locator("[data-part=list] > li")
    expect(found.first).to_be_visible()
    titles = [text for text in found.all_text_contents() if "Jerry" in text]
    assert titles != []
    assert [
        title for title in titles if "Tom & \"Jerry\" 'n' {{ 7*7 }} {% if %}" not in title
    ] == []
    assert reader.faults == []


def test_pages_with_signs_have_nothing_for_axe(
    signed: Archive, signs: Hosted, passing: Readers
) -> None:
    reader = passing(signs)
    for choose in (KINDS["letter"], KINDS["motion with replies"], KINDS["letters"]):
        assert violations(reader.open(choose(signed))) == []
