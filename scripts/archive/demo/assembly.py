"""Owns the invented assembly: its configuration, its offices, and who held which on a day."""

import random
from collections.abc import Iterator
from datetime import date
from itertools import product

from archive.demo.turns import one_in
from archive.drafting.yamlwriter import Value

CHAIR = "chair-of-the-vellmoor-assembly"
WARDEN = "warden-of-vellmoor"
WATCH = "vellmoor-watch"
ADDRESSEES = (WARDEN, WATCH, "vellmoor-ferries")
PUBLIC_ADDRESS = "letters@vellmoor.example"
"""An address that stands in letters and is everybody's, not a person's."""

SITE = """\
# Made by `archive demo`. No such assembly, people, places or texts exist.

site_name: Synthetic archive of the Vellmoor Assembly
site_url: https://vellmoor.example/
repo_url: https://git.example.org/vellmoor/archive
edit_uri: edit/records/

extra:
  archive:
    body: Vellmoor Assembly
    replies_from: the Warden of Vellmoor
    tagline: Invented records, made by a program, to try and to measure with. Nothing here is real.
    not_held: Nothing is missing, since all of it was invented.
    texts_licence: None is needed, as nobody wrote these texts.
    offices:
      chair-of-the-vellmoor-assembly: Chair of the Vellmoor Assembly
      vellmoor-ferries: Vellmoor Ferries
      vellmoor-watch: Vellmoor Watch
      warden-of-vellmoor: Warden of Vellmoor
    official_list: https://vellmoor.example/motions
    corrections_email: corrections@vellmoor.example
    language: en-GB
    country: GB
    timezone: Europe/London
    security: {contact: "https://vellmoor.example/security", expires: 2030-12-31}
    holidays: GB-ENG
"""

SEATS = 24
YEARS_OF_A_TERM = 4
STAY = 16
"""So many members are members of the next assembly too."""

_NAMES = """
    Aldreth Bramina Corwith Dellamy Eswin Faramond Gwenda Hollis Iveth Jorun Kestrel Linnet Merrin
    Norrey Oswin Perrin Quenby Rosmer Sorrel Tamsel Ulric Verrin Wenlock Yestin

    Brack Thorn Quill Marl Fenn Oster Wick Tarn Heath Sedge Gorse Lark Plover Rush

    mere spindle wether combe hallow dross ferry latch bourne withy garth croft
"""
"""Given names, then the two parts of family names."""


class Assembly:
    """Members, Chairs and Wardens from one day to another; people by id, with their fields."""

    def __init__(self, chance: random.Random, first: date, last: date) -> None:
        self.people: dict[str, dict[str, Value]] = {}
        self._names = _names(chance)
        self._first = first.year
        terms = (last.year - first.year) // YEARS_OF_A_TERM + 1
        self._terms = list(self._elected(terms))
        self._wardens = [self._person() for _ in range(terms)]
        self.watch = self._person()
        self._tell_offices()

    def members(self, day: date) -> list[str]:
        """The ids of the members on a day; the first of them has the chair in the first year."""
        return self._terms[self._term(day.year)]

    def chair(self, day: date) -> str:
        """Who has the chair in the year of a day."""
        return self.members(day)[(day.year - self._first) % YEARS_OF_A_TERM]

    def warden(self, day: date) -> str:
        """Who is Warden on a day."""
        return self._wardens[self._term(day.year)]

    def name(self, person: str) -> str:
        """A name as a letter has it."""
        fields = self.people[person]
        parts = (fields.get(part) for part in ("before_name", "name", "after_name"))
        return " ".join(str(part) for part in parts if part)

    def given_name(self, person: str) -> str:
        """The name by which those who know somebody address them."""
        return str(self.people[person]["name"]).split()[0]

    def _term(self, year: int) -> int:
        return min((year - self._first) // YEARS_OF_A_TERM, len(self._terms) - 1)

    def _elected(self, terms: int) -> Iterator[list[str]]:
        members: list[str] = []
        for _ in range(terms):
            stay = members[-STAY:]
            members = stay + [self._person("MVA") for _ in range(SEATS - len(stay))]
            yield members

    def _person(self, after: str = "") -> str:
        name = next(self._names)
        given, family = name.split()
        fields: dict[str, Value] = {"name": name}
        count = len(self.people)
        if one_in(5, count, 1):
            fields["before_name"] = "Dr"
        if one_in(4, count, 3):
            fields["family_name"] = family
        if after:
            fields["after_name"] = after
        if one_in(7, count, 2):
            fields["other_names"] = [f"{given[0]}. {family}", f"{given} {family}-Vell"]
        id = name.lower().replace(" ", "-")
        if one_in(3, count):
            fields["official_page"] = f"https://vellmoor.example/people/{id}"
        self.people[id] = fields
        return id

    def _tell_offices(self) -> None:
        held: dict[str, list[Value]] = {}
        for term, (members, warden) in enumerate(zip(self._terms, self._wardens, strict=True)):
            begun = self._first + term * YEARS_OF_A_TERM
            held.setdefault(warden, []).append(_tenure(WARDEN, begun, YEARS_OF_A_TERM))
            for at, member in enumerate(members[:YEARS_OF_A_TERM]):
                held.setdefault(member, []).append(_tenure(CHAIR, begun + at, 1))
        held[self.watch] = [{"office": WATCH}]
        for person, offices in held.items():
            self.people[person]["offices"] = offices


def _tenure(office: str, begun: int, years: int) -> Value:
    return {"office": office, "since": f"{begun}-01-01", "until": f"{begun + years - 1}-12-31"}


def _names(chance: random.Random) -> Iterator[str]:
    """Every name that can be made, each once, in an order by chance."""
    parts = [part.split() for part in _NAMES.split("\n\n")]
    names = [f"{given} {a}{b}" for given, a, b in product(*parts)]
    chance.shuffle(names)
    yield from names
