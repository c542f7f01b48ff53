"""Owns raised figures: how the mark of a footnote is written in plain text."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str) -> str:
    """A number as raised figures; any other text, as the `nd` of 22nd, as it is."""
    return text.translate(_RAISED) if text.strip().isdecimal() and text.isascii() else text
