"""Owns showing how two wordings are compared: what is kept, taken out and put in, and readably."""

from hypothesis import given
from hypothesis import strategies as st

from archive.body import Body, parse_body
from archive.pages.wording import Run, compared


def body(text: str) -> Body:
    return parse_body(text, 1)


def told(earlier: str, later: str) -> list[list[tuple[str, str]]]:
    paragraphs = compared(body(earlier), body(later))
    return [[(run.change, run.words) for run in paragraph] for paragraph in paragraphs]


def test_words_put_in_and_taken_out_stand_where_they_were() -> None:
    earlier = "We ask the Provost to open all the reading rooms on four days."
    later = "We ask the Provost to open nine of the reading rooms on four days."
    assert told(earlier, later) == [
        [
            ("kept", "We ask the Provost to open"),
            ("taken out", "all"),
            ("put in", "nine of"),
            ("kept", "the reading rooms on four days."),
        ]
    ]


def test_a_few_kept_words_between_changes_are_told_as_changed() -> None:
    runs = told("one a b two and six seven eight", "four a b five and six seven eight")[0]
    assert runs[:2] == [("taken out", "one a b two"), ("put in", "four a b five")]


def test_a_new_paragraph_is_put_in_whole() -> None:
    kept = "The Assembly notes the flood."
    assert told(kept, f"{kept}\n\nThe Assembly asks for sirens.") == [
        [("kept", kept)],
        [("put in", "The Assembly asks for sirens.")],
    ]


def test_the_same_words_are_all_kept() -> None:
    assert told("A b c.\n\nD e f.", "A b c.\n\nD e f.") == [
        [("kept", "A b c.")],
        [("kept", "D e f.")],
    ]


texts = st.lists(st.sampled_from(["a", "b", "c", "d", "\n\n"]), max_size=30).map(" ".join)


@given(texts, texts)
def test_what_is_not_taken_out_is_the_later_wording(earlier: str, later: str) -> None:
    runs: list[Run] = [
        run for paragraph in compared(body(earlier), body(later)) for run in paragraph
    ]
    after = " ".join(run.words for run in runs if run.change != "taken out")
    before = " ".join(run.words for run in runs if run.change != "put in")
    assert after == body(later).flat
    assert before == body(earlier).flat
