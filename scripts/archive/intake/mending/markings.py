"""Owns finding what is written on a page for its keeper or to turn it, not for its reader."""

import re
from collections.abc import Sequence

from archive.intake.mending.kept import Row

MARKING = "a protective marking"
CATCHWORD = "what bids to turn the page"

_MARKED = re.compile(
    r"\W*(?:official(?:[ :–-]+sensitive)?|restricted|confidential|secret|unclassified|protect"
    r"|not protectively marked|(?:for )?official use only|in[ -]confidence"
    r"|protective marking\W.{0,40})\W*$",
    re.IGNORECASE,
)
_CATCHWORD = re.compile(
    r"[(\[….–—-]+ ?(?:over(?:leaf)?|continued|cont[’'.]?d?\.?)(?: (?:on|over).{0,20})?[)\]….–— -]*$"
    r"|\W*(?:p\. ?t\. ?o\.?|PTO|please turn over|continued (?:overleaf|on (?:the )?next page"
    r"|on page \d+))\W*$|[.… ]*/\s?\d{1,2}$",
    re.IGNORECASE,
)
"""What has a line of its own; the last word of a sentence may be `over.` there, too."""


def markings(rows: Sequence[Row], pages: Sequence[Sequence[int]]) -> dict[int, str]:
    """Protective markings on the edges of pages."""
    edges = {index for page in pages for index in (*page[:2], *page[-2:])}
    return {index: MARKING for index in edges if _MARKED.match(rows[index].text)}


def catchwords(rows: Sequence[Row]) -> dict[int, str]:
    """Lines that say no more than that the letter goes on overleaf."""
    return {i: CATCHWORD for i, row in enumerate(rows) if row.words and _CATCHWORD.match(row.text)}
