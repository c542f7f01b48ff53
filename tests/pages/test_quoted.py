"""Owns showing that quoted words are marked where they stand, and that marks add no words."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from archive.archive import Archive
from archive.body import parse_body
from archive.pages.document import document
from archive.pages.quoted import Quoted, quoted_words
from archive.quotes import Span, find_spans

TEXT = "Dear Sir,\n\nWe will open the bridge.\nWe will count the boats.\n\n- one boat\n- two boats"


def shown(*quotes: str) -> list[str]:
    """The lines of TEXT as HTML, with these quotations marked."""
    body = parse_body(TEXT, 1)
    quoted = [
        Quoted(find_spans(body.flat, quote)[0], f"motions/m/#ask-{n}", f"ask {n}", f"As ask {n}")
        for n, quote in enumerate(quotes, 1)
    ]
    pieces = document(body, {}, quoted, "letters/x/")
    return [str(line.words) for piece in pieces for line in piece.lines]


def link(number: int) -> str:
    href = f"../../motions/m/#ask-{number}"
    return (
        f'<a class="quoted-for" href="{href}" data-label="ask {number}"'
        f' aria-label="As ask {number}"></a>'
    )


def test_a_quotation_within_a_line_is_marked_and_leads_to_where_it_is_quoted() -> None:
    expected = f'We will <span class="quoted">open the bridge.</span>{link(1)}'
    assert shown("open the bridge.")[1] == expected


def test_a_quotation_over_two_lines_is_marked_in_both_and_linked_once() -> None:
    lines = shown("the bridge. We will count")
    assert lines[1] == 'We will open <span class="quoted">the bridge.</span>'
    assert lines[2] == f'<span class="quoted">We will count</span>{link(1)} the boats.'


def test_quotations_that_overlap_are_each_linked_at_their_end() -> None:
    assert shown("We will open", "open the bridge.")[1] == (
        f'<span class="quoted">We will </span><span class="quoted">open</span>{link(1)}'
        f'<span class="quoted"> the bridge.</span>{link(2)}'
    )


def test_the_sign_of_a_list_item_is_no_part_of_a_quotation() -> None:
    assert shown("two boats")[4] == f'<span class="quoted">two boats</span>{link(1)}'


def test_a_whole_line_can_be_quoted() -> None:
    assert shown("Dear Sir,")[0] == f'<span class="quoted">Dear Sir,</span>{link(1)}'


@pytest.mark.parametrize("kind", ["letters", "motions"])
def test_marks_add_no_word_to_any_record(corpus: Archive, kind: str) -> None:
    marked = 0
    for held in getattr(corpus, kind).values():
        quoted = quoted_words(corpus, held)
        pieces = document(held.body, {}, quoted, f"{kind}/{held.id}/")
        for piece, block in zip(pieces, held.body.blocks, strict=True):
            html = " ".join(f"{line.marker} {line.words}" for line in piece.lines)
            assert LexborHTMLParser(html).text().split() == block.text.split()
        for one in quoted:
            assert isinstance(one.span, Span)
            marked += 1
    assert marked > 10
