"""The search page: what it finds and says, what narrows it, the address, trouble, axe."""

import re
from itertools import pairwise
from time import sleep
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from archive.archive import Archive
from tests.browser.axe import violations
from tests.browser.conftest import Readers
from tests.browser.hosting import POLICY, Hosted
from tests.browser.reader import DESK, LOOKS, PHONE, Look

SHOWN = {
    "empty": "",
    "found": "night buses",
    "filtered": "bridge kind:letter after:2020",
    "asks": "kind:ask bridge",
    "commitments": "kind:commitment",
    "mistaken": '"night bus fromm:x after:2022 before:2020',
    "nothing": "xylophonist topic:buses",
}
NOT_WORDS = (
    'bus <img src=/harm.png onerror="window.harmed = true">',
    "\\",
    "%00 %E0%A4%A",
    "x" * 3000,
)
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"


def at(query: str) -> str:
    """The address of the page that a query leads to."""
    return f"search/?q={quote(query)}" if query else "search/"


def box(page: Page) -> Locator:
    """The page's own box."""
    return page.get_by_role("main").get_by_role("searchbox", name="Search letters and motions")


def said(page: Page) -> Locator:
    """The query in words, with the number of results."""
    return page.locator("[data-part=said]")


def counted(button: Locator) -> int:
    """The number in a button's name."""
    return int(re.findall(r"(\d+) result", button.get_attribute("aria-label") or "")[0])


def total(page: Page) -> int:
    """How many results the page says that it has."""
    return int(re.findall(r"^\d+", said(page).inner_text())[0])


def titles(page: Page) -> Locator:
    """The links to the found records."""
    return page.get_by_role("list", name="Found records").get_by_role("heading").get_by_role("link")


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("kind", SHOWN)
def test_the_page_has_nothing_for_axe(
    kind: str, look: Look, invented: Hosted, passing: Readers
) -> None:
    reader = passing(invented, look)
    page = reader.open(at(SHOWN[kind]))
    expect(
        said(page) if SHOWN[kind] else page.get_by_role("heading", name="Topics")
    ).to_be_visible()
    if kind != "empty":
        expect(said(page)).not_to_be_empty()
    assert violations(page) == []
    assert not page.evaluate(SIDEWAYS)
    assert reader.faults == []


@pytest.mark.parametrize("look", [Look(320, "light"), PHONE, DESK], ids=str)
def test_nothing_sticks_out_when_all_is_open(
    look: Look, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented, look).open(at("bus OR bridge OR assembly"))
    expect(titles(page).first).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert not page.evaluate(SIDEWAYS)


