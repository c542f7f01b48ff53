"""Owns what a published table is made of: rows of a declared type, and what each column means.

These types are not those of the records: the records may change, public data must not by accident.
A test compares every column with `tests/exports/dictionary.json`.
"""

from dataclasses import dataclass
from typing import Annotated, Any, Literal, Self, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

from archive.model.dates import PartialDate

EDITORIAL = "editorial_"
"""How the name of each column begins that holds what an editor says, and no source."""

Kind = Literal["string", "integer", "boolean"]
Value = str | int | bool | None
Precision = Literal["day", "month", "year", "doubtful day", "doubtful month", "doubtful year"]

_KINDS: dict[type, Kind] = {str: "string", int: "integer", bool: "boolean"}


def column(description: str, references: str | None = None) -> Any:
    """A column: what it holds, and the table whose ids it holds, if it does."""
    extra: dict[str, Any] | None = {"references": references} if references else None
    return Field(description=description, json_schema_extra=extra)


DatePrecision = Annotated[
    Precision | None, column("How much of the date before is known, and whether it is in doubt")
]


class Row(BaseModel):
    """A line of a table; its `id` is that of no other line."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", json_schema_serialization_defaults_required=True
    )

    id: Annotated[str, column("The id of this row; that of a record never changes")]

    @classmethod
    def of(cls, **values: object) -> Self:
        """A row of these values; raises ValidationError where they are not as declared."""
        return cls.model_validate(values)


@dataclass(frozen=True)
class Column:
    """What is declared of a column; `allowed` are its only values, where there are few."""

    name: str
    kind: Kind
    needed: bool
    references: str | None
    allowed: tuple[str, ...]
    description: str

    @property
    def editorial(self) -> bool:
        """Whether it holds what an editor says."""
        return self.name.startswith(EDITORIAL)


def columns_of(row: type[Row]) -> tuple[Column, ...]:
    """The columns of a type of row, in their order."""
    return tuple(_column(name, info) for name, info in row.model_fields.items())


def _column(name: str, info: FieldInfo) -> Column:
    kinds = _options(info.annotation)
    values = tuple(v for option in kinds if get_origin(option) is Literal for v in get_args(option))
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    return Column(
        name=name,
        kind=_KINDS[type(values[0]) if values else kinds[0]],
        needed=type(None) not in _options(info.annotation, with_none=True),
        references=str(extra["references"]) if "references" in extra else None,
        allowed=values,
        description=info.description or "",
    )


def _options(annotation: Any, with_none: bool = False) -> tuple[Any, ...]:
    """The types that a value may have."""
    plain = get_origin(annotation) in (None, Literal)
    options = (annotation,) if plain else get_args(annotation)
    return tuple(option for option in options if with_none or option is not type(None))


def dated(name: str, date: PartialDate | None) -> dict[str, str | None]:
    """The two columns of a date: as far as it is known, and how far that is."""
    if date is None:
        return {name: None, f"{name}_precision": None}
    part = "day" if date.day else "month" if date.month else "year"
    return {name: date.iso, f"{name}_precision": f"doubtful {part}" if date.doubtful else part}
