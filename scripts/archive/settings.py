"""Owns what a body decides about its archive: the part of mkdocs.yml that is its own."""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated
from zoneinfo import available_timezones

from holidays import country_holidays, list_supported_countries
from pydantic import AfterValidator, Field, StringConstraints

from archive.fields import build
from archive.files import File
from archive.model.dates import PartialDate
from archive.model.noun import ID_PATTERN, Line, Noun, WebAddress, unfit
from archive.nodes import Node
from archive.problems import Problem
from archive.yamltext import read_yaml

PATH = "mkdocs.yml"
VARIABLES = ("SITE_URL", "REPO_URL")
"""The only environment variables that `!ENV` may name: what whoever publishes knows best."""


OfficeKey = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Address = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]


def _known_calendar(code: str | None) -> str | None:
    """A code whose public holidays the library knows."""
    if code is None:
        return None
    country, _, part = code.partition("-")
    parts = _parts_of(country)
    if parts is None or (part and part not in parts):
        codes = ", ".join([country, *(f"{country}-{one}" for one in parts or ())])
        allowed = "the code of a country or a part, as GB or GB-ENG" if parts is None else codes
        raise unfit("", "a known ISO 3166-2 code", allowed)
    return code


def _parts_of(country: str) -> Sequence[str] | None:
    """The codes of a country's parts; None where the library knows no such country.

    To ask it for all that it knows takes longer than to ask for the country of a usual code.
    """
    if not re.fullmatch("[A-Z]{2}", country):
        return list_supported_countries().get(country)
    try:
        return country_holidays(country).subdivisions
    except NotImplementedError:
        return None


def _whole_day(day: PartialDate) -> PartialDate:
    """A date of which the day is known."""
    if not day.whole:
        raise unfit("", "a day that is known", "a whole date, as 2027-06-30")
    return day


def _page_or_address(contact: str) -> str:
    """A contact that RFC 9116 can name: a page that nobody can change on the way, or an address."""
    if not re.fullmatch(r"https://\S+|[^@\s:]+@[^@\s]+\.[^@\s]+", contact):
        allowed = "https://…, or the address alone"
        raise unfit("", "a web page or an e-mail address", allowed)
    return contact


class Security(Noun):
    """Whom to tell of a security problem of the site: RFC 9116."""

    contact: Annotated[
        str,
        AfterValidator(_page_or_address),
        Field(description="A web page that begins with https://, or an e-mail address"),
    ]
    expires: Annotated[
        PartialDate,
        AfterValidator(_whole_day),
        Field(description="The last day on which that is to be relied on, at most a year ahead"),
    ]


def _known_timezone(name: str) -> str:
    """A name of the tz database: https://www.iana.org/time-zones"""
    if name not in available_timezones():
        raise unfit("", "a time zone", "a name of the tz database, as Europe/London")
    return name


class Settings(Noun):
    """What stands under extra.archive in mkdocs.yml."""

    body: Annotated[Line, Field(description="The assembly or council whose motions these are")]
    replies_from: Annotated[
        Line, Field(description="Whose replies the letters are, in running text")
    ]
    tagline: Annotated[Line, Field(description="One sentence under the name on the home page")]
    not_held: Annotated[
        Line, Field(description="What the archive does not hold, in one or two sentences")
    ]
    texts_licence: Annotated[Line, Field(description="The licence of the texts, in one line")]
    offices: Annotated[
        dict[OfficeKey, Line], Field(description="Offices and bodies: an id, and what it is called")
    ]
    official_list: Annotated[
        WebAddress | None, Field(description="The body's own list of its motions")
    ] = None
    corrections_email: Annotated[
        Address | None, Field(description="An address for corrections, beside the repository")
    ] = None
    security: Annotated[
        Security | None, Field(description="Whom to tell of a security problem of the site")
    ] = None
    language: Annotated[
        str,
        Field(
            pattern="^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
            description="The language of the texts (BCP 47)",
        ),
    ] = "en-GB"
    country: Annotated[
        str, Field(pattern="^[A-Z]{2}$", description="ISO 3166 code, to know telephone numbers")
    ] = "GB"
    timezone: Annotated[
        str,
        AfterValidator(_known_timezone),
        Field(description="The time zone of its meetings, as Europe/London (tz database)"),
    ] = "Europe/London"
    holidays: Annotated[
        str | None,
        AfterValidator(_known_calendar),
        Field(description="ISO 3166-2 code of the place whose public holidays are no working days"),
    ] = None


class Extra(Noun):
    """The `extra` of mkdocs.yml."""

    archive: Annotated[Settings, Field(description="What the body decides about its archive")]


class Site(Noun):
    """What mkdocs.yml says. MkDocs' other keys (theme, plugins, hooks …) are the program's own."""

    site_name: Annotated[Line, Field(description="The name of the archive")]
    site_url: Annotated[WebAddress, Field(description="Where it is published")]
    repo_url: Annotated[
        WebAddress | None, Field(description="The repository that readers may edit and report to")
    ] = None
    edit_uri: Annotated[
        str, Field(description="Where below it a reader edits a file; a record's path follows")
    ] = "edit/main/"
    extra: Extra

    @property
    def settings(self) -> Settings:
        """What the body decides about its archive."""
        return self.extra.archive


def read_site(
    file: File, environment: Mapping[str, str]
) -> tuple[Site | None, tuple[Node, ...], list[Problem]]:
    """The site that mkdocs.yml describes, or None; its own texts; what is wrong with either."""
    known = {name: environment[name] for name in VARIABLES if name in environment}
    node, problems = read_yaml(file.path, file.text, environment=known)
    if node is None:
        return None, (), problems
    site, misfits = build(Site, file.path, node)
    own = (_entry(node, "site_name"), _entry(_entry(node, "extra"), "archive"))
    return site, tuple(text for text in own if text), problems + misfits


def _entry(node: Node | None, key: str) -> Node | None:
    return node.value.get(key) if node and isinstance(node.value, dict) else None
