"""Marks on a record's page: found, counted, gone through and removed, the words unchanged."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from archive.addresses import letter_address, motion_address
from archive.archive import Archive
from tests.browser.axe import violations
from tests.browser.conftest import Readers
from tests.browser.hosting import Hosted
from tests.browser.kinds import letter
from tests.browser.reader import DESK, LOOKS, PHONE, Look

COPIED = """async ([script, words]) => {
  const { mark } = await import(script);
  const doc = document.querySelector("section.doc");
  await mark({ words, also: [] }, doc);
  const selection = getSelection();
  selection.selectAllChildren(doc);
  const copied = selection.toString();
  const marks = doc.querySelectorAll("mark").length;
  document.querySelector(".marks__steps button:last-child").click();
  return [copied, marks, document.querySelectorAll("mark").length];
}"""
QUERIES = ("the", "ACEs VRU", '"Violence Reduction Unit (VRU) to"', "*e*")


def marked(archive: Archive, query: str, anchor: str = "") -> str:
    """The address of the longest letter with marks."""
    return f"{letter(archive)}?marks={quote(query)}{anchor}"


def bar(page: Page) -> Locator:
    """The bar above the text."""
    return page.get_by_role("region", name="Marked words")


def places(page: Page) -> list[str]:
    """What is marked in the text."""
    return [" ".join(one.split()) for one in page.locator("section.doc mark").all_inner_texts()]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_bar_and_the_marks_have_nothing_for_axe(
    look: Look, real: Archive, ours: Hosted, passing: Readers
) -> None:
    reader = passing(ours, look)
    page = reader.open(marked(real, 'ACEs "adverse childhood experiences"', "#p9"))
    expect(bar(page)).to_be_visible()
    bar(page).get_by_role("button", name="Next").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert reader.faults == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"public health"', {"public health"}),
        ('"WAVE\'s board"', {"WAVE's board"}),
        ('"WAVE board"', {"WAVE's board"}),
        ('"the WAVE\'s Trust"', set()),
        ("antisemitism", {"Antisemitism", "antisemitism"}),
        ("anti-Semitism", {"Antisemitism", "antisemitism"}),
        ("anti semitism", {"Antisemitism", "antisemitism"}),
        ("prioritising -police", {"prioritised", "prioritises"}),
        ("polic*", {"Police", "Policing", "policy"}),
        ('"the VRU team has met with"', {"the VRU team has met with"}),
        ("parent", {"parents"}),
        ("carers NEAR/2 parents", {"parents", "carers"}),
        ("MGLA150621-5878", {"MGLA150621-5878"}),
        ("topic:antisemitism", set()),
    ],
)
def test_what_was_sought_is_marked(
    query: str, found: set[str], real: Archive, ours: Hosted, passing: Readers
) -> None:
    page = passing(ours).open(marked(real, query))
    expect(bar(page)).to_be_visible()
    if query != '"the VRU team has met with"':
        assert set(places(page)) == found
    else:
        assert "".join(page.locator("section.doc mark").all_inner_texts()) == found.pop()


def test_marks_change_no_word(
    corpus: Archive, real: Archive, invented: Hosted, ours: Hosted, passing: Readers
) -> None:
    for archive, site in ((real, ours), (corpus, invented)):
        reader = passing(site)
        held = {letter_address(k): v for k, v in archive.letters.items()}
        motions = {motion_address(k): v for k, v in archive.motions.items()}
        for address, record in (held | motions).items():
            if not record.body.words:
                continue
            page = reader.open(address)
            for query in QUERIES:
                asked = [f"{site.home}js/search/marks.js", query]
                copied, marks, left = page.evaluate(COPIED, asked)
                assert copied.split() == list(record.body.words), (address, query)
                assert left == 0 and (marks or query != "*e*"), (address, query)
        assert reader.faults == []


def test_matches_are_counted_and_gone_through(
    real: Archive, ours: Hosted, passing: Readers
) -> None:
    page = passing(ours).open(marked(real, "antisemitism"))
    expect(bar(page)).to_contain_text("4 matches for antisemitism")
    following = bar(page).get_by_role("button", name="Next")
    for number in (1, 2, 3, 4, 1):
        following.press("Enter")
        expect(bar(page)).to_contain_text(f"{number} of 4")
        expect(page.locator(".hit--current")).to_be_in_viewport()
        expect(following).to_be_focused()
    expect(bar(page).get_by_role("status")).to_contain_text(re.compile("^1 of 4: .*Antisemitism"))
    bar(page).get_by_role("button", name="Previous").click()
    expect(bar(page)).to_contain_text("4 of 4")


def test_the_way_begins_at_the_paragraph_of_the_address(
    real: Archive, ours: Hosted, passing: Readers
) -> None:
    page = passing(ours).open(marked(real, "antisemitism", "#p5"))
    expect(page.locator("#p5 mark")).to_be_in_viewport()
    bar(page).get_by_role("button", name="Next").click()
    expect(bar(page)).to_contain_text("4 of 4")
    expect(bar(page).get_by_role("status")).to_contain_text("paragraph 5")


def test_marks_are_removed_with_everything_they_brought(
    real: Archive, ours: Hosted, passing: Readers
) -> None:
    reader = passing(ours)
    page = reader.open(marked(real, "antisemitism", "#p5"))
    expect(bar(page)).to_be_visible()
    with_marks = page.locator("section.doc mark").count()
    bar(page).get_by_role("button", name="Remove marks").click()
    assert with_marks
    expect(page.locator("section.doc mark")).to_have_count(0)
    expect(bar(page)).to_have_count(0)
    assert page.url == f"{ours.home}{letter(real)}#p5"
    nodes = "document.querySelector('#p5 p').childNodes.length"
    changed = page.evaluate(nodes)
    assert changed == reader.open(letter(real)).evaluate(nodes)


def test_a_query_that_the_text_does_not_have_says_so(
    real: Archive, ours: Hosted, passing: Readers
) -> None:
    page = passing(ours).open(marked(real, "xylophonist"))
    expect(bar(page)).to_contain_text("Not found in this text: xylophonist")
    expect(bar(page).get_by_role("button")).to_have_count(1)


def test_without_marks_or_scripts_the_page_is_as_ever(
    real: Archive, ours: Hosted, fresh: Readers
) -> None:
    expect(bar(fresh(ours, DESK).open(letter(real)))).to_have_count(0)
    page = fresh(ours, DESK, java_script_enabled=False).open(marked(real, "antisemitism", "#p5"))
    expect(page.locator("#p5 p")).to_be_in_viewport()


def test_marks_work_without_the_rules_of_the_index(
    real: Archive, ours: Hosted, fresh: Readers
) -> None:
    reader = fresh(ours, DESK)
    reader.context.route("**/search/root.json", lambda route: route.abort())
    page = reader.open(marked(real, "antisemitism"))
    expect(bar(page)).to_contain_text("4 matches")


def test_marks_of_an_address_do_no_harm(real: Archive, ours: Hosted, passing: Readers) -> None:
    reader = passing(ours)
    page = reader.open(marked(real, '<img src=/x onerror="window.harmed=true"> "the'))
    expect(bar(page)).to_be_visible()
    assert page.evaluate("window.harmed") is None
    assert reader.faults == []


def test_marks_are_not_printed(real: Archive, ours: Hosted, fresh: Readers) -> None:
    page = fresh(ours, DESK).open(marked(real, "antisemitism"))
    expect(bar(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(bar(page)).to_be_hidden()


@pytest.mark.parametrize(("query", "found"), [("the", "the"), ("to be", "to|be"), ("who", "who")])
def test_stop_words_are_marked_where_nothing_else_was_sought(
    query: str, found: str, real: Archive, ours: Hosted, passing: Readers
) -> None:
    page = passing(ours).open(marked(real, query))
    expect(bar(page)).to_contain_text("match")
    assert all(re.fullmatch(found, place, re.IGNORECASE) for place in places(page))
    page = passing(ours).open(marked(real, f"{query} police"))
    expect(bar(page)).to_be_visible()
    assert set(places(page)) == {"Police", "Policing"}


def test_a_letter_found_by_its_title_its_reference_or_its_facts_says_so(
    corpus: Archive, invented: Hosted, passing: Readers
) -> None:
    reply = corpus.letters["2023-03-30-pm-2023-0097"]
    assert "smaller" in reply.noun.title and reply.noun.reference == "PM/2023/0097"
    address = letter_address(reply.id)
    for query, where, place in (
        ("smaller", "Found in the title: smaller", "h1 mark"),
        ("PM/2023/0097", "Found in the reference: PM/2023/0097", ".facts dd mark"),
        ("Quill", "Found in the facts: Quill", ".facts dd mark"),
    ):
        page = passing(invented).open(f"{address}?marks={query}")
        expect(bar(page)).to_contain_text(where)
        expect(page.locator(place)).to_have_count(1)
        bar(page).get_by_role("button", name="Show").click()
        expect(page.locator(".hit--current")).to_be_in_viewport()
        expect(bar(page).get_by_role("status")).not_to_be_empty()
        assert violations(page) == []
        bar(page).get_by_role("button", name="Remove marks").click()
        expect(page.locator("mark")).to_have_count(0)


def test_a_motion_without_a_text_is_marked_in_its_title_and_asks(
    real: Archive, ours: Hosted, passing: Readers
) -> None:
    motion = real.motions["2021-06-10-1-antisemitism"]
    assert not motion.body.words
    reader = passing(ours)
    page = reader.open(f"{motion_address(motion.id)}?marks=antisemitism")
    expect(page.locator("h1 mark")).to_have_text("Antisemitism")
    expect(page.locator(".ledger th mark").first).to_have_text("antisemitism")
    bar(page).get_by_role("button", name="Next").click()
    expect(page.locator("h1 .hit--current")).to_be_in_viewport()
    assert violations(page) == []
    bar(page).get_by_role("button", name="Remove marks").click()
    expect(page.locator("mark")).to_have_count(0)
    assert reader.faults == []


@pytest.mark.parametrize("query", ["libraries", "night buses"])
def test_a_record_has_the_marks_of_its_excerpts(
    query: str, invented: Hosted, passing: Readers
) -> None:
    reader = passing(invented)
    found = reader.open_settled(f"search/?q={quote(query)}").locator(".find__passage")
    excerpts = {
        one.locator("a").get_attribute("href") or "": set(words)
        for one in found.filter(has=reader.page.locator("mark")).all()[:5]
        if (words := " ".join(one.locator("mark").all_inner_texts()).split())
    }
    assert len(excerpts) > 1
    for address, expected in excerpts.items():
        reader.page.goto(address)
        expect(bar(reader.page)).to_be_visible()
        marks = " ".join(reader.page.locator(":target mark").all_inner_texts())
        assert expected <= set(marks.split()), address


@pytest.mark.parametrize("look", [PHONE, DESK], ids=str)
def test_the_bar_is_in_view_wherever_the_text_begins(
    look: Look, real: Archive, ours: Hosted, passing: Readers
) -> None:
    page = passing(ours, look).open(marked(real, "antisemitism"))
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    expect(bar(page)).to_be_in_viewport(ratio=1)
    bar(page).get_by_role("button", name="Next").click()
    expect(page.locator(".hit--current")).to_be_in_viewport()
    expect(bar(page)).to_be_in_viewport(ratio=1)


def test_the_bar_leaves_a_low_window_to_the_text(
    real: Archive, ours: Hosted, passing: Readers
) -> None:
    page = passing(ours, PHONE).open(marked(real, "the"))
    expect(bar(page)).to_have_css("position", "sticky")
    page.set_viewport_size({"width": 320, "height": 256})
    expect(bar(page)).to_have_css("position", "static")
