"""How people's names are turned: as the vocabulary says, else by their last word."""

import pytest

from archive.citations.names import person_name
from archive.model.vocabulary import Person


@pytest.mark.parametrize(
    ("name", "family", "turned"),
    [
        ("Sadiq Khan", None, "Khan, Sadiq"),
        ("Ludwig van Dyke", None, "van Dyke, Ludwig"),
        ("Ana María García Lorca", "García Lorca", "García Lorca, Ana María"),
        ("Yusuf al-Hakam ibn Sina", "al-Hakam ibn Sina", "al-Hakam ibn Sina, Yusuf"),
        ("Li Wei", "Li", "Li, Wei"),
        ("Plato", None, "Plato"),
        ("Plato", "Plato", "Plato"),
    ],
)
def test_a_name_is_turned_at_its_family_name(name: str, family: str | None, turned: str) -> None:
    person = Person.model_validate({"name": name, "family_name": family})
    assert person_name(person).turned == turned
