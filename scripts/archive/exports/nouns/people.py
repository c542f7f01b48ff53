"""Owns the tables of people, their names, and the offices that they held."""

from collections.abc import Iterator
from typing import Annotated

from archive.addresses import person_address
from archive.exports.addresses import page_url
from archive.exports.columns import DatePrecision, Row, column, dated
from archive.ledger.book import Book


class PersonRow(Row):
    """Somebody who writes, receives, moves, seconds or amends."""

    name: Annotated[str, column("The name without titles and honours")]
    family_name: Annotated[
        str | None, column("The part of the name for lists, where it is recorded")
    ]
    before_name: Annotated[str | None, column("A title before it, as Dr")]
    after_name: Annotated[str | None, column("Letters after it, as AM")]
    official_page: Annotated[str | None, column("Their official page")]
    page: Annotated[str, column("Their page in this archive")]


class PersonNameRow(Row):
    """Another name or spelling of a person in documents."""

    person_id: Annotated[str, column("The person", "people")]
    name: Annotated[str, column("The other name")]


class OfficeRow(Row):
    """An office, or a body that is addressed like one."""

    name: Annotated[str, column("What it is called")]


class TenureRow(Row):
    """A period in which a person held an office."""

    person_id: Annotated[str, column("The person", "people")]
    office_id: Annotated[str, column("The office", "offices")]
    since: Annotated[str | None, column("From when, where known")]
    since_precision: DatePrecision
    until: Annotated[str | None, column("Until when, where known")]
    until_precision: DatePrecision


def person_rows(book: Book) -> Iterator[PersonRow]:
    """A row for each person."""
    for name, person in book.archive.people.items():
        yield PersonRow.of(
            id=name,
            name=person.name,
            family_name=person.family_name,
            before_name=person.before_name,
            after_name=person.after_name,
            official_page=person.official_page,
            page=page_url(book.archive, person_address(name)),
        )


def person_name_rows(book: Book) -> Iterator[PersonNameRow]:
    """A row for each other name of a person."""
    for person, noun in book.archive.people.items():
        for number, name in enumerate(noun.other_names, 1):
            yield PersonNameRow.of(id=f"{person}/names/{number}", person_id=person, name=name)


def office_rows(book: Book) -> Iterator[OfficeRow]:
    """A row for each office."""
    offices = book.archive.site.settings.offices
    return (OfficeRow.of(id=name, name=title) for name, title in offices.items())


def tenure_rows(book: Book) -> Iterator[TenureRow]:
    """A row for each period in which a person held an office."""
    for person, noun in book.archive.people.items():
        for number, tenure in enumerate(noun.offices, 1):
            yield TenureRow.of(
                id=f"{person}/tenures/{number}",
                person_id=person,
                office_id=tenure.office,
                **dated("since", tenure.since),
                **dated("until", tenure.until),
            )
