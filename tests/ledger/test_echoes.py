"""Passages that recur are found in their exact places, each once, in time near to the words."""

import random
import time
from collections import defaultdict

import pytest

from archive.archive import Archive
from archive.ledger.echoes import Echo, echoes
from archive.ledger.runs import LEAST
from tests.ledger.made import with_letters

STOCK = "My office answers the letters of the Assembly in the order in which they come"
WORDS = [f"word{number}" for number in range(20_000)]


def found(corpus: Archive, *paragraphs: str) -> list[tuple[str, list[int]]]:
    """The echoes among letters of one paragraph each: their words, and the letters by number."""
    texts = {f"2020-01-{at + 1:02}-x": text for at, text in enumerate(paragraphs)}
    archive = with_letters(corpus, texts)
    return [
        (echo.words, [int(place.record.id[8:10]) - 1 for place in echo.places])
        for echo in echoes(archive)
    ]


def of(echo: Echo) -> list[tuple[str, str]]:
    return [(place.record.id, place.anchor.name) for place in echo.places]


def test_a_passage_of_three_letters_is_one_echo_with_three_places(corpus: Archive) -> None:
    [stock] = [echo for echo in echoes(corpus) if echo.words.startswith(STOCK)]
    assert of(stock) == [
        ("2022-07-14-pm-2022-0402", "p2"),
        ("2023-03-30-pm-2023-0097", "p4"),
        ("2023-04-17-pm-2023-0118", "p2"),
    ]
    assert stock.words.endswith("anybody may read it between nine and five.")
    assert stock.length == len(stock.words.split())


def test_an_ask_repeated_in_a_later_motion_is_found_where_it_stands(corpus: Archive) -> None:
    [tested] = [echo for echo in echoes(corpus) if "test them on the first Monday" in echo.words]
    assert of(tested) == [
        ("2018-03-08-2-flood-warnings", "p3"),
        ("2022-06-16-1-sirens-four-years-on", "p3"),
    ]


def test_our_words_for_what_was_taken_out_are_no_echo(corpus: Archive) -> None:
    ours = "[redacted: the name of a resident whom nobody else knows]"
    words = "will answer you when all that you have asked for has come in"
    assert found(corpus, f"Write to {ours} in town.", f"Ring for {ours} at home.") == []
    assert found(corpus, f"{ours} {words}.", f"Then {ours} {words}.") == [(f"{words}.", [0, 1])]


def test_what_stands_around_letters_is_no_echo(corpus: Archive) -> None:
    assert not [echo for echo in echoes(corpus) if "Chair of the Marlbeck" in echo.words]
    heads = "Provost of Marlbeck\n\nThe Great House at the end of Hallgate\n\nDear Noor,\n\n{}\n\n"
    letters = [heads + "Yours ever and with kind regards from\nall of us at the Great House"] * 2
    assert found(corpus, letters[0].format("One."), letters[1].format("Two.")) == []


@pytest.mark.parametrize(
    ("one", "other", "echo"),
    [
        ("a b c d e f g h", "a b c d e f g h", "a b c d e f g h"),
        ("a b c d e f g", "a b c d e f g", None),
        ("x a b c d e f g h y", "z a b c d e f g h w", "a b c d e f g h"),
        ("A b, c d – e f g: h i", "a b c d … e f g h i", "A b, c d – e f g: h i"),
        ("don’t a b c d e f g", "don't a b c d e f g", "don’t a b c d e f g"),
        ("a b c d e f g h", "a b c d\n\ne f g h", None),
    ],
    ids=[
        *("eight words", "seven words", "within others", "other signs and capitals"),
        *("another apostrophe", "over two paragraphs"),
    ],
)
def test_what_counts_as_the_same_words(
    corpus: Archive, one: str, other: str, echo: str | None
) -> None:
    assert found(corpus, one, other) == ([(echo, [0, 1])] if echo else [])


def test_a_longer_passage_of_two_stands_beside_the_shorter_of_three(corpus: Archive) -> None:
    short, long = "a b c d e f g h", "a b c d e f g h i j"
    assert found(corpus, long, short + " k", long) == [(short, [0, 1, 2]), (long, [0, 2])]


