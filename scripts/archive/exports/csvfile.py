"""Owns tables as CSV that spreadsheets open safely: UTF-8 with its mark, and no cell a formula.

As RFC 4180 says: commas, CRLF, quotation marks doubled. A spreadsheet takes a text that begins
with one of SIGNS for a formula, so that such a text gets an apostrophe in front, and so does one
that begins with an apostrophe: taking one apostrophe off a cell's beginning always gives the text.
Source of the signs: https://owasp.org/www-community/attacks/CSV_Injection
"""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from archive.exports.columns import Value
from archive.exports.tables import Table

SIGNS = tuple("=+-@\t\r\n＝＋－＠'")  # noqa: RUF001  (wide signs are formulas in some languages)
MARK = "\ufeff"
"""Tells spreadsheets that the file is UTF-8."""


def write_csv(path: Path, table: Table, rows: Iterable[Mapping[str, Value]]) -> None:
    """Write a table with its header; each row has its values in the order of the columns."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(MARK)
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(table.row.model_fields)
        writer.writerows(map(_cell, row.values()) for row in rows)


def _cell(value: Value) -> Value:
    """A value as it stands in a cell; true and false as they are written in JSON."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(SIGNS):
        return f"'{value}"
    return value
