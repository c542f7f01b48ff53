"""Owns the list of published tables, one a noun: each with its rows and what they are."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Table:
    """A table: its name, the type of its rows, and the rows that it has of an archive."""

    name: str
    row: type[Row]
    rows: Callable[[Book], Iterator[Row]]

    @property
    def description(self) -> str:
        """What a row is, in a sentence."""
        return " ".join((self.row.__doc__ or "").split())

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in their order."""
        return columns_of(self.row)


TABLES = (
    Table("letters", letters.LetterRow, letters.letter_rows),
    Table("motions", motions.MotionRow, motions.motion_rows),
    Table("versions", versions.VersionRow, versions.version_rows),
    Table("paragraphs", paragraphs.ParagraphRow, paragraphs.paragraph_rows),
    Table("asks", asks.AskRow, asks.ask_rows),
    Table("answers", answers.AnswerRow, answers.answer_rows),
    Table("responses", answers.ResponseRow, answers.response_rows),
    Table("quotations", answers.QuotationRow, answers.quotation_rows),
    Table("commitments", deeds.CommitmentRow, deeds.commitment_rows),
    Table("evidence", deeds.EvidenceRow, deeds.evidence_rows),
    Table("replies", replies.ReplyRow, replies.reply_rows),
    Table("earlier_records", letters.EarlierRow, letters.earlier_rows),
    Table("copies", letters.CopyRow, letters.copy_rows),
    Table("addressees", asks.AddresseeRow, asks.addressee_rows),
    Table("amenders", motions.AmenderRow, motions.amender_rows),
    Table("sources", versions.SourceRow, versions.source_rows),
    Table("texts", texts.TextRow, texts.text_rows),
    Table("omissions", handling.OmissionRow, handling.omission_rows),
    Table("repairs", handling.RepairRow, handling.repair_rows),
    Table("redactions", handling.RedactionRow, handling.redaction_rows),
    Table("corrections", handling.CorrectionRow, handling.correction_rows),
    Table("exceptions", handling.ExceptionRow, handling.exception_rows),
    Table("people", people.PersonRow, people.person_rows),
    Table("person_names", people.PersonNameRow, people.person_name_rows),
    Table("offices", people.OfficeRow, people.office_rows),
    Table("tenures", people.TenureRow, people.tenure_rows),
    Table("meetings", meetings.MeetingRow, meetings.meeting_rows),
    Table("topics", topics.TopicRow, topics.topic_rows),
    Table("topic_names", topics.TopicNameRow, topics.topic_name_rows),
    Table("topic_links", topics.TopicLinkRow, topics.topic_link_rows),
    Table("letter_topics", letters.LetterTopicRow, letters.letter_topic_rows),
    Table("motion_topics", motions.MotionTopicRow, motions.motion_topic_rows),
    Table("abbreviations", abbreviations.AbbreviationRow, abbreviations.abbreviation_rows),
    Table(
        "abbreviation_forms",
        abbreviations.AbbreviationFormRow,
        abbreviations.abbreviation_form_rows,
    ),
)

Rows = Mapping[str, tuple[Row, ...]]
"""The rows of each table, under its name."""


def rows_of(book: Book) -> Rows:
    """The rows of every table."""
    return {table.name: tuple(table.rows(book)) for table in TABLES}
