"""Owns which paragraphs of a Word file stand apart from those above and below them."""

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

from archive.intake.numbering import W
from archive.intake.styles import Styles

LONG = 80
"""Characters of a paragraph that is no line of an address."""

SENTENCE = 5
"""Words of one that is no line of an address, if it ends as a sentence does."""

FEWEST = 4
"""Paragraphs of a document of which it can be said that none stands apart."""

Space = tuple[int, int]


def spacing_of(paragraphs: Sequence[Element], styles: Styles) -> Callable[[Element], Space]:
    """Tells the space before and after a paragraph.

    Where neither space nor empty paragraphs part any, those that are long or have several lines
    are blocks, as an address that is one paragraph; short ones are lines of one block.
    """
    texts = ["".join(one.itertext()).strip() for one in paragraphs]
    spaced = any(any(styles.space(one)) for one in paragraphs[:-1])
    inner = texts[1 : len(texts) - next((i for i, t in enumerate(texts[::-1]) if t), 0)]
    if spaced or not all(inner) or len(paragraphs) < FEWEST:
        return styles.space
    return _as_blocks


def _as_blocks(paragraph: Element) -> Space:
    text = "".join(paragraph.itertext()).strip()
    sentence = text.endswith((".", "?", "!", ":")) and len(text.split()) >= SENTENCE
    block = sentence or len(text) >= LONG or next(paragraph.iter(f"{W}br"), None) is not None
    return (1, 1) if block else (0, 0)
