"""Owns showing that each record has a picture that says what it is, small, clean and the same."""

import sqlite3
import struct
from collections.abc import Collection
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from archive.addresses import card_address, letter_address
from archive.archive import Archive
from archive.cards import every
from archive.cards.drawing import LEFT, PAPER, RIGHT, SIZE, drawn
from archive.cards.every import card_sheets
from archive.cards.typefaces import SANS, SERIF, drawable
from archive.cards.wording import Card, letter_card, motion_card
from archive.kept import Kept, kept
from archive.outputs import Output
from tests.altered import altered

CARD = Card("Letter", "Night buses", "Letter of 9 March 2018", ("9 March 2018",), "Archive")
ARABIC, CHINESE = "حافلات الليل", "夜间巴士"


def chunks(png: bytes) -> list[str]:
    """The names of the parts of a PNG file, in their order."""
    names, at = [], 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        names.append(png[at + 4 : at + 8].decode())
        at += length + 12
    return names


def ink(png: bytes) -> tuple[int, int, int, int]:
    """The box around all that is drawn right of the bar at the edge."""
    image = Image.open(BytesIO(png)).convert("RGB").crop((24, 0, *SIZE))
    paper = Image.new("RGB", image.size, PAPER)
    box = ImageChops.difference(image, paper).getbbox()
    assert box
    return box[0] + 24, box[1], box[2] + 24, box[3]


def test_every_record_has_its_picture_in_the_site(corpus: Archive, corpus_site: Path) -> None:
    places = [f"letters/{id}" for id in corpus.letters] + [f"motions/{id}" for id in corpus.motions]
    for place in (*places, ""):
        content = (corpus_site / place / "card.png").read_bytes()
        assert Image.open(BytesIO(content)).size == (1200, 630)
        assert len(content) < 40_000, place


def test_a_picture_has_nothing_in_it_but_the_picture() -> None:
    assert set(chunks(drawn(CARD))) == {"IHDR", "PLTE", "IDAT", "IEND"}


def test_a_card_says_what_the_record_is(corpus: Archive) -> None:
    letter = letter_card(corpus, corpus.letters["2018-05-22-pm-2018-0417"])
    assert letter.title == "Your letter of 9 March – motions 1 and 2"
    assert letter.lines[0] == "22 May 2018"
    assert letter.lines[1].startswith("From Rosalind Ferrow, Provost")
    motion = motion_card(corpus, corpus.motions["2018-03-08-1-night-buses"])
    assert motion.kicker.startswith("Motion 1: ")
    assert motion.lines[1].startswith("Moved by Councillor Gwen Hartlock, seconded by ")
    assert motion.lines[2] == "Agreed"


def test_the_same_words_give_the_same_bytes_and_other_words_others() -> None:
    assert drawn(CARD) == drawn(CARD)
    assert drawn(CARD) != drawn(replace(CARD, title="Night trams"))
    assert drawn(CARD) != drawn(replace(CARD, lines=("10 March 2018",)))


@pytest.mark.parametrize(
    "title", ["word " * 90, "x" * 400, "Donaudampfschifffahrt" * 9, "…" * 200, "Ø" * 300]
)
def test_a_title_of_any_length_stays_within_its_margins(title: str) -> None:
    left, _, right, bottom = ink(drawn(replace(CARD, title=title, lines=(title, title))))
    assert left >= LEFT
    assert right <= RIGHT
    assert bottom < SIZE[1] - 10


def test_the_typefaces_have_latin_greek_and_cyrillic_letters() -> None:
    for text in ("Łódź – Île ¶", "Νυχτερινά", "Ночные автобусы"):
        assert drawable(text, SERIF) and drawable(text, SANS), text
    assert not drawable(ARABIC, SERIF)
    assert not drawable(CHINESE, SANS)


def test_a_title_in_letters_that_cannot_be_drawn_gives_way_to_what_the_record_is() -> None:
    assert drawn(replace(CARD, title=ARABIC)) == drawn(replace(CARD, title=CHINESE))
    other = replace(CARD, title=ARABIC, instead="Letter of 10 March 2018")
    assert drawn(replace(CARD, title=ARABIC)) != drawn(other)
    assert drawn(replace(CARD, lines=(CHINESE,))) == drawn(replace(CARD, lines=()))


def made(archive: Archive, values: Kept, lasting: Collection[str] = ()) -> dict[str, bytes]:
    """The pictures of all cards, but for those of sheets that last."""
    sheets = [sheet for sheet in card_sheets(archive, values) if sheet.given not in lasting]
    outputs = (output for sheet in sheets for output in sheet.make())
    return {output.path: output.content for output in outputs if isinstance(output, Output)}


def refused(card: Card) -> bytes:
    """A card that must not be drawn."""
    raise AssertionError(f"drawn again: {card.title}")


def test_what_was_drawn_before_is_not_drawn_again(
    corpus: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(every, "TOGETHER", 3)
    with kept(tmp_path / "kept") as values:
        first = made(corpus, values)
    assert len(first) == len(corpus.letters) + len(corpus.motions) + 1
    monkeypatch.setattr(every, "drawn", refused)
    with kept(tmp_path / "kept") as values:
        assert made(corpus, values) == first
    with pytest.raises(AssertionError, match="drawn again"):
        made(corpus, Kept())


def test_cards_of_the_same_words_are_drawn_once(
    corpus: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = list[Card]()

    def noting(card: Card) -> bytes:
        made.append(card)
        return drawn(card)

    monkeypatch.setattr(every, "drawn", noting)
    monkeypatch.setattr(every, "_cards", lambda _: iter([("one/", CARD), ("other/", CARD)]))
    outputs = [out for sheet in card_sheets(corpus, Kept()) for out in sheet.make()]
    assert made == [CARD]
    assert [out.content for out in outputs if isinstance(out, Output)] == [drawn(CARD)] * 2


def test_only_the_card_of_a_record_with_other_words_is_another(
    corpus: Archive, tmp_path: Path
) -> None:
    name = "2018-05-22-pm-2018-0417"
    held = corpus.letters[name]
    title = held.noun.model_copy(update={"title": "Another title"})
    other = replace(corpus, letters={**corpus.letters, name: altered(held, title)})
    with kept(tmp_path / "kept") as values:
        lasting = {sheet.given for sheet in card_sheets(corpus, values) if sheet.given}
        assert list(made(other, values, lasting)) == [card_address(letter_address(name))]


def test_a_picture_that_was_kept_and_is_broken_is_drawn_again(
    corpus: Archive, tmp_path: Path
) -> None:
    with kept(tmp_path / "kept") as values:
        first = made(corpus, values)
    with sqlite3.connect(tmp_path / "kept") as connection:
        connection.execute("UPDATE kept SET value = x'00'")
    connection.close()
    with kept(tmp_path / "kept") as values:
        assert made(corpus, values) == first