def test_results_come_as_one_types(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open("search/")
    expect(page.get_by_role("heading", name="Topics")).to_be_visible()
    box(page).press_sequentially("bridge")
    expect(said(page)).to_have_text(
        re.compile(r"^\d+ results: letters, motions and asks with bridge$")
    )
    assert re.search(r"[?]q=bridge$", page.url)
    expect(page.get_by_role("heading", name="Topics")).to_be_hidden()
    box(page).fill("")
    expect(page.get_by_role("heading", name="Topics")).to_be_visible()


def test_each_result_says_what_it_is_and_leads_to_its_paragraphs(
    corpus: Archive, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open(at('"lost four of its nine routes"'))
    expect(said(page)).to_have_text(re.compile("^1 result: .*as a phrase$"))
    result = page.get_by_role("list", name="Found records").get_by_role("listitem").first
    expect(result).to_contain_text("8 March 2018")
    expect(result).to_contain_text("by Gwen Hartlock")
    passage = result.locator("blockquote").first
    expect(passage.locator("mark").first).to_have_text("lost four of its nine routes")
    passage.get_by_role("link").click()
    page.wait_for_url(re.compile(r"/motions/2018-03-08-1-night-buses/[?]marks=.*#p\d+$"))
    expect(page.locator(".para:target mark").first).to_be_visible()


def test_a_line_stands_below_the_records_with_all_words(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open(at("night buses"))
    items = page.get_by_role("list", name="Found records").locator("> li")
    expect(items.first).to_be_visible()
    lines = [
        at
        for at in range(items.count())
        if "finds__line" in (items.nth(at).get_attribute("class") or "")
    ]
    assert len(lines) == 1 and lines[0] > 0
    assert "all words" in items.nth(lines[0]).inner_text()
    page.get_by_role("button", name="newest").click()
    expect(page).to_have_url(re.compile("sort=newest"))
    expect(page.locator(".finds__line")).to_have_count(1)


def test_facets_combine_and_are_taken_out_again(invented: Hosted, passing: Readers) -> None:
    page = passing(invented, DESK).open(at("bridge"))
    everything = titles(page)
    expect(everything.first).to_be_visible()
    all_of_them = everything.count()
    letters = page.get_by_role("button", name=re.compile(r"^Letter, \d+ results?$"))
    count = int(re.findall(r"\d+", letters.get_attribute("aria-label") or "")[0])
    letters.click()
    expect(box(page)).to_have_value("bridge kind:letter")
    expect(said(page)).to_have_text(re.compile(rf"^{count} results: letters with bridge$"))
    expect(letters).to_have_attribute("aria-pressed", "true")
    expect(letters).to_be_focused()
    person = page.get_by_role("button", name=re.compile("^Rosalind Ferrow"))
    person.click()
    expect(box(page)).to_have_value("bridge kind:letter person:rosalind-ferrow")
    expect(said(page)).to_contain_text("naming Rosalind Ferrow")
    page.get_by_role("button", name="Remove the filter: naming Rosalind Ferrow").click()
    expect(box(page)).to_have_value("bridge kind:letter")
    letters.click()
    expect(titles(page)).to_have_count(all_of_them)


def test_an_ask_is_shown_with_its_answers(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open(at("say what day the bridge will be open"))
    result = page.locator(".find", has_text="The Long Bridge, ask 2")
    expect(result.locator(".kicker")).to_have_text("ask 5 December 2019")
    summary = result.locator(".find__ask")
    expect(summary).to_have_text("In our words: Say by what day the bridge will be open to buses.")
    expect(summary.locator("mark").first).to_have_text("Say")
    answers = result.locator(".find__answer")
    expect(answers.locator(".chip")).to_have_text(
        ["deferred", "partly", "addressed", "addressed", "delivered"]
    )
    correction = answers.nth(3)
    expect(correction).to_contain_text("correction from Léonie Abara, 15 September 2020")
    expect(correction.locator("blockquote mark").first).to_have_text("day")
    correction.get_by_role("link", name="Paragraph 1 of the letter of 15 September 2020").click()
    page.wait_for_url(re.compile(r"/letters/.*[?]marks=.*#p1$"))
    expect(page.locator(".para:target mark").first).to_be_visible()


def test_an_ask_opens_where_its_motion_has_it(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open(at("day the bridge kind:ask"))
    page.get_by_role("link", name="The Long Bridge, ask 2").click()
    page.wait_for_url(re.compile(r"/motions/2019-12-05-1-the-long-bridge/#ask-2$"))
    expect(page.locator("#ask-2")).to_be_visible()


def test_a_motion_does_not_repeat_an_ask_that_is_a_result(
    invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open(at('"engineers\' report" -kind:letter'))
    expect(titles(page)).to_have_text(["The Long Bridge", "The Long Bridge, ask 1"])
    expect(page.get_by_text("Publish the engineers' report")).to_have_count(1)


def test_a_commitment_is_shown_with_what_became_of_it(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open(at('kind:commitment delivery:"under way"'))
    expect(said(page)).to_have_text("1 result: commitments under way")
    result = page.locator(".find")
    expect(result.locator(".kicker")).to_have_text("commitment 22 May 2018")
    expect(result.locator("blockquote")).to_contain_text("every household in the three wards")
    expect(result.locator(".chip--under-way")).to_have_text("under way")
    result.get_by_role("heading").get_by_role("link").click()
    page.wait_for_url(re.compile(r"/letters/2018-05-22-pm-2018-0417/#commitment-2$"))


def test_responses_are_counted_and_filter(invented: Hosted, passing: Readers) -> None:
    page = passing(invented, DESK).open(at("bridge"))
    silent = page.get_by_role("button", name=re.compile(r"^Not mentioned, \d+ results?$"))
    count = int(re.findall(r"\d+", silent.get_attribute("aria-label") or "")[0])
    silent.click()
    expect(box(page)).to_have_value('bridge response:"not mentioned"')
    expect(said(page)).to_contain_text("asks not mentioned in a reply, with bridge")
    expect(titles(page)).to_have_count(count)
    expect(page.locator(".chip--not-mentioned")).to_have_count(count)
    silent.click()
    expect(box(page)).to_have_value("bridge")


def test_commitments_are_counted_and_listed_where_asked_for(
    invented: Hosted, passing: Readers
) -> None:
    page = passing(invented, DESK).open(at("bridge"))
    kinds = page.get_by_role("region", name="Kind")
    button = kinds.get_by_role("button", name=re.compile(r"^Commitment, \d+ results?$"))
    count = counted(button)
    expect(page.locator(".kicker b").get_by_text("commitment")).to_have_count(0)
    first, other = kinds.get_by_role("list").all()
    assert sum(map(counted, first.get_by_role("button").all())) == total(page)
    expect(kinds.get_by_text("Listed when chosen:")).to_be_visible()
    expect(other.get_by_role("button")).to_have_count(1)
    button.click()
    expect(box(page)).to_have_value("bridge kind:commitment")
    expect(titles(page)).to_have_count(count)
    expect(kinds.get_by_text("Listed when chosen:")).to_be_hidden()


def test_an_unknown_response_is_told(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open(at("bridge response:refused"))
    expect(said(page)).to_contain_text("Nothing found")
    page.get_by_role("link", name="bridge response:declined").click()
    expect(titles(page).first).to_be_visible()
    expect(said(page)).to_contain_text("asks declined, with bridge")


def test_bars_say_hits_per_year_and_filter(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open(at("bridge"))
    bar = page.get_by_role("button", name=re.compile(r"^2020, \d+ results?$"))
    expect(bar).to_be_visible()
    count = int((bar.get_attribute("aria-label") or "").split(", ")[1].split()[0])
    bar.press("Enter")
    expect(box(page)).to_have_value("bridge date:2020")
    expect(titles(page)).to_have_count(count)
    dates = page.locator(".find time").evaluate_all("all => all.map(one => one.dateTime)")
    assert all(date.startswith("2020") for date in dates)
    expect(bar).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(("query", "places"), [("bridge", 5), ("date:2018 OR date:2023", 3)])
def test_years_without_hits_stand_among_the_bars(
    query: str, places: int, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open(at(query))
    bars = page.locator(".years-bars > li")
    expect(bars).to_have_count(places)
    years = [(first, last) for first, _, last in map(_spanned, bars.all_inner_texts())]
    assert all(after[0] == before[1] + 1 for before, after in pairwise(years))
    empty = page.locator(".years-bars .year--none")
    assert empty.count() and not empty.get_by_role("button").count()
    assert sum(counts for _, counts, _ in map(_spanned, bars.all_inner_texts())) == total(page)


def _spanned(shown: str) -> tuple[int, int, int]:
    """The first year of a bar, its number of hits, and its last year."""
    count, years = shown.split()
    first, _, last = years.partition("–")
    return int(first), int(count), int(last or first)


def test_a_range_of_dates_is_typed_beside_the_results(invented: Hosted, passing: Readers) -> None:
    page = passing(invented, DESK).open(at("bridge"))
    page.get_by_role("textbox", name="From").fill("2020-02")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(box(page)).to_have_value("bridge after:2020-02")
    page.get_by_role("textbox", name="Before").fill("2020-04")
    page.keyboard.press("Tab")
    expect(said(page)).to_contain_text("from February 2020 on, before April 2020")
    expect(page.locator(".find time").first).to_be_visible()
    dates = page.locator(".find time").evaluate_all("all => all.map(one => one.dateTime)")
    assert all("2020-02" <= date < "2020-04" for date in dates)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("after:2020-03-19", True),
        ("after:2020-03-20", False),
        ("after:2020-03", True),
        ("after:2020-04", False),
        ("after:2020", True),
        ("after:2021", False),
        ("before:2020-03-19", False),
        ("before:2020-03-20", True),
        ("before:2020-03", False),
        ("date:2020-03", True),
    ],
)
def test_after_includes_its_date_and_before_does_not(
    typed: str, found: bool, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open(at(f'title:"The Long Bridge – reply" {typed}'))
    expect(said(page)).to_contain_text(re.compile("^1 result:" if found else "^Nothing found"))


@pytest.mark.parametrize(("sort", "reverse"), [("newest", True), ("oldest", False)])
def test_results_are_sorted(sort: str, reverse: bool, invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open(at("bridge"))
    page.get_by_role("button", name=sort).click()
    expect(page.get_by_role("button", name=sort)).to_have_attribute("aria-pressed", "true")
    page.wait_for_function("!document.querySelector('[aria-busy]')")
    dates = page.locator(".find time").evaluate_all("all => all.map(one => one.dateTime)")
    assert len(dates) > 2 and dates == sorted(dates, reverse=reverse)
    assert f"sort={sort}" in page.url


def test_the_address_holds_everything_and_back_goes_back(
    invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open(at("bridge"))
    page.get_by_role("button", name=re.compile("^2020, ")).click()
    expect(box(page)).to_have_value("bridge date:2020")
    page.get_by_role("button", name="oldest").click()
    expect(page).to_have_url(re.compile("sort=oldest"))
    page.reload()
    first = titles(page).first.inner_text()
    page.reload()
    expect(titles(page).first).to_have_text(first)
    page.go_back()
    page.go_back()
    expect(box(page)).to_have_value("bridge")
    expect(said(page)).to_contain_text("with bridge")
    expect(said(page)).not_to_contain_text("2020")
    page.go_forward()
    expect(box(page)).to_have_value("bridge date:2020")
    titles(page).first.click()
    page.go_back()
    expect(box(page)).to_have_value("bridge date:2020")


def test_more_results_are_shown_and_the_focus_goes_there(
    invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open(at("assembly OR bus OR bridge OR letter OR the"))
    expect(titles(page)).to_have_count(10)
    page.get_by_role("button", name=re.compile("^Show ")).click()
    expect(titles(page).nth(10)).to_be_focused()
    assert "show=20" in page.url


def test_the_list_ends_with_a_word_where_there_is_more(invented: Hosted, fresh: Readers) -> None:
    """The longest list is of 500 records, more than the invented archive has: here it is of 12."""
    reader = fresh(invented, DESK)

    def shortened(route: Route) -> None:
        whole = route.fetch()
        assert len(re.findall(r"=500\b", whole.text())) == 1
        route.fulfill(response=whole, body=re.sub(r"=500\b", "=12", whole.text()))

    reader.context.route(re.compile(r"/js/search/page\.js"), shortened)
    page = reader.open(f"{at('assembly OR bus OR bridge')}&show=500")
    expect(titles(page)).to_have_count(12)
    expect(page.get_by_text("The first 12 are shown. Narrow down to see others.")).to_be_visible()
    box(page).fill("xylophonist")
    expect(page.get_by_text("Narrow down to see others.")).to_be_hidden()


@pytest.mark.parametrize("look", [PHONE, DESK], ids=str)
def test_what_is_seen_first_is_read_first(look: Look, invented: Hosted, passing: Readers) -> None:
    page = passing(invented, look).open(at("bridge"))
    expect(titles(page).first).to_be_visible()
    places = page.evaluate("""() => [...document.querySelectorAll(
      "[data-part=said], .finds__narrow, .finds__years, .finds__sort, .finds__list"
    )].map((one) => one.getBoundingClientRect()).map(({ x, y }) => [x, y])""")
    assert len(places) == 5
    # Columns one after the other, and each from its top.
    assert places == sorted(places, key=lambda place: (place[0] > 600, place[1]))
    on_the_left = [place for place in places if place[0] < 600]
    assert len(on_the_left) == (5 if look == PHONE else 4)


def test_the_filters_lead_to_the_results_on_a_phone(invented: Hosted, passing: Readers) -> None:
    page = passing(invented, PHONE).open(at("bridge"))
    page.get_by_text("Narrow down", exact=True).click()
    page.get_by_role("button", name=re.compile(r"^Letter, \d+ results?$")).click()
    expect(box(page)).to_have_value("bridge kind:letter")
    expect(said(page)).to_contain_text(" letters with bridge")
    assert violations(page) == []
    show = page.get_by_role("button", name=f"Show {total(page)} results")
    show.scroll_into_view_if_needed()
    show.click()
    expect(titles(page).first).to_be_in_viewport()
    expect(page.get_by_role("list", name="Found records")).to_be_focused()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.get_by_role("button", name=re.compile("^Letter, "))).to_be_visible()
    expect(show).to_be_hidden()


def test_a_keyboard_on_the_screen_does_not_stay_over_the_results(
    invented: Hosted, fresh: Readers
) -> None:
    page = fresh(invented, PHONE, has_touch=True, is_mobile=True).open("search/")
    box(page).fill("brigde")
    box(page).press("Enter")
    expect(said(page)).to_contain_text("Nothing found")
    expect(box(page)).not_to_be_focused()
    page.get_by_role("link", name="bridge", exact=True).tap()
    expect(titles(page).first).to_be_visible()
    expect(box(page)).not_to_be_focused()


def test_what_only_filters_find_is_said_to_come_newest_first(
    invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open(at("kind:letter topic:bridges"))
    sorting = page.get_by_role("group", name="Sorted by")
    expect(sorting.get_by_role("button")).to_have_text(["newest", "oldest"])
    expect(sorting.get_by_role("button", pressed=True)).to_have_text("newest")
    dates = page.locator(".find time").evaluate_all("all => all.map(one => one.dateTime)")
    assert len(dates) > 1 and dates == sorted(dates, reverse=True)
    sorting.get_by_role("button", name="oldest").click()
    expect(sorting.get_by_role("button", pressed=True)).to_have_text("oldest")
    box(page).fill("bridge")
    expect(sorting.get_by_role("button", name="best match")).to_be_visible()


def test_a_mistake_is_told_and_mended_by_a_click(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open(at('"night buses'))
    told = page.get_by_role("list", name="About this query")
    expect(told).to_contain_text("The quotation mark is not closed.")
    told.get_by_role("link", name='"night buses"').click()
    expect(box(page)).to_have_value('"night buses"')
    expect(told).to_be_hidden()
    expect(box(page)).to_be_focused()


def test_an_impossible_range_finds_nothing(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open(at("bridge after:2021 before:2019"))
    expect(said(page)).to_contain_text("Nothing found")
    expect(titles(page)).to_have_count(0)
    page.get_by_role("link", name="bridge after:2019 before:2021").click()
    expect(titles(page).first).to_be_visible()


def test_a_typo_is_mended_where_nothing_was_found(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open(at("brigde"))
    expect(said(page)).to_contain_text("Nothing found")
    expect(page.get_by_role("heading", name="What this archive covers")).to_be_visible()
    expect(page.get_by_role("link", name="The official list of motions")).to_be_visible()
    page.get_by_role("link", name="bridge", exact=True).click()
    expect(titles(page).first).to_be_visible()


def test_an_unknown_topic_is_told(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open(at("topic:brigdes"))
    page.get_by_role("link", name="topic:Bridges").click()
    expect(titles(page).first).to_be_visible()
    expect(said(page)).to_contain_text("on Bridges")


@pytest.mark.parametrize("typed", NOT_WORDS)
def test_what_is_typed_does_no_harm(typed: str, invented: Hosted, passing: Readers) -> None:
    reader = passing(invented)
    page = reader.open(at(typed))
    expect(said(page)).not_to_be_empty()
    assert page.evaluate("window.harmed") is None
    assert reader.faults == []


def test_counts_are_announced_once_typing_stops(invented: Hosted, passing: Readers) -> None:
    page = passing(invented).open("search/")
    page.evaluate("""() => {
      window.announced = [];
      const status = document.querySelector("[data-part=status]");
      const note = () => window.announced.push(status.textContent);
      new MutationObserver(note).observe(status, { childList: true });
    }""")
    box(page).press_sequentially("bridge", delay=90)
    expect(page.locator("[data-part=status]")).to_have_text(re.compile(r"^\d+ results$"))
    assert len(page.evaluate("window.announced")) == 1


def test_without_scripts_the_page_offers_topics_years_and_people(
    invented: Hosted, fresh: Readers
) -> None:
    page = fresh(invented, DESK, java_script_enabled=False).open("search/?q=bridge")
    expect(page.locator("noscript p")).to_be_visible()
    main = page.get_by_role("main")
    expect(main.get_by_role("link", name="Bridges")).to_be_visible()
    expect(main.get_by_role("link", name="2020").first).to_be_visible()
    expect(main.get_by_role("link", name="Rosalind Ferrow")).to_be_visible()


def test_a_failed_download_says_so_and_can_be_tried_again(invented: Hosted, fresh: Readers) -> None:
    reader = fresh(invented, DESK)
    context = reader.context
    context.route("**/search/root.json", lambda route: route.abort())
    page = reader.open(at("bridge"))
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("could not be loaded", timeout=15_000)
    expect(page.get_by_role("heading", name="Topics")).to_be_visible()
    assert violations(page) == []
    context.unroute("**/search/root.json")
    alert.get_by_role("button", name="Try again").click()
    expect(titles(page).first).to_be_visible()
    expect(alert).to_be_hidden()


def test_a_slow_download_says_so_and_arrives(invented: Hosted, fresh: Readers) -> None:
    reader = fresh(invented, DESK)
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    reader.context.route("**/search/root.json", hold)
    page = reader.open(at("bridge"))
    expect(page.get_by_role("alert")).to_contain_text("slow to load", timeout=10_000)
    for route in waiting:
        route.continue_()
    expect(titles(page).first).to_be_visible()
    expect(page.get_by_role("alert")).to_be_hidden()


def test_the_search_works_without_a_thread_of_its_own(invented: Hosted, fresh: Readers) -> None:
    reader = fresh(invented, DESK)
    reader.context.add_init_script("delete window.Worker")
    page = reader.open(at("bridge"))
    expect(titles(page).first).to_be_visible()
    assert reader.faults == []


def test_the_search_works_where_the_thread_does_not_start(invented: Hosted, fresh: Readers) -> None:
    reader = fresh(invented, DESK)
    reader.context.route("**/search/worker.js*", lambda route: route.abort())
    page = reader.open(at("bridge"))
    expect(titles(page).first).to_be_visible()


def test_the_search_obeys_the_strictest_policy(invented: Hosted, fresh: Readers) -> None:
    reader = fresh(invented, DESK)
    page = reader.open(at("bridge"))
    expect(titles(page).first).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^2020, "))).to_be_visible()
    assert reader.faults == []
    assert "unsafe" not in POLICY and "default-src 'none'" in POLICY


def test_back_leads_to_the_search_before_the_one_that_is_typed(
    invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open("search/")
    box(page).fill("bridge")
    box(page).press("Enter")
    expect(page).to_have_url(re.compile("q=bridge$"))
    box(page).fill("")
    box(page).press_sequentially("night buses", delay=60)
    expect(page).to_have_url(re.compile(r"q=night\+buses$"))
    page.go_back()
    expect(box(page)).to_have_value("bridge")
    expect(said(page)).to_contain_text("with bridge")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("brigde", "Nothing found. Did you mean bridge"),
        ('"night buses', 'taken as one phrase. Search for "night buses"'),
        ("bridge after:2021 before:2019", ". Search for bridge after:2019 before:2021"),
    ],
)
def test_mistakes_and_what_was_meant_are_announced(
    query: str, told: str, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open(at(query))
    expect(page.locator("[data-part=status]")).to_contain_text(told)


def test_a_bad_date_leaves_the_focus_where_it_is_mended(invented: Hosted, passing: Readers) -> None:
    page = passing(invented, DESK).open(at("bridge"))
    field = page.get_by_role("textbox", name="From")
    field.fill("2020-99")
    field.press("Enter")
    expect(said(page)).to_contain_text("Nothing found")
    expect(field).to_be_focused()
    field.fill("2020-02")
    field.press("Enter")
    expect(titles(page).first).to_be_visible()
    page = passing(invented, DESK).open(at("bridge after:2099"))
    expect(said(page)).to_contain_text("Nothing found")
    expect(page.get_by_role("textbox", name="From")).to_have_value("2099")


@pytest.mark.parametrize(
    ("query", "name", "filter"),
    [
        ("Gwen Hartlock", "Gwen Hartlock", "person:gwen-hartlock"),
        ("castellane", "Noor Castellane", "person:noor-castellane"),
        ("Gwendolen Hartlock bridge", "Gwen Hartlock", "person:gwen-hartlock"),
    ],
)
def test_who_seeks_a_person_finds_what_they_are_named_on_and_is_offered_their_page(
    query: str, name: str, filter: str, invented: Hosted, passing: Readers
) -> None:
    reader = passing(invented, DESK)
    page = reader.open(at(query))
    offered = page.get_by_role("list", name="People, topics and offices of this name")
    expect(titles(page).first).to_be_visible()
    about = offered.get_by_role("link", name=name)
    expect(about).to_have_attribute("href", re.compile(r"/people/"))
    expect(page.locator("[data-part=status]")).to_contain_text(
        re.compile(f"There is a page about .*{name}")
    )
    assert violations(page) == []
    offered.get_by_role("link", name=filter).click()
    expect(titles(page).first).to_be_visible()
    expect(offered).to_be_hidden()
    expect(box(page)).to_have_value(filter)
    assert reader.faults == []


def test_who_seeks_an_office_is_offered_what_it_wrote(invented: Hosted, passing: Readers) -> None:
    reader = passing(invented)
    page = reader.open(at("Provost of Marlbeck"))
    offered = page.get_by_role("list", name="People, topics and offices of this name")
    expect(offered).to_contain_text("Provost of Marlbeck: letters and motions with this office")
    offered.get_by_role("link", name="person:provost-of-marlbeck").click()
    expect(said(page)).to_contain_text("naming Provost of Marlbeck")
    # By any words of its name, too, and in a box that does not know it.
    for query in ("from:provost of marlbeck", "from:provost", 'from:"Provost of Marlbeck"'):
        box(page).fill(query)
        expect(said(page)).to_contain_text("letters and motions from Provost of Marlbeck")
        expect(titles(page).first).to_be_visible()
    expect(page.locator("[data-part=mistakes]")).to_be_hidden()
    assert reader.faults == []


def test_a_reload_leads_back_to_where_one_was(invented: Hosted, passing: Readers) -> None:
    page = passing(invented, PHONE).open(at("bus OR bridge OR assembly"))
    expect(titles(page).nth(5)).to_be_visible()
    page.evaluate("scrollTo(0, 1200)")
    # The results come late, when the browser has given up.
    page.route("**/texts-*/*", _late)
    page.reload()
    expect(titles(page).nth(5)).to_be_visible()
    # What comes in above the place may move it by a line or two, before as after.
    page.wait_for_function("Math.abs(scrollY - 1200) < 200")


def _late(route: Route) -> None:
    sleep(0.1)
    route.continue_()


@pytest.mark.parametrize("query", ["brigde 19,50x", "brigde-xylo", "shleters after:2050", "20233"])
def test_nothing_is_suggested_that_finds_nothing_or_guesses_a_number(
    query: str, invented: Hosted, passing: Readers
) -> None:
    page = passing(invented).open(at(query))
    expect(said(page)).to_contain_text("Nothing found")
    offer = page.get_by_text("Did you mean")
    if query.startswith("brigde 19"):
        expect(offer).to_have_text("Did you mean bridge 19,50x")
    else:
        expect(offer).to_have_count(0)
