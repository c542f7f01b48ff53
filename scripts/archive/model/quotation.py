"""Owns a quotation: the words of a text, exactly as it has them, and which of several places."""

from typing import Annotated, Any

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from archive.model.noun import Line, Noun, Number, unfit

ALLOWED = (
    "WORDS, in quotation marks if they begin with [ or { or have a colon and a space in them;"
    " or {words: WORDS, occurrence: 2} where they stand there more than once"
)


class Quotation(Noun):
    """Words quoted from a text; written as a text alone where they stand in it only once."""

    words: Annotated[Line, Field(description="The words, exactly as the text has them")]
    occurrence: Annotated[
        Number | None,
        Field(ge=1, description="Which of the places that have them, counted from 1"),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _words_alone(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"words": value}
        if not isinstance(value, dict) or not {"words", "occurrence"} & set(value):
            raise unfit("", "words of the text", ALLOWED)
        return value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """A text, or a group of fields."""
        text = {"type": ["string", "number", "boolean"]}
        return {"anyOf": [text, handler.resolve_ref_schema(handler(core))]}

    def __str__(self) -> str:
        return self.words
