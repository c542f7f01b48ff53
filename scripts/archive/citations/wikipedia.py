"""Owns a citation as a template of the English Wikipedia.

`{{Cite letter}}` has the recipient and the subject, `{{Cite web}}` (Citation Style 1) all that is
needed of a motion or a list. Its dates may be a day, a month, a year or `c. 2018`.
Sources: https://en.wikipedia.org/wiki/Template:Cite_letter,
https://en.wikipedia.org/wiki/Help:Citation_Style_1#Dates
"""

from collections.abc import Mapping

from archive.citations.cited import Cited
from archive.citations.names import Name
from archive.model.dates import PartialDate

_SIGNS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "<>[]{|}"} | {"&": "&amp;"})
"""What means something to a wiki, written so that it does not."""


def wikipedia(cited: Cited) -> str:
    """A template with the fields that are known."""
    return _letter(cited) if cited.kind == "letter" else _web(cited)


def _letter(cited: Cited) -> str:
    [sender], [recipient] = cited.authors, cited.recipients
    fields = _author(sender) | {
        "recipient": f"{recipient.given} {recipient.family}".strip(),
        "subject": cited.title,
        "date": _date(cited.date),
        "publisher": cited.publisher,
        "id": cited.number or "",
    }
    return _template("Cite letter", fields, cited.url)


def _web(cited: Cited) -> str:
    [author] = cited.authors
    fields = _author(author) | {
        "title": cited.title,
        "type": cited.genre,
        "date": _date(cited.date),
        "website": cited.publisher,
        "id": _number(cited),
    }
    return _template("Cite web", fields, cited.url)


def _number(cited: Cited) -> str:
    """A motion's number in its meeting, or the commit of a list."""
    if cited.kind == "list":
        return f"commit {cited.number}" if cited.number else ""
    number = f"No. {cited.number}" if cited.number else ""
    return ", ".join(part for part in (number, cited.event) if part)


def _author(name: Name) -> dict[str, str]:
    if name.given:
        return {"last": name.family, "first": name.given}
    return {"author": name.family}


def _date(date: PartialDate | None) -> str:
    if date is None:
        return ""
    return f"c. {date.year}" if date.doubtful else date.spoken


def _template(name: str, fields: Mapping[str, str], url: str) -> str:
    known = {key: _plain(value) for key, value in fields.items() if value} | {"url": url}
    return " |".join([f"{{{{{name}", *(f"{key}={value}" for key, value in known.items())]) + "}}"


def _plain(text: str) -> str:
    """Words as words; two apostrophes would begin italics."""
    return text.translate(_SIGNS).replace("''", "&#39;&#39;")
