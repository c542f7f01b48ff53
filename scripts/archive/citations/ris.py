"""Owns a citation as RIS: a letter is `PCOMM`, a motion `GOVDOC`, a list of ours `ELEC`.

In `PCOMM` the field A2 is the recipient. A date is YYYY/MM/DD/other, with what is not known empty.
Source: https://en.wikipedia.org/wiki/RIS_(file_format) and the RefMan specification it names
"""

from typing import Any

import rispy

from archive.citations.cited import Cited
from archive.model.dates import PartialDate

_TYPES = {"letter": "PCOMM", "motion": "GOVDOC", "list": "ELEC"}


def ris(cited: Cited) -> str:
    """The record of one citation."""
    record: dict[str, Any] = {
        "type_of_reference": _TYPES[cited.kind],
        "id": cited.id,
        "authors": [name.turned for name in cited.authors],
        "secondary_authors": [name.turned for name in cited.recipients],
        "title": cited.title,
        "year": f"{cited.date.year:04}" if cited.date else None,
        "date": _date(cited.date) if cited.date else None,
        "number": cited.number,
        "type_of_work": cited.genre,
        "name_of_database": cited.publisher,
        "language": cited.language,
        "urls": [cited.url],
        "notes": [part for part in (cited.said, cited.details) if part],
    }
    written: str = rispy.dumps([{key: value for key, value in record.items() if value}])
    # The library numbers records; the specification knows no such line.
    return written.removeprefix("1.\n")


def _date(date: PartialDate) -> str:
    month, day = (f"{part:02}" if part else "" for part in (date.month, date.day))
    return f"{date.year:04}/{month}/{day}" + ("/doubtful" if date.doubtful else "")
