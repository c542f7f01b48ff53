"""Owns handing what was mended to recognition, paragraph by paragraph."""

import re
import unicodedata

from archive.intake.mending.mended import Mended
from archive.recognition.paper import Paper, Paragraph

LONGEST_NAME = 60
"""Characters of the part of an id behind its date."""


def paper_of(mended: Mended) -> Paper:
    """The paragraphs as recognition sees them; index by index those of `mended`."""
    return Paper(tuple(Paragraph(p.lines, p.bold or bool(p.heading)) for p in mended.paragraphs))


def naming(text: str) -> str:
    """Words as a part of an id: small letters, digits and single hyphens; may be empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall("[a-z0-9]+", plain.replace("'", ""))
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word
        if len(longer) > LONGEST_NAME:
            break
        name = longer
    return name or "-".join(words)[:LONGEST_NAME].strip("-")
