"""Owns the HTML that others put into their pages: a frame with a record, or its facts in words.

Neither has a script, and neither asks this site for more than the one small page.
"""

from dataclasses import dataclass

from markupsafe import Markup

from archive.addresses import embed_address
from archive.archive import Archive
from archive.held import HeldLetter, HeldMotion
from archive.quotations import own_quotations

WIDTH, HEIGHT = 600, 320
"""Room for a title of four lines; on a narrow screen the frame shrinks and its content scrolls."""

_FRAME = Markup(
    '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy"'
    ' style="border: 0; max-width: 100%"></iframe>'
)
_QUOTE = Markup('<blockquote cite="{0}"><p>{1}</p><p><a href="{0}">{2}</a></p></blockquote>')


@dataclass(frozen=True)
class Embedding:
    """The two forms: a frame, and a quotation with what the record is."""

    frame: str
    quote: str


def embedding(
    archive: Archive, held: HeldLetter | HeldMotion, address: str, description: str
) -> Embedding:
    """What others paste to show the record with a page at `address`."""
    top = archive.site.site_url.rstrip("/")
    title = held.title
    shown = f"{top}/{embed_address(address)}"
    frame = _FRAME.format(shown, title, WIDTH, HEIGHT)
    return Embedding(str(frame), str(_QUOTE.format(f"{top}/{address}", _said(held), description)))


def _said(held: HeldLetter | HeldMotion) -> str:
    """The words of a record that are quoted first: as an answer, an undertaking or an ask.

    Of one that nothing quotes, its title.
    """
    quotes = own_quotations(held.noun)
    return f"“{quotes[0].words}”" if quotes else held.title
