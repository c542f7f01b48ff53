"""Owns where the parts of a letter are: what stands above the salutation, the text, the closing."""

import re
from dataclasses import dataclass

from archive.recognition.names import name_in
from archive.recognition.paper import Paper

_SALUTATION = re.compile(
    r"(?:my )?dear\b.{0,80}$|to whom it may concern\b|(?:sirs?|madam|gentlemen|mr speaker)[,:]$"
    r"|(?:tēnā koe|tena koe|kia ora|sehr geehrte[rs]?|liebe[rs]?|cher|chère|monsieur|madame|a chara"
    r"|annwyl|hello|hi|good (?:morning|afternoon))\b.{0,60}$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:(?:i (?:am|remain|have the honou?r)\b.{0,60})?yours\b.{0,40}"
    r"|i (?:am|remain|have the honou?r to (?:be|remain)),?(?: (?:dear )?(?:sir|madam),?)?"
    r"|(?:your|yr) (?:most )?(?:humble and )?obedient serv.{0,30}"
    r"|(?:many|with(?: many)?) thanks.{0,20}|with (?:great |deep )?respect.{0,20}|all the best,?"
    r"|(?:with )?(?:kind|kindest|best|warm|warmest)\b.{0,40}(?:regards|wishes).{0,30}"
    r"|(?:regards|sincerely|faithfully|respectfully|cordially|thank you)\b.{0,30})$",
    re.IGNORECASE,
)
_MOST_WORDS, _FEWEST = 25, 5
_LONGEST = 90
"""Characters of a line that greets or takes leave."""


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
    begin = 0 if salutation is None else salutation + 1
    after = range(len(paragraphs) - 1, begin - 1, -1)
    closing = next((i for i in after if takes_leave(paragraphs[i].lines[0])), None)
    if closing is None and salutation is not None:
        closing = _signed(paper, begin)
    return Parts(
        salutation,
        closing,
        salutation if salutation is not None else _head(paper),
        closing if closing is not None else len(paragraphs),
    )


def _head(paper: Paper) -> int:
    """Where the text begins of what greets nobody: behind the short lines at its top."""
    for index, paragraph in enumerate(paper.paragraphs):
        if _is_text(paragraph.text):
            return index
    return 0


def _signed(paper: Paper, begin: int) -> int | None:
    """Where the short lines at the end begin, if they have a name in them."""
    first = len(paper.paragraphs)
    while first > begin + 1 and not _is_text(paper.paragraphs[first - 1].text):
        first -= 1
    names = (line for p in paper.paragraphs[first:] for line in p.lines if name_in(line))
    return first if next(names, None) and first > begin else None


def _is_text(text: str) -> bool:
    """Whether a paragraph is of sentences rather than of lines that stand for themselves."""
    words = len(text.split())
    return words > _MOST_WORDS or (words > _FEWEST and text.endswith((".", "?", "!", ":")))


def greets(line: str) -> bool:
    """Whether a line is a salutation."""
    text = line.strip()
    return len(text) <= _LONGEST and bool(_SALUTATION.match(text)) and not text.endswith(".")


def takes_leave(line: str) -> bool:
    """Whether a line takes leave."""
    text = line.strip()
    return len(text) <= _LONGEST and bool(_CLOSING.match(text)) and not text.endswith((".", "?"))
