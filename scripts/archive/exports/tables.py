"""Owns the list of published tables, one a noun: each with its rows and what they are."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal, TypeAlias, get_args

from archive.exports.columns import Column, Row, columns_of
from archive.exports.nouns import (
    abbreviations,
    answers,
    asks,
    deeds,
    handling,
    letters,
    meetings,
    motions,
    paragraphs,
    people,
    replies,
    texts,
    topics,
    versions,
)
from archive.ledger.book import Book

Kind = Literal["letter", "motion", "version"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""What a record can be, in the order in which tables have their rows, unless they say another."""

OfRecord: TypeAlias = Callable[[Book, Any], Iterator[Row]]
"""Gives the rows of a table that are of one record, which is of a certain kind."""


@dataclass(frozen=True)
class Table:
    """A table: its name, the type of its rows, and the rows that it has of an archive.

    They are `of` single records, one kind after the other, or of the archive as a `whole`. The id
    of a row of a record begins with the record's.
    """

    name: str
    row: type[Row]
    of: Mapping[Kind, OfRecord] = field(default_factory=dict)
    whole: Callable[[Book], Iterator[Row]] = lambda _: iter(())

    @property
    def description(self) -> str:
        """What a row is, in a sentence."""
        return " ".join((self.row.__doc__ or "").split())

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in their order."""
        return columns_of(self.row)


def _of(rows: Callable[[str, Book, Any], Iterator[Row]], *kinds: Kind) -> Mapping[Kind, OfRecord]:
    """The same rows of several kinds of records, which are told the column that names theirs."""
    return {kind: partial(rows, f"{kind}_id") for kind in kinds}


TABLES = (
    Table("letters", letters.LetterRow, {"letter": letters.letter_rows}),
    Table("motions", motions.MotionRow, {"motion": motions.motion_rows}),
    Table("versions", versions.VersionRow, {"version": versions.version_rows}),
    Table("paragraphs", paragraphs.ParagraphRow, _of(paragraphs.paragraph_rows, *KINDS)),
    Table("asks", asks.AskRow, {"motion": asks.ask_rows}),
    Table("answers", answers.AnswerRow, {"letter": answers.answer_rows}),
    Table("responses", answers.ResponseRow, {"letter": answers.response_rows}),
    Table("quotations", answers.QuotationRow, {"letter": answers.quotation_rows}),
    Table("commitments", deeds.CommitmentRow, {"letter": deeds.commitment_rows}),
    Table(
        "evidence",
        deeds.EvidenceRow,
        {"motion": deeds.ask_evidence_rows, "letter": deeds.commitment_evidence_rows},
    ),
    Table("replies", replies.ReplyRow, {"motion": replies.reply_rows}),
    Table(
        "earlier_records",
        letters.EarlierRow,
        {"letter": letters.taken_up_by_letter, "motion": letters.taken_up_by_motion},
    ),
    Table("copies", letters.CopyRow, {"letter": letters.copy_rows}),
    Table("addressees", asks.AddresseeRow, {"motion": asks.addressee_rows}),
    Table("amenders", motions.AmenderRow, {"motion": motions.amender_rows}),
    Table("sources", versions.SourceRow, _of(versions.source_rows, "motion", "version")),
    Table("texts", texts.TextRow, _of(texts.text_rows, *KINDS)),
    Table("omissions", handling.OmissionRow, _of(handling.omission_rows, *KINDS)),
    Table("repairs", handling.RepairRow, _of(handling.repair_rows, *KINDS)),
    Table("redactions", handling.RedactionRow, _of(handling.redaction_rows, *KINDS)),
    Table("corrections", handling.CorrectionRow, _of(handling.correction_rows, *KINDS)),
    Table("exceptions", handling.ExceptionRow, _of(handling.exception_rows, *KINDS)),
    Table("people", people.PersonRow, whole=people.person_rows),
    Table("person_names", people.PersonNameRow, whole=people.person_name_rows),
    Table("offices", people.OfficeRow, whole=people.office_rows),
    Table("tenures", people.TenureRow, whole=people.tenure_rows),
    Table("meetings", meetings.MeetingRow, whole=meetings.meeting_rows),
    Table("topics", topics.TopicRow, whole=topics.topic_rows),
    Table("topic_names", topics.TopicNameRow, whole=topics.topic_name_rows),
    Table("topic_links", topics.TopicLinkRow, whole=topics.topic_link_rows),
    Table("letter_topics", letters.LetterTopicRow, {"letter": letters.letter_topic_rows}),
    Table("motion_topics", motions.MotionTopicRow, {"motion": motions.motion_topic_rows}),
    Table("abbreviations", abbreviations.AbbreviationRow, whole=abbreviations.abbreviation_rows),
    Table(
        "abbreviation_forms",
        abbreviations.AbbreviationFormRow,
        whole=abbreviations.abbreviation_form_rows,
    ),
)
