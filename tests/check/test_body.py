"""The blocks that a text makes, and where each stands."""

import pytest

from archive.body import Block, parse_body, split_marker


def kinds(raw: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(block.kind, block.lines) for block in parse_body(raw, 1).blocks]


@pytest.mark.parametrize(
    ("raw", "blocks"),
    [
        ("", []),
        ("\n \n\t\n", []),
        ("a\nb\n\n\nc", [("paragraph", ("a", "b")), ("paragraph", ("c",))]),
        ("a\n## B\nc", [("paragraph", ("a",)), ("heading", ("B",)), ("paragraph", ("c",))]),
        ("## A\n### B", [("heading", ("A",)), ("heading", ("B",))]),
        ("##   A  ", [("heading", ("A",))]),
        ("##A\n#### B\n# C\n##", [("paragraph", ("##A", "#### B", "# C", "##"))]),
        (" ## A", [("paragraph", ("## A",))]),
        ("> a\n>\n> b", [("quotation", ("a", "", "b"))]),
        ("a\n> b\nc", [("paragraph", ("a",)), ("quotation", ("b",)), ("paragraph", ("c",))]),
        (">", []),
        (">90 per cent", [("paragraph", (">90 per cent",))]),
        ("\\## A\n\\> b\n\\>", [("paragraph", ("## A", "> b", ">"))]),
        ("\\\\## A", [("paragraph", ("\\## A",))]),
        ("a \\> b \\## c \\x", [("paragraph", ("a \\> b \\## c \\x",))]),
        ("\\#x", [("paragraph", ("\\#x",))]),
        ("1. a\n2. b", [("list", ("1. a", "2. b"))]),
        ("(a) a\n• b\n- c\niv) d", [("list", ("(a) a", "• b", "- c", "iv) d"))]),
        ("1. a\nb", [("paragraph", ("1. a", "b"))]),
        ("- a", [("paragraph", ("- a",))]),
        (
            "1893. The council\n2018. The council",
            [("paragraph", ("1893. The council", "2018. The council"))],
        ),
    ],
)
def test_a_text_is_parted_into_blocks(raw: str, blocks: list[tuple[str, tuple[str, ...]]]) -> None:
    assert kinds(raw) == blocks


def test_a_heading_has_a_level_and_a_line() -> None:
    body = parse_body("\na\n### B\n", 10)
    assert body.blocks == (Block("paragraph", ("a",), 11), Block("heading", ("B",), 12, 3))
    assert body.headings == ("B",)


def test_words_stand_between_any_white_space() -> None:
    assert parse_body("a\u00a0b\tc\u2003d\n\ne", 1).words == ("a", "b", "c", "d", "e")


def test_an_offset_of_the_text_has_a_line_and_a_column() -> None:
    body = parse_body("ab\n\ncd", 7)
    assert [body.place(offset) for offset in range(6)] == [
        (7, 1),
        (7, 2),
        (7, 3),
        (8, 1),
        (9, 1),
        (9, 2),
    ]


def test_an_offset_beyond_the_words_belongs_to_the_last_block() -> None:
    assert parse_body("a\n\nb", 1).block_at(99) == 1


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("(iv) the fourth", ("(iv)", "the fourth")),
        ("a) the first", ("a)", "the first")),
        ("12. the twelfth", ("12.", "the twelfth")),
        ("•\tthe point", ("•", "the point")),
        ("-5 degrees", ("", "-5 degrees")),
        ("3.5 metres", ("", "3.5 metres")),
        ("- ", ("", "- ")),
    ],
)
def test_a_list_item_opens_with_its_sign_or_number(line: str, parts: tuple[str, str]) -> None:
    assert split_marker(line) == parts