def test_words_that_only_meet_in_the_first_letter_are_no_passage_of_the_other(
    corpus: Archive,
) -> None:
    parts = "a b c d e f g h x\n\nb c d e f g h i y"
    assert found(corpus, "a b c d e f g h i", parts) == [
        ("a b c d e f g h", [0, 1]),
        ("b c d e f g h i", [0, 1]),
    ]


def test_a_passage_twice_in_one_letter_only_is_no_echo(corpus: Archive) -> None:
    assert found(corpus, "a b c d e f g h\n\na b c d e f g h", "z") == []
    assert found(corpus, "a b c d e f g h\n\na b c d e f g h", "a b c d e f g h") == [
        ("a b c d e f g h", [0, 1])
    ]


def test_a_word_said_over_and_over_ends(corpus: Archive) -> None:
    [(words, places)] = found(corpus, "so " * 50, "so " * 30)
    assert (len(words.split()), places) == (30, [0, 1])


def seconds(corpus: Archive, paragraphs: int) -> float:
    """The time for so many letters of ninety words, a third of which end with a stock passage."""
    chance = random.Random(4)
    texts = {}
    for number in range(paragraphs):
        words = chance.choices(WORDS, k=90 if number % 3 else 75)
        own = f"own{number}"  # so that no two letters have a word more in common
        text = " ".join(words if number % 3 else [*words, own, STOCK, own])
        texts[f"2020-01-01-{number}"] = text
    archive = with_letters(corpus, texts)
    start = time.process_time()
    [stock] = echoes(archive)
    assert (stock.words, len(stock.places)) == (STOCK, -(-paragraphs // 3))
    return time.process_time() - start


def test_the_time_is_near_to_that_of_the_words(corpus: Archive) -> None:
    seconds(corpus, 500)
    few, many = seconds(corpus, 1_000), seconds(corpus, 4_000)
    assert many < few * 4 * 2.5 + 0.5, (few, many)
    assert many < 20


def test_eight_words_are_the_least() -> None:
    assert LEAST == 8


def slowly(paragraphs: list[list[str]]) -> set[tuple[str, frozenset[int]]]:
    """Each run of eight words or more, and who has it, that no word more leaves with the same."""
    sharing: dict[tuple[str, ...], set[int]] = {}
    for number, words in enumerate(paragraphs):
        for start in range(len(words)):
            for end in range(start + LEAST, len(words) + 1):
                sharing.setdefault(tuple(words[start:end]), set()).add(number)
    beyond: defaultdict[tuple[str, ...], set[frozenset[int]]] = defaultdict(set)
    for run, records in sharing.items():
        for shorter in (run[1:], run[:-1]):
            beyond[shorter].add(frozenset(records))
    return {
        (" ".join(run), frozenset(records))
        for run, records in sharing.items()
        if len(records) > 1 and frozenset(records) not in beyond[run]
    }


@pytest.mark.parametrize("seed", range(60))
def test_the_echoes_are_those_that_trying_every_passage_finds(corpus: Archive, seed: int) -> None:
    chance = random.Random(seed)
    alphabet = "abcdefg"[: chance.randint(1, 7)]
    stock = chance.choices(alphabet, k=chance.randint(8, 14))
    paragraphs = [
        chance.choices(alphabet, k=chance.randint(0, 9))
        + stock[chance.randint(0, 3) :]
        + chance.choices(alphabet, k=chance.randint(0, 9))
        for _ in range(chance.randint(2, 5))
    ]
    echoed = found(corpus, *(" ".join(words) for words in paragraphs))
    assert {(words, frozenset(places)) for words, places in echoed} == slowly(paragraphs)
    assert len(echoed) == len(slowly(paragraphs))


def test_what_is_made_to_hurt_does_not(corpus: Archive) -> None:
    long = " ".join(WORDS[:5_000])
    texts = {"2020-01-01-a": "so " * 50_000, "2020-01-02-b": "so " * 50_000}
    texts |= {f"2021-01-01-{number}": long for number in range(5)}
    start = time.process_time()
    assert [len(echo.places) for echo in echoes(with_letters(corpus, texts))] == [5, 2]
    assert time.process_time() - start < 10
