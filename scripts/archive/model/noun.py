"""Owns what all nouns of the archive share: frozen, no unknown field, texts that are one line."""

import re
from functools import cache
from typing import Annotated, Any, ClassVar, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_ALLOWED = "small letters a-z, digits and single hyphens"


_put = object.__setattr__


class Noun(BaseModel):
    """A thing with fields, none of them unknown, none of them changeable."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=False)

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Have its kind know the names of its fields, for `light`: after some nouns it learns none.

        Source: `init_inline_values` of CPython 3.11, in Objects/dictobject.c.
        """
        first = cls.__new__(cls)
        for name in cls.model_fields:
            _put(first, name, None)


N = TypeVar("N", bound=Noun)


def light(noun: N) -> N:
    """The same noun in less than half of the memory, as are those within it.

    As pydantic makes one, it has a dictionary of its own and a set of the names of fields that were
    given. Made anew name by name, it shares the names with all others of its kind
    (https://peps.python.org/pep-0412/); which fields were given is no longer known.
    """
    kind, values = type(noun), noun.__dict__
    for name in _leading_on(kind):
        if value := values[name]:  # most are left out
            many = isinstance(value, tuple)
            values[name] = tuple(map(light, value)) if many else light(value)
    alike = kind.__new__(kind)
    for name, value in values.items():
        _put(alike, name, value)
    for name, value in _OF_PYDANTIC:
        _put(alike, name, value)
    return alike


_OF_PYDANTIC = (
    ("__pydantic_fields_set__", set[str]()),
    ("__pydantic_extra__", None),
    ("__pydantic_private__", None),
)
"""What each of its models has beside its fields."""


@cache
def _leading_on(kind: type[Noun]) -> tuple[str, ...]:
    """The fields of a kind of noun that have nouns, or lists of them."""
    return tuple(name for name, info in kind.model_fields.items() if _has_nouns(info.annotation))


def _has_nouns(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Noun):
        return True
    return any(map(_has_nouns, get_args(annotation)))


def unfit(found: str, wanted: str, allowed: str) -> PydanticCustomError:
    """The error for a value that does not fit, in the words of the archive's problems.

    An empty `found` stands for the value itself.
    """
    words = {"found": found, "wanted": wanted, "allowed": allowed}
    return PydanticCustomError("unfit", "found {found}; wanted {wanted}", words)


def _some_words(text: str) -> str:
    words = text.strip()
    if not words or text in ("~", "null"):
        raise unfit("", "text", "at least one word, or no such field")
    return words


LONGEST_LINE = 1_000
"""Characters of a title, a name, a summary or a quotation; real ones have a few hundred at most."""


def _one_line(text: str) -> str:
    if "\n" in text:
        raise unfit("several lines", "one line of text", "text without a line break")
    if len(text) > LONGEST_LINE:
        found, allowed = f"{len(text):,} characters", f"at most {LONGEST_LINE:,} characters"
        raise unfit(found, "one line of text", allowed)
    return text


_WEB_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?([/?#][^\s<>\"'\\]*)?")
_DIGITS = re.compile("[0-9]{1,6}")


def _web_address(text: str) -> str:
    if not _WEB_ADDRESS.fullmatch(text):
        allowed = "https://… without spaces or quotation marks; the host in plain letters a-z"
        raise unfit("", "a web address", allowed)
    return text


def _true_or_false(value: object) -> object:
    if isinstance(value, str) and value not in ("true", "false"):
        raise unfit("", "true or false", "true, false")
    return value


def _digits(value: object) -> object:
    if isinstance(value, str) and not _DIGITS.fullmatch(value):
        raise unfit("", "a number", "digits only, as in 12")
    return value


Whether = Annotated[bool, BeforeValidator(_true_or_false)]
"""Yes or no, written true or false."""

Number = Annotated[int, BeforeValidator(_digits)]
"""A whole number, written with digits only."""

Text = Annotated[
    str, AfterValidator(_some_words), WithJsonSchema({"type": ["string", "number", "boolean"]})
]
"""Text with at least one word. An editor may take `2021` or `no` for something else."""

Line = Annotated[Text, AfterValidator(_one_line)]
"""One line of text with at least one word."""

WebAddress = Annotated[str, AfterValidator(_web_address)]
"""An address that starts with https:// or http://."""


def with_article(noun: str) -> str:
    """`a letter`, `an office`."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


class Reference(str):
    """The id of another noun; `noun` says of which kind, so that every link can be checked."""

    noun: ClassVar[str] = "record"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: type[Any], _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls._checked, core_schema.str_schema(), json_schema_input_schema=_ID_SCHEMA
        )

    @classmethod
    def _checked(cls, text: str) -> "Reference":
        if not text:
            raise unfit("", f"the id of {with_article(cls.noun)}", ID_ALLOWED)
        return cls(text)


_ID_SCHEMA = core_schema.str_schema(pattern=ID_PATTERN)


class LetterId(Reference):
    """The id of a letter: its file name without `.md`."""

    noun = "letter"


class MotionId(Reference):
    """The id of a motion: its file name without `.md`."""

    noun = "motion"


class MeetingId(Reference):
    """The id of a meeting: its key in motions/meetings.yml."""

    noun = "meeting"


class TopicId(Reference):
    """The id of a topic: its key in motions/topics.yml."""

    noun = "topic"


class PersonId(Reference):
    """The id of a person: their key in letters/people.yml."""

    noun = "person"


class OfficeId(Reference):
    """The id of an office or body: its key under extra.archive.offices in mkdocs.yml."""

    noun = "office"
