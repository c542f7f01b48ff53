"""Owns telling that words speak of an amendment, and not of a law that is called one."""

import re

_AMENDMENT = re.compile(
    r"(?<!\()\bamendments?\b(?!\)|,?\s+(?:act|bill|order|regulations|rules|ordinance)\b)",
    re.IGNORECASE,
)


def of_amendment(text: str) -> bool:
    """Whether a text speaks of an amendment: `Student Fees (Amendment) Regulations` is none."""
    return bool(_AMENDMENT.search(text))
