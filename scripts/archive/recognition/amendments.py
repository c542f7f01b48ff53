"""Owns telling that words speak of an amendment, and not of a law that is called one."""

import re
from collections.abc import Iterator, Sequence

_AMENDMENT = re.compile(
    r"(?<!\()\bamendments?\b(?!\)|,?\s+(?:act|bill|order|regulations|rules|ordinance)\b)",
    re.IGNORECASE,
)
_SUBSTANTIVE = re.compile(
    r"\b(?:substantive motion|motion,? as amended|amended motion)\b", re.IGNORECASE
)
_AMENDING = re.compile(r"\bamendment\b.*:$", re.IGNORECASE)
_PUT = re.compile(r"^\W*\d{1,2}\.\d{1,2}\.?\s|\b(?:put to|to) the vote\b|\bon being put\b", re.I)
"""With this the minutes go on behind an amendment that they quote."""


def of_amendment(text: str) -> bool:
    """Whether a text speaks of an amendment: `Student Fees (Amendment) Regulations` is none."""
    return bool(_AMENDMENT.search(text))


def without_amendments(paragraphs: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """The paragraphs of a paper without the amendments that it quotes."""
    quoting = False
    for lines in paragraphs:
        text = " ".join(lines).strip()
        quoting = quoting and not _PUT.search(text)
        if not quoting:
            yield lines
        quoting = quoting or bool(_AMENDING.search(text) and not is_substantive(lines))


def is_substantive(lines: Sequence[str]) -> bool:
    """Whether a paragraph opens the motion as it was amended, quoted again."""
    text = " ".join(lines)
    return bool(_SUBSTANTIVE.search(text)) and text.rstrip().endswith(":")
