"""Charts: places within the picture, words where there are few, and the numbers beneath."""

import random

import pytest
from selectolax.lexbor import LexborHTMLParser

from archive.archive import Archive
from archive.ledger.book import Book
from archive.pages.charts import BAR_PITCH, BARS, LABELS, Chart, Row, Series
from archive.pages.figures import (
    ANSWERS,
    CLASSES,
    MOST_CLASSES,
    class_name,
    class_size,
    figures_page,
)
from archive.pages.page import Renderer

TWO = (Series("motions", "motions", "motion"), Series("letters", "letters", "letter"))


def grouped(*rows: tuple[int, ...]) -> Chart:
    """A chart of two series with these numbers."""
    labelled = tuple(Row(str(2000 + at), row) for at, row in enumerate(rows))
    return Chart("years", "Years", "Motions and letters.", "Year", TWO, labelled)


def stacked(*rows: tuple[int, ...]) -> Chart:
    """A chart of responses with these numbers."""
    labelled = tuple(Row(f"Topic {at}", row) for at, row in enumerate(rows))
    return Chart("topics", "Topics", "Responses.", "Topic", ANSWERS, labelled, stacked=True)


def test_the_longest_bar_takes_the_room_there_is_and_the_others_are_in_proportion() -> None:
    first, second = grouped((10, 5), (0, 2)).lanes
    assert [bar.width for bar in first.bars] == [BARS, BARS / 2]
    assert [bar.width for bar in second.bars] == [0, BARS / 5]
    assert {bar.x for lane in (first, second) for bar in lane.bars} == {LABELS}
    assert first.bars[1].y == BAR_PITCH


def test_five_thousand_things_stay_within_the_picture_and_do_not_overlap() -> None:
    chance = random.Random(4)
    rows = [tuple(chance.randrange(90) for _ in ANSWERS) for _ in range(12)]
    chart = stacked(*rows)
    assert chart.n > 4000
    for lane, row in zip(chart.lanes, rows, strict=True):
        assert [bar.value for bar in lane.bars] == [value for value in row if value]
        for left, right in zip(lane.bars, lane.bars[1:], strict=False):
            assert left.end == pytest.approx(right.x, abs=0.02)
        assert lane.bars[-1].end <= 100.01
    assert max(lane.bars[-1].end for lane in chart.lanes) == pytest.approx(100, abs=0.02)
    assert chart.lanes[-1].y < chart.height


def test_a_number_without_room_is_left_to_the_table() -> None:
    [lane] = stacked((96, 4, 0, 0, 0, 0, 0, 0)).lanes
    assert [bar.has_room for bar in lane.bars] == [True, False]


def test_a_series_without_any_number_has_no_bar_and_no_legend() -> None:
    chart = grouped((3, 0), (4, 0))
    assert [one.name for _, one in chart.used] == ["motions"]
    assert all(len(lane.bars) == 1 for lane in chart.lanes)


def test_few_things_are_told_in_words() -> None:
    chart = grouped((2, 1))
    assert chart.few
    assert chart.told(chart.rows[0]) == "2 motions, 1 letter"
    assert grouped((0, 0)).told(Row("2000", (0, 0))) == "none"
    assert not grouped((4, 1)).few


@pytest.mark.parametrize("seed", range(5))
def test_days_fill_no_more_classes_than_there_are(seed: int) -> None:
    chance = random.Random(seed)
    days = [int(chance.expovariate(1 / (20 * 4**seed))) for _ in range(5000)]
    size = class_size(days)
    assert size in CLASSES
    usual = sorted(days)[int(len(days) * 0.94)]
    assert usual < size * MOST_CLASSES or size == CLASSES[-1]


def test_a_class_of_days_says_its_first_and_last_day() -> None:
    assert class_name(1, 30) == "30–59"
    assert class_name(MOST_CLASSES - 1, 30) == "330+"
    assert class_size([]) == CLASSES[0]
    assert class_size([104, 104]) == CLASSES[0]


def picture(archive: Archive) -> LexborHTMLParser:
    """The page of figures, parsed."""
    output = Renderer(archive).output(figures_page(Book(archive)))
    return LexborHTMLParser(output.content.decode())


def test_a_picture_has_a_title_a_description_and_no_style_or_script(corpus: Archive) -> None:
    page = picture(corpus)
    pictures = page.css("svg[role=img]")
    assert len(pictures) == 3
    for svg in pictures:
        [title, says] = str(svg.attributes["aria-labelledby"]).split(" ")
        for name in (f"title#{title}", f"desc#{says}"):
            [words] = svg.css(name)
            assert words.text().strip()
    assert not page.css("[style], style, script, [onclick]")


def test_the_numbers_beneath_are_those_of_the_bars(corpus: Archive) -> None:
    page = picture(corpus)
    for figure in page.css("figure.chart"):
        cells = [td.text().strip() for td in figure.css("td")]
        drawn = [node.text().strip() for node in figure.css("svg .chart__number")]
        assert sorted(filter(lambda n: n != "0", cells)) == sorted(n for n in drawn if n != "0")


def test_with_one_letter_the_page_has_words_and_no_picture(real: Archive) -> None:
    page = picture(real)
    assert not page.css("svg")
    [shown] = page.css(".page")
    words = " ".join(shown.text().split())
    assert "2 motions, 1 letter" in words
    assert "middle one" not in words
