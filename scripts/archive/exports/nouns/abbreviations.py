"""Owns the tables of abbreviations and their forms."""

from collections.abc import Iterator
from typing import Annotated

from archive.exports.columns import Row, column
from archive.ledger.book import Book


class AbbreviationRow(Row):
    """A short form that texts use; its id is the form."""

    editorial_stands_for: Annotated[str, column("The words in full")]
    editorial_topic_id: Annotated[str | None, column("The topic that it belongs to", "topics")]


class AbbreviationFormRow(Row):
    """Another written form of an abbreviation, or a text that holds it and means something else."""

    abbreviation_id: Annotated[str, column("The abbreviation", "abbreviations")]
    editorial_form: Annotated[str, column("The other form, or the text")]
    editorial_means_it: Annotated[
        bool, column("Whether it means the abbreviation; false for texts that only hold it")
    ]


def abbreviation_rows(book: Book) -> Iterator[AbbreviationRow]:
    """A row for each abbreviation."""
    for short, noun in book.archive.abbreviations.items():
        yield AbbreviationRow.of(
            id=short, editorial_stands_for=noun.stands_for, editorial_topic_id=noun.topic
        )


def abbreviation_form_rows(book: Book) -> Iterator[AbbreviationFormRow]:
    """A row for each other form of an abbreviation, and for each text that is not meant."""
    for short, noun in book.archive.abbreviations.items():
        forms = [(form, True) for form in noun.also_written]
        forms += [(form, False) for form in noun.not_for]
        for number, (form, means) in enumerate(forms, 1):
            yield AbbreviationFormRow.of(
                id=f"{short}/forms/{number}",
                abbreviation_id=short,
                editorial_form=form,
                editorial_means_it=means,
            )
