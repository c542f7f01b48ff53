"""Queries that people judged, and an invented archive to put them to: read from the files here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from archive.archive import Archive
from archive.model.vocabulary import Abbreviation, Person, Topic
from archive.search.documents import Document, Passage

HERE = Path(__file__).parent
SIZE = 10
"""Results that count."""

MUST_NOT = 3
"""Results in which nothing may be that a judgement excludes."""


@dataclass(frozen=True)
class Judged:
    """A query with the grade of each record that is no 0; see the head of judgements.yml."""

    query: str
    grades: dict[str, int]
    excluded: tuple[str, ...] = ()
    best_first: bool = False
    floor: float = 1.0

    def faults(self, found: Sequence[str], gain: float) -> list[str]:
        """What is wrong with the results of the query, best first, and with their nDCG@10."""
        found_grades = [self.grades.get(record, 0) for record in found]
        highest = max(self.grades.values(), default=0)
        shown = ", ".join(found[:MUST_NOT]) or "nothing"
        faults = []
        if gain < self.floor - 1e-9:
            faults.append(f"nDCG@{SIZE} {gain:.3f}, under {self.floor}")
        if self.best_first and found_grades[:1] != [highest]:
            faults.append(f"the first has not grade {highest}")
        faults += [f"{one} is among the first {MUST_NOT}" for one in self._wrong(found)]
        return [f"{self.query}: {fault} (found: {shown})" for fault in faults]

    def _wrong(self, found: Sequence[str]) -> list[str]:
        return [record for record in found[:MUST_NOT] if record in self.excluded]


def judgements(name: str, ids: Iterable[str]) -> list[Judged]:
    """The judged queries of a file, with the whole ids of the records."""
    whole = {id: id for id in ids} | {id[len("2021-06-10-") :]: id for id in ids}
    groups = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return [_judged(plain, whole) for group in groups.values() for plain in group]


def invented_archive(like: Archive) -> tuple[Archive, tuple[Document, ...]]:
    """The vocabularies of records.yml in an archive like another one, and its records."""
    plain = yaml.safe_load((HERE / "records.yml").read_text(encoding="utf-8"))
    archive = replace(
        like,
        letters={},
        motions={},
        people=_entries(Person, plain["people"]),
        topics=_entries(Topic, plain["topics"]),
        abbreviations=_entries(Abbreviation, plain["abbreviations"]),
    )
    records = enumerate(plain["records"].items())
    return archive, tuple(_document(number, id, fields) for number, (id, fields) in records)


def _judged(plain: dict[str, Any], whole: dict[str, str]) -> Judged:
    known = {"query", "grades", "not", "first", "floor"}
    if unknown := plain.keys() - known:
        raise ValueError(f"{plain['query']}: unknown {unknown}")
    return Judged(
        query=plain["query"],
        grades={whole[name]: grade for name, grade in plain["grades"].items()},
        excluded=tuple(whole[name] for name in plain.get("not", ())),
        best_first=plain.get("first", False),
        floor=plain.get("floor", 1.0),
    )


def _entries(kind: Any, plain: dict[str, dict[str, Any]]) -> Any:
    return {id: kind.model_validate(fields) for id, fields in plain.items()}


def _document(number: int, id: str, fields: dict[str, Any]) -> Document:
    day = id[: len("2021-06-10")]
    kind = "motion" if "by" in fields else "letter"
    return Document(
        number=number,
        id=id,
        kind=kind,
        address=f"{kind}s/{id}/",
        title=fields["title"],
        passages=(Passage("p1", 1, fields["text"]),),
        day=day,
        spoken=day,
        topics=tuple(fields.get("topics", ())),
        sender=(fields["from"],) if "from" in fields else (),
        recipients=(fields["to"],) if "to" in fields else (),
        by=(fields["by"],) if "by" in fields else (),
        reference=fields.get("reference"),
    )
