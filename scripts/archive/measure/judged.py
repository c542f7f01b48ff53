"""Owns a judged collection: texts, queries, and which texts are right for which query; checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from archive.measure.rows import Field, Rows
from archive.problems import Problem, in_order, quoted

DOCUMENT = (
    Field("id", "the document's id"),
    Field("title", "its title"),
    Field("text", "its text"),
    Field("date", "its date", needed=False),
)
QUERY = (Field("id", "the query's id"), Field("text", "the query as typed"))
COLUMNS = ("query id", "document id", "gain")

Judgements = Mapping[str, Mapping[str, int]]
"""For each query id, the gain of documents; 0 and less is: not relevant."""


@dataclass(frozen=True)
class Collection:
    """Queries with the documents that are right for them; each query has at least one."""

    name: str
    documents: Path
    size: int
    queries: Mapping[str, str]
    judgements: Judgements


def read_collection(
    documents: Path, queries: Path, judgements: Path
) -> Collection | tuple[Problem, ...]:
    """The collection in three files, or everything that is wrong with them.

    Queries for which no document is right are left out: nothing can be measured by them.
    """
    texts, asked, judged = Rows(documents), Rows(queries), Rows(judgements)
    ids = {value["id"] for value in texts.objects(DOCUMENT)}
    typed = {value["id"]: value["text"] for value in asked.objects(QUERY)}
    gains = _judgements(judged, set(typed), ids)
    useful = {id: given for id, given in gains.items() if max(given.values()) > 0}
    if not useful and not judged.problems:
        judged.wrong(1, 1, "no document that is right", "at least one", "a gain above 0")
    if problems := in_order([*texts.problems, *asked.problems, *judged.problems]):
        return problems
    name = f"{queries.resolve().parent.name}/{queries.name.partition('.')[0]}"
    chosen = {id: text for id, text in typed.items() if id in useful}
    return Collection(name, documents, len(ids), chosen, useful)


def _judgements(rows: Rows, queries: set[str], documents: set[str]) -> dict[str, dict[str, int]]:
    """The gains in a file of three columns, whose first line may name them."""
    gains: dict[str, dict[str, int]] = {}
    for number, line in rows.lines():
        row = line.split("\t")
        if number == 1 and len(row) == len(COLUMNS) and not _is_number(row[-1]):
            continue
        if _right_row(rows, number, row, queries, documents):
            given = gains.setdefault(row[0], {})
            if row[1] in given:
                found = f"{quoted(row[1])} again for the query {quoted(row[0])}"
                rows.wrong(number, len(row[0]) + 2, found, "each pair once", "one gain")
            given[row[1]] = int(row[2])
    return gains


def _right_row(
    rows: Rows, number: int, row: list[str], queries: set[str], documents: set[str]
) -> bool:
    """Whether a line can be used; what is wrong with it is noted."""
    if len(row) != len(COLUMNS):
        found = f"{len(row)} columns" if len(row) > 1 else quoted(row[0])
        rows.wrong(number, 1, found, ", ".join(COLUMNS), "a tab between two of them")
        return False
    right = (
        (row[0] in queries, "the id of a query", "the ids of the queries' file"),
        (row[1] in documents, "the id of a document", "the ids of the documents' file"),
        (_is_number(row[2]), "how right the document is", "a whole number"),
    )
    column = 1
    for cell, (fits, wanted, allowed) in zip(row, right, strict=True):
        if not fits:
            rows.wrong(number, column, quoted(cell), wanted, allowed)
        column += len(cell) + 1
    return all(fits for fits, *_ in right)


def _is_number(text: str) -> bool:
    return text.strip().removeprefix("-").isdecimal()
