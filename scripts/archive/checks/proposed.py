"""Owns keeping unpublished what nobody has looked at since `archive add` proposed it."""

from collections.abc import Iterator

from archive.problems import Problem, quoted
from archive.records import AnyRecord

_WANTED = "a field that somebody has looked at"
_ALLOWED = "take its name out of proposed once it is right"
_NO_FIELD = "the name of a field of this record"


def proposed_problems(record: AnyRecord) -> Iterator[Problem]:
    """A problem for each name that a record has under `proposed`."""
    for index, name in enumerate(record.noun.proposed if record.noun else ()):
        here = record.fields.at(("proposed", index))
        place = (record.path, here.line, here.column)
        if name in record.typed.keys and name != "proposed":
            yield Problem(*place, f"{quoted(name)} proposed by archive add", _WANTED, _ALLOWED)
        else:
            yield Problem(*place, f"{quoted(name)}, which is no field here", _NO_FIELD, _ALLOWED)
