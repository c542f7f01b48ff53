"""Owns the tables of answers: which letter answers what, how, and in which of its words."""

from collections.abc import Iterator
from typing import Annotated, Literal

from archive.exports.columns import Row, column
from archive.exports.nouns.asks import ask_id
from archive.exports.nouns.paragraphs import paragraph_id
from archive.held import HeldLetter
from archive.ledger.book import Book

Response = Literal["addressed", "partly", "declined", "deferred", "outside remit", "not mentioned"]


class AnswerRow(Row):
    """The part of a letter that answers one motion."""

    letter_id: Annotated[str, column("The letter", "letters")]
    motion_id: Annotated[str, column("The motion it answers", "motions")]
    section: Annotated[str | None, column("The heading of the letter under which it does so")]


class ResponseRow(Row):
    """How a letter answers one ask."""

    answer_id: Annotated[str, column("The answer that it is part of", "answers")]
    letter_id: Annotated[str, column("The letter", "letters")]
    motion_id: Annotated[str, column("The motion", "motions")]
    ask_id: Annotated[str, column("The ask", "asks")]
    editorial_response: Annotated[Response, column("How it is answered, as we judge")]
    editorial_note: Annotated[str | None, column("Why we judge so")]


class QuotationRow(Row):
    """Words of a letter on which a response rests, chosen by us."""

    response_id: Annotated[str, column("The response", "responses")]
    letter_id: Annotated[str, column("The letter whose words they are", "letters")]
    motion_id: Annotated[str, column("The motion whose ask they answer", "motions")]
    words: Annotated[str, column("The words, exactly as the letter has them")]
    paragraph_id: Annotated[str, column("The paragraph in which they begin", "paragraphs")]


def answer_rows(_: Book, held: HeldLetter) -> Iterator[AnswerRow]:
    """A row for each motion that a letter answers."""
    for number, answer in enumerate(held.noun.answers, 1):
        yield AnswerRow.of(
            id=_answer_id(held, number),
            letter_id=held.id,
            motion_id=answer.motion,
            section=answer.section,
        )


def response_rows(_: Book, held: HeldLetter) -> Iterator[ResponseRow]:
    """A row for each ask that a letter is set against."""
    for number, answer in enumerate(held.noun.answers, 1):
        for asked in answer.asks:
            yield ResponseRow.of(
                id=f"{_answer_id(held, number)}/responses/{asked.ask}",
                answer_id=_answer_id(held, number),
                letter_id=held.id,
                motion_id=answer.motion,
                ask_id=ask_id(answer.motion, asked.ask),
                editorial_response=asked.response,
                editorial_note=asked.note,
            )


def quotation_rows(_: Book, held: HeldLetter) -> Iterator[QuotationRow]:
    """A row for each passage of a letter on which a response rests."""
    for number, answer in enumerate(held.noun.answers, 1):
        for asked in answer.asks:
            response = f"{_answer_id(held, number)}/responses/{asked.ask}"
            for place, quote in enumerate(asked.quotes, 1):
                yield QuotationRow.of(
                    id=f"{response}/quotations/{place}",
                    response_id=response,
                    letter_id=held.id,
                    motion_id=answer.motion,
                    words=quote.words,
                    paragraph_id=paragraph_id(held, quote),
                )


def _answer_id(held: HeldLetter, number: int) -> str:
    return f"{held.id}/answers/{number}"
