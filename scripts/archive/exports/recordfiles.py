"""Owns the types of the JSON files beside pages: a record with the rows that belong to it."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from archive.exports.nouns.answers import AnswerRow, QuotationRow, ResponseRow
from archive.exports.nouns.asks import AddresseeRow, AskRow
from archive.exports.nouns.deeds import CommitmentRow, EvidenceRow
from archive.exports.nouns.handling import (
    CorrectionRow,
    ExceptionRow,
    OmissionRow,
    RedactionRow,
    RepairRow,
)
from archive.exports.nouns.letters import CopyRow, EarlierRow, LetterRow, LetterTopicRow
from archive.exports.nouns.meetings import MeetingRow
from archive.exports.nouns.motions import AmenderRow, MotionRow, MotionTopicRow
from archive.exports.nouns.paragraphs import ParagraphRow
from archive.exports.nouns.people import PersonNameRow, PersonRow, TenureRow
from archive.exports.nouns.replies import ReplyRow
from archive.exports.nouns.texts import TextRow
from archive.exports.nouns.topics import TopicLinkRow, TopicNameRow, TopicRow
from archive.exports.nouns.versions import SourceRow, VersionRow


def _rows_of(table: str, what: str) -> Any:
    """A list of rows: the table that they are of, and which of it."""
    return Field(description=f"Rows of the table {table}: {what}")


class RecordFile(BaseModel):
    """A file of one record."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    licence: Annotated[str, Field(description="The licence of the texts")]
    described_by: Annotated[str, Field(description="The address of the JSON Schema of this file")]


class OfText(RecordFile):
    """What the files of letters and motions have in common."""

    texts: Annotated[tuple[TextRow, ...], _rows_of("texts", "its text, if it is held")]
    paragraphs: Annotated[
        tuple[ParagraphRow, ...], _rows_of("paragraphs", "the words, in their order")
    ]
    answers: Annotated[tuple[AnswerRow, ...], _rows_of("answers", "by it or to it")]
    responses: Annotated[tuple[ResponseRow, ...], _rows_of("responses", "by it or to it")]
    quotations: Annotated[tuple[QuotationRow, ...], _rows_of("quotations", "on which these rest")]
    evidence: Annotated[
        tuple[EvidenceRow, ...], _rows_of("evidence", "on its commitments or its asks")
    ]
    earlier_records: Annotated[
        tuple[EarlierRow, ...], _rows_of("earlier_records", "which it takes up")
    ]
    omissions: Annotated[tuple[OmissionRow, ...], _rows_of("omissions", "from its source")]
    repairs: Annotated[tuple[RepairRow, ...], _rows_of("repairs", "of its source")]
    redactions: Annotated[tuple[RedactionRow, ...], _rows_of("redactions", "in it")]
    corrections: Annotated[tuple[CorrectionRow, ...], _rows_of("corrections", "of it")]
    exceptions: Annotated[tuple[ExceptionRow, ...], _rows_of("exceptions", "in it")]


class LetterFile(OfText):
    """A letter with all that belongs to it."""

    letter: Annotated[LetterRow, Field(description="The letter's row of the table letters")]
    copies: Annotated[tuple[CopyRow, ...], _rows_of("copies", "who got one")]
    letter_topics: Annotated[tuple[LetterTopicRow, ...], _rows_of("letter_topics", "its topics")]
    commitments: Annotated[tuple[CommitmentRow, ...], _rows_of("commitments", "what it undertakes")]


class MotionFile(OfText):
    """A motion with all that belongs to it, and what was answered."""

    motion: Annotated[MotionRow, Field(description="The motion's row of the table motions")]
    asks: Annotated[tuple[AskRow, ...], _rows_of("asks", "what it asks")]
    addressees: Annotated[tuple[AddresseeRow, ...], _rows_of("addressees", "of it")]
    amenders: Annotated[tuple[AmenderRow, ...], _rows_of("amenders", "of it")]
    motion_topics: Annotated[tuple[MotionTopicRow, ...], _rows_of("motion_topics", "its topics")]
    versions: Annotated[tuple[VersionRow, ...], _rows_of("versions", "its other wordings")]
    sources: Annotated[tuple[SourceRow, ...], _rows_of("sources", "of facts about it")]
    replies: Annotated[tuple[ReplyRow, ...], _rows_of("replies", "what is known of it")]


class TopicFile(RecordFile):
    """A topic with its names, its neighbours, and what is found under it."""

    topic: Annotated[TopicRow, Field(description="Its row of the table topics")]
    topic_names: Annotated[tuple[TopicNameRow, ...], _rows_of("topic_names", "its other names")]
    topic_links: Annotated[tuple[TopicLinkRow, ...], _rows_of("topic_links", "from it to others")]
    letter_topics: Annotated[
        tuple[LetterTopicRow, ...], _rows_of("letter_topics", "letters under it")
    ]
    motion_topics: Annotated[
        tuple[MotionTopicRow, ...], _rows_of("motion_topics", "motions under it")
    ]


class PersonFile(RecordFile):
    """A person with their names and offices, and the letters and motions they had a part in."""

    person: Annotated[PersonRow, Field(description="Their row of the table people")]
    person_names: Annotated[
        tuple[PersonNameRow, ...], _rows_of("person_names", "their other names")
    ]
    tenures: Annotated[tuple[TenureRow, ...], _rows_of("tenures", "their offices")]
    letters: Annotated[tuple[LetterRow, ...], _rows_of("letters", "which they wrote or received")]
    motions: Annotated[tuple[MotionRow, ...], _rows_of("motions", "which they moved or seconded")]
    amenders: Annotated[
        tuple[AmenderRow, ...], _rows_of("amenders", "motions amended on their proposal")
    ]
    copies: Annotated[tuple[CopyRow, ...], _rows_of("copies", "letters of which they got a copy")]


class MeetingFile(RecordFile):
    """A meeting with its motions."""

    meeting: Annotated[MeetingRow, Field(description="Its row of the table meetings")]
    motions: Annotated[tuple[MotionRow, ...], _rows_of("motions", "which it dealt with")]


FILES: Mapping[str, type[RecordFile]] = {
    "letter": LetterFile,
    "motion": MotionFile,
    "topic": TopicFile,
    "person": PersonFile,
    "meeting": MeetingFile,
}
