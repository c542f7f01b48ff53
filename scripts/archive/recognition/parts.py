"""Owns where the parts of a letter are: what stands above the salutation, the text, the closing."""

import re
from dataclasses import dataclass

from archive.recognition.greetings import greets, takes_leave
from archive.recognition.letterhead import is_date
from archive.recognition.names import name_in
from archive.recognition.paper import Paper, Paragraph

_CALL, _FEW = 7, 5
"""Words of a line that greets or takes leave in a language that is not known; and without comma."""

_HAS_FIGURE = re.compile(r"\d")
_ADDRESSED = re.compile(r"(?:mr|mrs|ms|miss|messrs|the)\b|.*\besq\b", re.IGNORECASE)
_BELOW = re.compile(
    r"(?:p\.?\s?p?\.?s\b|c\.?c\b|copy|copies|enc|n\.?b\b|[\W_]*\d?[\W_]*see\b|tel|\[redacted)"
    r"|.{0,90}\b(?:tel(?:ephone)?|fax|www\.\S+|[bB]-?\d{4}|p\.?o\.? box)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:from|to|dated?|sent|subject|re|no|ref)(?:\s*:\s|\.\s?\d|\t)", re.IGNORECASE
)
"""The lines at the top of a memorandum or a telegram."""

_MOST_WORDS, _FEWEST = 25, 5


@dataclass(frozen=True)
class Parts:
    """Indexes of paragraphs: the salutation's and the closing's; None where there is none.

    `above` ends where the salutation stands, `below` begins with the closing.
    """

    salutation: int | None
    closing: int | None
    above: int
    below: int


def parts(paper: Paper) -> Parts:
    """The parts of a letter."""
    paragraphs = paper.paragraphs
    salutation = next((i for i, p in enumerate(paragraphs) if greets(p.lines[-1])), None)
    salutation = _called_to(paper) if salutation is None else salutation
    begin = 0 if salutation is None else salutation + 1
    after = range(len(paragraphs) - 1, begin - 1, -1)
    closing = next((i for i in after if takes_leave(paragraphs[i].lines[0])), None)
    if closing is None:
        closing = _farewell(paper, begin)
    if closing is None:
        closing = _signed(paper, begin)
    return Parts(
        salutation,
        closing,
        salutation if salutation is not None else _head(paper),
        closing if closing is not None else len(paragraphs),
    )


def _called_to(paper: Paper) -> int | None:
    """A short line that ends with a comma, in whatever language, and has the text below it.

    An address has such lines too: this one stands alone, and neither dates nor numbers anything.
    """
    for index, paragraph in enumerate(paper.paragraphs[:-1]):
        line, below = paragraph.text, paper.paragraphs[index + 1 : index + 3]
        alone = len(paragraph.lines) == 1 and len(line.split()) <= _CALL
        called = alone and line.endswith((",", "!")) and line[0].isupper()
        other = _HAS_FIGURE.search(line) or _ADDRESSED.match(line) or takes_leave(line)
        if called and not other and any(_is_text(p.text) for p in below):
            return index
    return None


def _farewell(paper: Paper, begin: int) -> int | None:
    """A short line that ends with a comma, or a few words, and has a name below it."""
    paragraphs = paper.paragraphs
    for index in range(len(paragraphs) - 1, begin, -1):
        first, *rest = paragraphs[index].lines
        if len(first.split()) > _CALL or not (first.endswith(",") or len(first.split()) <= _FEW):
            continue
        following = [*rest, *(line for p in paragraphs[index + 1 : index + 3] for line in p.lines)]
        names = [line for line in following[:2] if name_in(line)]
        apart = first.endswith(",") or not name_in(first)
        if names and apart and not _HAS_FIGURE.search(first) and _ends_text(paragraphs[index - 1]):
            return index
    return None


def _ends_text(paragraph: Paragraph) -> bool:
    """Whether a text may end with a paragraph: a sentence does."""
    return paragraph.text.endswith((".", "?", "!", ".”", '."', ".’"))


def _head(paper: Paper) -> int:
    """Where the text begins of what greets nobody: behind the short lines at its top."""
    behind = 0
    for index, paragraph in enumerate(paper.paragraphs):
        labels = any(_LABEL.match(line) for line in paragraph.lines)
        name = name_in(paragraph.text)
        head = labels or (name and name.before) or is_date(paragraph.lines[-1])
        if _is_text(paragraph.text) and not head:
            return index
        behind = index + 1 if labels else behind
    return behind


def _signed(paper: Paper, begin: int) -> int | None:
    """Where the short lines at the end begin, if they have a name in them."""
    first = len(paper.paragraphs)
    while first > begin + 1 and _is_tail(paper.paragraphs[first - 1].text):
        first -= 1
    names = (line for p in paper.paragraphs[first:] for line in p.lines if name_in(line))
    return first if next(names, None) and first > begin else None


def _is_tail(text: str) -> bool:
    """Whether a paragraph may stand below a signature: lines, a postscript, an address."""
    return not _is_text(text) or bool(_BELOW.match(text))


def _is_text(text: str) -> bool:
    """Whether a paragraph is of sentences rather than of lines that stand for themselves."""
    words = len(text.split())
    return words > _MOST_WORDS or (words > _FEWEST and text.endswith((".", "?", "!", ":")))
