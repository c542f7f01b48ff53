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
    """A person's family and given names, as the vocabulary of people has them.

    Where it does not say, the family name begins with the first particle in small letters, or is
    the last word: `Ludwig van Dyke` is van Dyke, Ludwig.
    """
    family = person.family_name or _ending(person.name.split())
    last = person.name.endswith(f" {family}")
    given = person.name.removesuffix(family) if last else person.name.removeprefix(family)
    return Name(family, given.strip())


def _ending(words: list[str]) -> str:
    particles = (at for at, word in enumerate(words) if at and word[0].islower())
    return " ".join(words[next(particles, len(words) - 1) :])


def body_name(name: str) -> Name:
    """The name of a body or of the archive."""
    return Name(name, body=True)
