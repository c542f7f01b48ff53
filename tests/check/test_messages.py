"""What messages say, and what they keep to themselves."""

from collections.abc import Iterator

import pytest

from archive.checks.privacy import masked
from archive.fields import FORMS
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.vocabulary import Meeting
from archive.settings import Settings

DATES = r"^\d{4}(-\d\d(-\d\d)?)?\??$"
"""The pattern of a date is for editors; the archive reads dates itself."""


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ('"write to noor@marlbeck.example"', '"write to [an e-mail address]"'),
        ('"write to noor@marlbe…"', '"write to [personal data]'),
        ('"ring 020 7946 0018."', '"ring [a telephone number]."'),
        ('"ring 020 7946 0…"', '"ring [personal data]"'),
        ('"12 Nether Row, SW1A 0ZZ"', '"[a postal address], [a postcode]"'),
        ("a value that begins with @", "a value that begins with @"),
        ('"2021-09-22"; "a5db787271a47a3a…"', '"2021-09-22"; "a5db787271a47a3a…"'),
    ],
)
def test_messages_do_not_repeat_personal_data(message: str, shown: str) -> None:
    assert masked(message, "GB") == shown


def patterns(schema: object) -> Iterator[str]:
    """Every pattern of a JSON Schema."""
    if isinstance(schema, dict):
        yield from (value for key, value in schema.items() if key == "pattern")
        schema = list(schema.values())
    for part in schema if isinstance(schema, list) else []:
        yield from patterns(part)


@pytest.mark.parametrize("kind", [Letter, Motion, Meeting, Settings])
def test_every_pattern_of_the_model_is_explained(
    kind: type[Letter | Motion | Meeting | Settings],
) -> None:
    assert set(patterns(kind.model_json_schema())) - {DATES} <= set(FORMS)
