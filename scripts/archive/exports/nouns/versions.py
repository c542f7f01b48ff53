"""Owns the tables of other wordings of motions, and of the sources of facts about both."""

from collections.abc import Iterator
from typing import Annotated, Literal

from archive.exports.columns import DatePrecision, Row, column, dated
from archive.exports.nouns.motions import Outcome, Vote, moved
from archive.held import HeldMotion, HeldVersion
from archive.ledger.book import Book

Stage = Literal["as tabled", "amendment", "as amended"]


class VersionRow(Row):
    """Another wording of a motion: as tabled, an amendment, or the whole on the way."""

    motion_id: Annotated[str, column("The motion", "motions")]
    stage: Annotated[Stage, column("Which wording it is")]
    place: Annotated[int, column("Its place among the wordings of this stage")]
    moved_by_id: Annotated[str | None, column("Who moved it", "people")]
    seconded_by_id: Annotated[str | None, column("Who seconded it", "people")]
    outcome: Annotated[Outcome | None, column("What became of it, if it was put to a vote")]
    vote: Annotated[Vote | None, column("How that was decided")]
    votes_in_favour: Annotated[int | None, column("Votes for it, where counted")]
    votes_against: Annotated[int | None, column("Votes against it, where counted")]
    votes_abstained: Annotated[int | None, column("Abstentions, where votes were counted")]
    number_of_asks: Annotated[int | None, column("How many asks it makes, where known")]
    editorial_note: Annotated[str | None, column("A note of ours")]
    record: Annotated[str, column("Its file in the repository")]


class SourceRow(Row):
    """A public page or paper from which facts about a motion or a wording of it are."""

    motion_id: Annotated[str | None, column("The motion", "motions")] = None
    version_id: Annotated[str | None, column("The wording", "versions")] = None
    title: Annotated[str, column("What the page or paper is called")]
    url: Annotated[str | None, column("Its address, where known")]
    checked: Annotated[str | None, column("When someone last looked at it, where recorded")]
    checked_precision: DatePrecision
    editorial_supports: Annotated[str | None, column("What it supports, in our words")]


def version_rows(_: Book, held: HeldVersion) -> Iterator[VersionRow]:
    """The row of another wording of a motion."""
    yield VersionRow.of(
        id=held.id,
        motion_id=held.noun.motion,
        stage=held.noun.stage,
        place=held.noun.order,
        number_of_asks=held.noun.number_of_asks,
        record=held.path,
        **moved(held),
    )


def source_rows(of: str, _: Book, held: HeldMotion | HeldVersion) -> Iterator[SourceRow]:
    """A row for each source of facts about a motion or a wording of it."""
    for number, source in enumerate(held.provenance.sources, 1):
        yield SourceRow.of(
            id=f"{held.id}/sources/{number}",
            **{of: held.id},
            title=source.title,
            url=source.url,
            **dated("checked", source.checked),
            editorial_supports=source.supports,
        )
