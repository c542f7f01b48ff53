"""Owns a citation as BibTeX: an entry `@misc`, as BibTeX knows neither letters nor motions.

Source: http://mirrors.ctan.org/biblio/bibtex/base/btxdoc.pdf (entry types and fields)
"""

from functools import lru_cache

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.middlewares.parsestack import default_unparse_stack
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat
from pylatexenc.latexencode import UnicodeToLatexEncoder

from archive.citations.cited import Cited
from archive.citations.names import Name

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

INDENT = "  "

_ENCODER = UnicodeToLatexEncoder(unknown_char_policy="keep", unknown_char_warning=False)


def bibtex(cited: Cited) -> str:
    """The entry: LaTeX's signs escaped, capitals kept, what is doubtful of a date in the note."""
    known = {key: value for key, value in _fields(cited).items() if value}
    entry = Entry("misc", cited.id, [Field(key, value) for key, value in known.items()])
    # The library is ours alone, so that nothing need be copied.
    ways = default_unparse_stack(allow_inplace_modification=True)
    written: str = write_string(Library([entry]), unparse_stack=ways, bibtex_format=_format())
    if cited.date and cited.date.month and not cited.date.doubtful:
        month = MONTHS[cited.date.month - 1]
        written = written.replace(f"\n{INDENT}month = {{{month}}}", f"\n{INDENT}month = {month}")
    return written


def _format() -> BibtexFormat:
    """Lines indented by blanks: tabs would not stay tabs on a page."""
    style = BibtexFormat()  # type: ignore[no-untyped-call]
    style.indent = INDENT
    return style


def _fields(cited: Cited) -> dict[str, str]:
    date = cited.date
    sure = date if date and not date.doubtful else None
    return {
        "author": " and ".join(_name(name) for name in cited.authors),
        "title": f"{{{_tex(cited.title)}}}",
        "howpublished": _tex(_how(cited)),
        "year": f"{date.year:04}" if date else "",
        "month": MONTHS[sure.month - 1] if sure and sure.month else "",
        "day": str(sure.day) if sure and sure.day else "",
        "note": _tex(_note(cited)),
        "publisher": _tex(cited.publisher),
        "url": cited.url,
    }


def _how(cited: Cited) -> str:
    """What it is, its number, and to whom."""
    to = "".join(f" to {name.given} {name.family}" for name in cited.recipients)
    number = f" {cited.number}" if cited.number and cited.kind != "list" else ""
    return f"{cited.genre}{number}{to}"


def _note(cited: Cited) -> str:
    doubt = f"date: {cited.date.spoken}" if cited.date and cited.date.doubtful else ""
    return "; ".join(part for part in (cited.said, cited.details, doubt) if part)


def _name(name: Name) -> str:
    """A person's name turned; a body's in braces, so that nobody turns it."""
    return f"{{{_tex(name.family)}}}" if name.body else _tex(name.turned)


@lru_cache(maxsize=2048)
def _tex(text: str) -> str:
    """A text with LaTeX's signs escaped; kept for a while, as names come again."""
    encoded: str = _ENCODER.unicode_to_latex(text)
    return encoded
