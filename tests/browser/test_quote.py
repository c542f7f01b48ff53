"""Copying a quotation: the words, who said them, and an address at which the browser marks them."""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import FloatRect, Locator, Page, expect

from archive.archive import Archive
from tests.browser.axe import violations
from tests.browser.conftest import Readers
from tests.browser.hosting import MOUNT, Hosted
from tests.browser.kinds import letter, motion
from tests.browser.reader import DESK, LOOKS, PHONE, Look, Reader

RANGE = """([paragraph, words]) => {
  const block = document.querySelector(paragraph);
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const start = nodes.map(node => node.data).join("").indexOf(words);
  if (start < 0) throw new Error(`no ${words}`);
  const place = at => {
    for (const node of nodes) {
      if (at <= node.data.length) return [node, at];
      at -= node.data.length;
    }
  };
  const range = document.createRange();
  range.setStart(...place(start));
  range.setEnd(...place(start + words.length));
"""
SELECT = (
    RANGE
    + """
  block.scrollIntoView({ block: "center" });
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
)
WHERE = (
    RANGE
    + """
  const rect = [...range.getClientRects()].find(rect => rect.width);
  return { x: rect.x, y: rect.y, width: rect.width, height: rect.height };
}"""
)
COVERED = """() => {
  const offer = document.querySelector(".quote").getBoundingClientRect();
  return [...getSelection().getRangeAt(0).getClientRects()].filter(rect => rect.width
    && rect.left < offer.right && rect.right > offer.left
    && rect.top < offer.bottom && rect.bottom > offer.top).length;
}"""
ACCENT = (29, 78, 107)
"""--accent in light colours: what the browser paints the words of a text fragment with."""
ALLOWED = {"permissions": ["clipboard-read", "clipboard-write"]}

PUBLISHED = "https://somebody.example"
"""Where the sites would be; here they are served from elsewhere."""

Passage = tuple[str, str]
"""A paragraph, as a selector, and words of it."""


def offer(page: Page) -> Locator:
    """The button beside selected words."""
    return page.locator(".quote").get_by_role("button")


def copied(page: Page, passage: Passage) -> str:
    """What is copied of a passage that is selected."""
    page.evaluate("navigator.clipboard.writeText('nothing')")
    page.evaluate(SELECT, list(passage))
    expect(offer(page)).to_have_text("Copy quote")
    offer(page).click()
    expect(offer(page)).to_have_text("Copied")
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def is_marked(page: Page, address: str, passage: Passage) -> bool:
    """Whether the browser, come to an address, shows these very words, and marks them."""
    here = page.url.partition(MOUNT)[0]
    page.goto("about:blank")
    page.goto(address.replace(PUBLISHED, here))
    expect(page.locator(".take")).to_be_visible()
    where: FloatRect = page.evaluate(WHERE, list(passage))
    if not 0 <= where["y"] <= page.evaluate("innerHeight"):
        return False
    picture = Image.open(BytesIO(page.screenshot(clip=where))).convert("RGB")
    size = picture.width * picture.height
    colours = {colour: count for count, colour in picture.getcolors(size) or []}
    return colours.get(ACCENT, 0) > 0.2 * size


def passages(page: Page) -> list[Passage]:
    """Of each paragraph its beginning, some words within, and all of it; a half word, too."""
    found: list[Passage] = []
    for paragraph in page.locator("section.doc .para").all():
        anchor = paragraph.get_attribute("id")
        selector = f"#{anchor} :is(p, li)"
        text = paragraph.locator("p, li").first.text_content() or ""
        words = text.split(" ")
        found += [(selector, text.strip()), (selector, " ".join(words[:2])), (selector, words[-1])]
        found.append((selector, " ".join(words[2:5])[1:] or text))
    return [(selector, words) for selector, words in found if words.strip()]


@pytest.mark.parametrize("name", ["invented", "ours"])
def test_the_browser_marks_the_very_words_wherever_else_they_stand(
    name: str, request: pytest.FixtureRequest, fresh: Readers
) -> None:
    site: Hosted = request.getfixturevalue(name)
    archive: Archive = request.getfixturevalue({"invented": "corpus", "ours": "real"}[name])
    page = fresh(site, DESK, **ALLOWED).open(letter(archive))
    wrong = []
    for passage in passages(page)[:: 9 if name == "ours" else 7]:
        page.goto(site.home + letter(archive))
        address = copied(page, passage).rsplit(" ", 1)[1]
        if not is_marked(page, address, passage):
            wrong.append((passage, address))
    assert wrong == []


def test_words_that_our_own_words_above_have_too_are_told_apart(
    real: Archive, ours: Hosted, fresh: Readers
) -> None:
    page = fresh(ours, DESK, **ALLOWED).open(letter(real))
    assert page.locator(".page").evaluate(
        "page => page.textContent.indexOf('WAVE Trust')"
        " < page.textContent.indexOf(document.querySelector('section.doc').textContent)"
    )
    anchor = page.locator("section.doc .para", has_text="WAVE Trust").first.get_attribute("id")
    passage = (f"#{anchor} p", "WAVE Trust")
    address = copied(page, passage).rsplit(" ", 1)[1]
    assert "-,WAVE%20Trust" in address
    assert is_marked(page, address, passage)


def test_a_quotation_says_who_in_which_office_what_when_and_where(
    real: Archive, ours: Hosted, fresh: Readers
) -> None:
    page = fresh(ours, DESK, **ALLOWED).open(letter(real))
    words = "I share the disgust and condemnation"
    anchor = page.locator(".para", has_text=words).get_attribute("id") or ""
    text = copied(page, (f"#{anchor} p", words))
    assert text == (
        f"“{words}”\n— Sadiq Khan, Mayor of London, letter to Andrew Boff AM, Chair of the London"
        " Assembly, “London Assembly (Plenary) Meeting 10 June 2021 – Motions”,"
        f" 22 September 2021, paragraph {anchor[1:]}."
        f" {PUBLISHED}{MOUNT}{letter(real)}#{anchor}:~:text=I%20share%20the%20disgust%20and"
        "%20condemnation"
    )
    said = page.locator(".take").get_by_role("status")
    expect(said).to_have_text("The quotation with its source and address was copied.")


def test_a_quotation_is_copied_as_html_too(
    corpus: Archive, invented: Hosted, fresh: Readers
) -> None:
    page = fresh(invented, DESK, **ALLOWED).open(motion(corpus))
    anchor = page.locator("section.doc .para").first.get_attribute("id")
    text = copied(page, (f"#{anchor} :is(p, li)", passages(page)[1][1]))
    html = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html'))"
        ".then(blob => blob.text())"
    )
    address = text.rsplit(" ", 1)[1]
    assert f'<blockquote cite="{address}"><p>{passages(page)[1][1]}</p>' in html
    assert f'<a href="{address}">Marlbeck Assembly, motion ' in html


def test_words_of_several_paragraphs_are_quoted_as_paragraphs(
    real: Archive, ours: Hosted, fresh: Readers
) -> None:
    page = fresh(ours, DESK, **ALLOWED).open(letter(real))
    page.evaluate(
        "() => { const of = n => document.querySelector(`#p${n} p`).firstChild;"
        " getSelection().setBaseAndExtent(of(2), 0, of(4), 20); }"
    )
    offer(page).click()
    expect(offer(page)).to_have_text("Copied")
    text: str = page.evaluate("navigator.clipboard.readText()")
    quoted, _, source = text.partition("”\n— ")
    paragraphs = quoted.removeprefix("“").split("\n\n")
    shown = [" ".join(page.locator(f"#p{n} p").inner_text().split()) for n in (2, 3, 4)]
    heading = page.locator("#p3").evaluate("e => e.nextElementSibling.matches('h2, h3')")
    assert paragraphs[0] == shown[0] and shown[-1].startswith(paragraphs[-1])
    assert len(paragraphs) in (3, 3 + heading, 4)
    address = source.rsplit(" ", 1)[1]
    assert is_marked(page, address, ("#p2 p", shown[0][:20]))


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_offer_is_beside_the_words_and_has_nothing_for_axe(
    look: Look, real: Archive, ours: Hosted, passing: Readers
) -> None:
    reader: Reader = passing(ours, look)
    page = reader.open(letter(real))
    for passage in passages(page)[:: 7 if look == DESK else 11]:
        page.evaluate(SELECT, list(passage))
        expect(offer(page)).to_be_visible()
        page.wait_for_timeout(200)
        assert page.evaluate(COVERED) == 0, passage
        box = offer(page).bounding_box()
        assert box and box["height"] >= 44 and box["x"] >= 0
        assert box["x"] + box["width"] <= look.width
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []
    assert reader.faults == []


def test_the_offer_is_reached_with_the_keys_and_closed_with_escape(
    real: Archive, ours: Hosted, fresh: Readers
) -> None:
    page = fresh(ours, DESK, **ALLOWED).open(letter(real))
    passage = passages(page)[4]
    page.evaluate(SELECT, list(passage))
    expect(offer(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(offer(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect(offer(page)).to_have_text("Copied")
    assert passage[1].split()[0] in page.evaluate("navigator.clipboard.readText()")
    page.keyboard.press("Escape")
    expect(offer(page)).to_be_hidden()
    assert page.evaluate("getSelection().toString()")


def test_the_offer_goes_with_the_selection_and_is_none_for_our_words(
    real: Archive, ours: Hosted, passing: Readers
) -> None:
    page = passing(ours).open(letter(real))
    page.evaluate(SELECT, list(passages(page)[0]))
    expect(offer(page)).to_be_visible()
    page.evaluate("getSelection().removeAllRanges()")
    expect(offer(page)).to_be_hidden()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.facts'))")
    page.wait_for_timeout(300)
    expect(offer(page)).to_be_hidden()


def test_marks_of_a_search_and_quotations_do_not_disturb_each_other(
    real: Archive, ours: Hosted, fresh: Readers
) -> None:
    page = fresh(ours, DESK, **ALLOWED).open(f"{letter(real)}?marks=antisemitism#p5")
    expect(page.get_by_role("region", name="Marked words")).to_be_visible()
    marks = page.locator("section.doc mark").count()
    passage = ("#p5 p", " ".join((page.locator("#p5 p").text_content() or "").split()[:6]))
    address = copied(page, passage).rsplit(" ", 1)[1]
    assert page.locator("section.doc mark").count() == marks
    assert "marks=" not in address
    assert is_marked(page, address, passage)


def test_without_the_clipboard_of_today_the_older_way_copies(
    real: Archive, ours: Hosted, fresh: Readers
) -> None:
    page = fresh(ours, DESK, **ALLOWED).open(letter(real))
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error()); }")
    assert copied(page, passages(page)[0]).startswith("“")


def test_a_finger_selects_and_copies_on_a_phone(
    real: Archive, ours: Hosted, fresh: Readers
) -> None:
    page = fresh(ours, PHONE, has_touch=True, **ALLOWED).open(letter(real))
    page.evaluate(SELECT, list(passages(page)[0]))
    offer(page).tap()
    expect(offer(page)).to_have_text("Copied")
