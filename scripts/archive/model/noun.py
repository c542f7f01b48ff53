"""Owns what all nouns of the archive share: frozen, no unknown field, texts that are one line."""

from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_ALLOWED = "small letters a-z, digits and single hyphens"


class Noun(BaseModel):
    """A thing with fields, none of them unknown, none of them changeable."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=False)


def unfit(found: str, wanted: str, allowed: str) -> PydanticCustomError:
    """The error for a value that does not fit, in the words of the archive's problems."""
    words = {"found": found, "wanted": wanted, "allowed": allowed}
    return PydanticCustomError("unfit", "found {found}; wanted {wanted}", words)


def _one_line(text: str) -> str:
    if "\n" in text.strip():
        raise unfit("several lines", "one line of text", "text without a line break")
    if not text.strip():
        raise unfit("nothing", "text", "at least one word, or no such field")
    return text.strip()


def _web_address(text: str) -> str:
    if not text.startswith(("https://", "http://")) or any(c in text for c in " <>\"'\\"):
        allowed = "https://… without spaces or quotation marks"
        raise unfit(f'"{text}"', "a web address", allowed)
    return text


Line = Annotated[
    str, AfterValidator(_one_line), WithJsonSchema({"type": ["string", "number", "boolean"]})
]
"""One line of text with at least one word. An editor may take `2021` or `no` for something else."""

WebAddress = Annotated[str, AfterValidator(_web_address)]
"""An address that starts with https:// or http://."""


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
            raise unfit("nothing", f"the id of a {cls.noun}", ID_ALLOWED)
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
