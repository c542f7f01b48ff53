"""Whatever a text is, mending it loses nothing and declares all that it does."""

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.intake.mending.mend import mend
from archive.intake.received import Line, Received
from tests.intake.proving import faults, text

thorough = settings(derandomize=True, deadline=None, max_examples=100)

WORDS = [
    *["the", "London", "impor-", "tant", "tant,", "long-", "term", "impor", "ofthe", "of", "city."],
    *[
        "city.The",
        "motion,which",
        "11June",
        "and15",
        "MAYOR OF LONDON",
        "2",
        "1",
        "Page 2 of 3",
        "-",
    ],
    *[
        "\ufb01rst",
        "of\ufb01ce",
        "shel\u00adter",
        "shel\u00ad",
        "donâ€™t",
        "Ã©",
        "\uf0b7",
        "\uf0b7x",
    ],
    *[
        "\u200b",
        "\ufeffword",
        "\x00",
        "\x1c",
        "cafe\u0301",
        "\ufffd",
        "policy\u00b91",
        "[1][1]",
        "##",
    ],
    *[
        "## x",
        ">",
        "> y",
        "\\>",
        "\\## z",
        "1.",
        "(a)",
        "•",
        "Yours",
        "~",
        "null",
        "it's",
        "it\u2019s",
    ],
    *[
        "A handwritten signature in ink",
        "\u2028",
        "\u0085",
        "\xa0",
        "\u202e",
        "🏴",
        "العربية",
        "W h",
        "a m",
    ],
]
LINE = st.lists(st.sampled_from(WORDS) | st.text(max_size=5), max_size=9).map(" ".join)
PLACE = st.none() | st.floats(0, 600)
PLACED = st.builds(
    Line,
    LINE,
    bold=st.booleans(),
    size=st.none() | st.sampled_from([8.0, 11.0, 12.0]),
    left=PLACE,
    right=PLACE,
    heading=st.sampled_from([0, 0, 0, 1, 2]),
    part=st.sampled_from(["text", "head", "foot", "note"]),
    column=st.sampled_from([0, 0, 1, 2]),
)
FORM = st.sampled_from(["pdf", "docx", "txt", "html"])


@thorough
@given(pages=st.lists(st.lists(LINE, max_size=12).map("\n".join), max_size=4))
def test_any_text_is_mended_and_proved(pages: list[str]) -> None:
    assert faults(mend(text(*pages))) == []


@thorough
@given(pages=st.lists(st.lists(PLACED, max_size=10).map(tuple), max_size=4), form=FORM)
def test_any_page_is_mended_and_proved(pages: list[tuple[Line, ...]], form: str) -> None:
    received = Received("letter", form, "0" * 64, tuple(pages))  # type: ignore[arg-type]
    assert faults(mend(received)) == []


@thorough
@given(page=st.text(max_size=300))
def test_any_letters_are_mended_and_proved(page: str) -> None:
    assert faults(mend(text(page))) == []
