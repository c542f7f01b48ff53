"""Owns the forms in which a citation is offered, and the files of those that programs read."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from archive.citations.bibtex import bibtex
from archive.citations.cited import Cited
from archive.citations.csl import Item, csl_item, csl_json, doubt_in_words
from archive.citations.plain import plain
from archive.citations.ris import ris
from archive.citations.styles import Styles
from archive.citations.wikipedia import wikipedia
from archive.outputs import Output


@dataclass(frozen=True)
class Form:
    """A citation in one form: its id and name, its text as HTML, and the address of its file."""

    id: str
    name: str
    text: Markup
    file: str | None = None
    code: bool = False


NAMES = {"apa": "APA", "chicago": "Chicago", "oscola": "OSCOLA"}
"""What readers call the printed styles."""


def printed_items(cited: Cited) -> dict[str, Item]:
    """What each of the printed styles is given to write."""
    item = csl_item(cited)
    return {"apa": item, "chicago": item, "oscola": doubt_in_words(item, cited.date)}


def forms(cited: Cited, styles: Styles) -> tuple[Form, ...]:
    """All forms of a citation: to be read first, then those that programs read."""
    printed = printed_items(cited)
    return (
        Form("plain", "Plain", escape(plain(cited))),
        *(Form(name, NAMES[name], styles.written(name, printed[name])) for name in NAMES),
        Form("wikipedia", "Wikipedia", escape(wikipedia(cited)), code=True),
        *_read_by_programs(cited),
    )


def _read_by_programs(cited: Cited) -> Iterator[Form]:
    names = {"bib": ("bibtex", "BibTeX"), "ris": ("ris", "RIS"), "csl.json": ("csl", "CSL-JSON")}
    for suffix, text in _files(cited).items():
        form, name = names[suffix]
        yield Form(form, name, escape(text.strip()), file_address(cited, suffix), code=True)


def file_address(cited: Cited, suffix: str) -> str:
    """Where a file stands: beside the page, whose address it has without the last slash."""
    return f"{cited.address.rstrip('/')}.{suffix}"


def citation_outputs(cited: Cited) -> Iterator[Output]:
    """The files of a citation, beside its page."""
    for suffix, text in _files(cited).items():
        yield Output(file_address(cited, suffix), text.encode())


def _files(cited: Cited) -> dict[str, str]:
    return {"bib": bibtex(cited), "ris": ris(cited), "csl.json": csl_json(cited)}
