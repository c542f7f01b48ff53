"""Owns a citation as CSL-JSON, which reference managers read and the printed styles are made of.

Source: https://docs.citationstyles.org/en/stable/specification.html and its csl-data.json.
A letter is a `personal_communication`, the type for letters. A motion is none of CSL's legal
types: their printed forms leave out who said it and the day (a bill's and a regulation's), or
call it a hearing's testimony. Its form as a `webpage` has the author, "Motion No. 2", the whole
date, this archive and the address; and a page of this archive is what the reader has before him.
"""

import json
from typing import Any

from archive.citations.cited import Cited
from archive.citations.names import Name
from archive.model.dates import PartialDate

Item = dict[str, Any]

_TYPES = {"letter": "personal_communication", "motion": "webpage", "list": "webpage"}
_CONTAINER = {"letter": "archive", "motion": "container-title", "list": "container-title"}
"""Where the archive's name goes: who cites a letter names where it is kept."""


def csl_item(cited: Cited) -> Item:
    """A citation as an item of CSL-JSON; what is not known is left out."""
    item = {
        "id": cited.id,
        "type": _TYPES[cited.kind],
        "genre": cited.genre,
        "title": cited.title,
        "author": [_name(name) for name in cited.authors],
        "recipient": [_name(name) for name in cited.recipients],
        "issued": _date(cited.date) if cited.date else None,
        "number" if cited.kind != "list" else "version": cited.number,
        "event-title": cited.event,
        _CONTAINER[cited.kind]: cited.publisher,
        "URL": cited.url,
        "language": cited.language,
        "note": f"{cited.said}; {cited.details}" if cited.details else cited.said,
    }
    return {key: value for key, value in item.items() if value}


def csl_json(cited: Cited) -> str:
    """The file of one item that reference managers read: a list of one, a line for each field."""
    item = csl_item(cited).items()
    lines = (f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in item)
    return "[{\n" + ",\n".join(lines) + "\n}]\n"


def doubt_in_words(item: Item, date: PartialDate | None) -> Item:
    """An item for a style that has no sign for a doubtful date: it is written out."""
    return item | {"issued": {"literal": date.spoken}} if date and date.doubtful else item


def _name(name: Name) -> dict[str, str]:
    if name.body:
        return {"literal": name.family}
    parts = {"family": name.family, "given": name.given}
    return {key: part for key, part in parts.items() if part}


def _date(date: PartialDate) -> Item:
    """A date with as many parts as are known; a doubtful one is `circa`."""
    parts = [part for part in (date.year, date.month, date.day) if part]
    return {"date-parts": [parts]} | ({"circa": True} if date.doubtful else {})
