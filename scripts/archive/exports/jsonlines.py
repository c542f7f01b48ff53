"""Owns tables as JSON Lines: an object a row, null where nothing is known. https://jsonlines.org"""

from collections.abc import Sequence

from archive.exports.columns import Row


def as_json_lines(rows: Sequence[Row]) -> bytes:
    """The rows of a table, a line each."""
    return "".join(f"{row.model_dump_json()}\n" for row in rows).encode()
