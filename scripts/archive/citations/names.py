"""Owns how citations name authors: a person by family and given names, a body as it is."""

from dataclasses import dataclass

from archive.model.vocabulary import Person


@dataclass(frozen=True)
class Name:
    """The name of a person, or of a body: then all of it is `family`, and nothing is to be turned.

    Source: https://docs.citationstyles.org/en/stable/specification.html#names
    """

    family: str
    given: str = ""
    body: bool = False

    @property
    def turned(self) -> str:
        """`Khan, Sadiq`; a body's name as it is."""
        return f"{self.family}, {self.given}" if self.given else self.family


def person_name(person: Person) -> Name:
    """A name split before its last word, or before the first particle in small letters.

    Documents give no family name apart: `Ludwig van Dyke` is van Dyke, Ludwig.
    """
    words = person.name.split()
    particles = (at for at, word in enumerate(words) if at and word[0].islower())
    at = next(particles, len(words) - 1)
    return Name(" ".join(words[at:]), " ".join(words[:at]))


def body_name(name: str) -> Name:
    """The name of a body or of the archive."""
    return Name(name, body=True)
