"""Owns the numbers of a motion that stand apart from its title: of an article, a page, alone."""

import re
from itertools import pairwise

from archive.recognition.motionforms import printed
from archive.recognition.paper import Paper

ARTICLE = re.compile(
    r"(?:warrant )?article\s+(?:no\.?\s*)?(?P<number>\d{1,3}[a-z]?)\W{1,3}(?:to see|i move"
    r"|voted)\b",
    re.IGNORECASE,
)
"""How the article of a warrant begins, on which a town meeting votes."""

_ITEM = re.compile(r"^meeting:.*\(item (\d{1,3}[a-z]?)\)", re.IGNORECASE)
_HEAD = 6
"""Paragraphs at the head of a page."""

_COUNT = re.compile(r"\d{1,4}(?:/\d{2,4})?")
_MOVES = re.compile(r"(?:RESOLVED|Resolved|MOVED|Moved|MOTION|Motion|It was)\b")


def counted(paper: Paper) -> str:
    """The number of a warrant's article; else one that stands alone above what was moved."""
    for line in paper.lines():
        if article := ARTICLE.match(line):
            return article["number"]
    for paragraph, following in pairwise(paper.paragraphs):
        if _COUNT.fullmatch(paragraph.text) and _MOVES.match(following.text):
            return paragraph.text
    return ""


def item(paper: Paper) -> str:
    """The number of an item that a page names beside its meeting: `Council (Item 39)`."""
    items = (match[1] for line in paper.lines(0, _HEAD) if (match := _ITEM.search(line)))
    return next(items, "")


def is_number(text: str) -> bool:
    """Whether a text is a motion's number and nothing else."""
    said = printed(text)
    return bool(said and said.number and not said.title and len(text.split()) == 1)
