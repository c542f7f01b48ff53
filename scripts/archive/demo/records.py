"""Owns the files of an invented record: its fields and words, and its kept source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from archive.demo.matters import known
from archive.demo.texts import Text
from archive.demo.turns import one_in
from archive.drafting.draft import digest, source_file
from archive.drafting.yamlwriter import Value, fields_yaml
from archive.outputs import Output

_ARRIVAL = timedelta(days=30)
_EVERY, _AT = 9, 7
"""Of every nine days of a month, those of which a record has been corrected."""
NOTE = "Invented, like everything in this archive."


@dataclass(frozen=True)
class Made:
    """A record that was made; its words are none where they are not held."""

    folder: str
    id: str
    day: date
    fields: Mapping[str, Value]
    text: Text | None

    def outputs(self) -> Iterator[Output]:
        """The record's file, in a folder of its year, and its kept source."""
        top, _, below = self.folder.partition("/")
        place = f"{self.folder}/{self.id}.md" if below else f"{top}/{self.day.year}/{self.id}.md"
        fields = dict(self.fields) | _corrected(self.day)
        if self.text:
            fields |= self.text.declared | {"source": _source(self.id, self.day, self.text)}
            yield Output(f"{top}/{source_file(self.id)}", self.text.source.encode())
        body = self.text.raw if self.text else ""
        yield Output(place, f"---\n{fields_yaml(fields)}---\n{body}".encode())


def noted(number: int) -> dict[str, Value]:
    """A note that one record in nine has."""
    return {"note": NOTE} if one_in(9, number, 4) else {}


def _source(id: str, day: date, text: Text) -> Value:
    fields: dict[str, Value] = {"file": source_file(id), "sha256": digest(text.source)}
    if text.original:
        fields["original_sha256"] = digest(text.original)
    fields["received"] = known(day + _ARRIVAL, "day")
    if day.day % 2:
        fields["compared"] = known(day + 2 * _ARRIVAL, "day")
        fields["compared_by"] = "E. V."
    if day.day % 3:
        fields["origin"] = {"title": f"Paper {id}", "url": f"https://papers.vellmoor.example/{id}"}
    return fields


def _corrected(day: date) -> dict[str, Value]:
    """A mistake that was put right, which the records of some days have."""
    if day.day % _EVERY != _AT:
        return {}
    mistake: dict[str, Value] = {
        "date": known(day + 3 * _ARRIVAL, "day"),
        "what": "A word was wrong.",
    }
    return {"corrections": [mistake | {"why": NOTE}]}
