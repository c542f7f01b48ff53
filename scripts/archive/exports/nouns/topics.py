"""Owns the tables of topics, their names, and how they stand to each other."""

from collections.abc import Iterator
from typing import Annotated, Literal

from archive.addresses import topic_address
from archive.exports.addresses import page_url
from archive.exports.columns import Row, column
from archive.ledger.book import Book


class TopicRow(Row):
    """A subject under which letters and motions are found; all of it is ours."""

    editorial_label: Annotated[str, column("The topic's name")]
    editorial_sentence: Annotated[str, column("What it covers, in one sentence")]
    page: Annotated[str, column("Its page")]


class TopicNameRow(Row):
    """Another name under which a topic is found, or a text that holds a name and means it not."""

    topic_id: Annotated[str, column("The topic", "topics")]
    editorial_name: Annotated[str, column("The other name, or the text")]
    editorial_means_topic: Annotated[
        bool, column("Whether it means the topic; false for texts that only hold a name of it")
    ]


class TopicLinkRow(Row):
    """A topic that contains another, or stands beside it."""

    topic_id: Annotated[str, column("The topic", "topics")]
    editorial_relation: Annotated[
        Literal["broader", "related"], column("Whether the other contains it or stands beside it")
    ]
    other_topic_id: Annotated[str, column("The other topic", "topics")]


def topic_rows(book: Book) -> Iterator[TopicRow]:
    """A row for each topic."""
    for name, topic in book.archive.topics.items():
        yield TopicRow.of(
            id=name,
            editorial_label=topic.label,
            editorial_sentence=topic.sentence,
            page=page_url(book.archive, topic_address(name)),
        )


def topic_name_rows(book: Book) -> Iterator[TopicNameRow]:
    """A row for each other name of a topic, and for each text that is not meant."""
    for topic, noun in book.archive.topics.items():
        names = [(name, True) for name in noun.other_names]
        names += [(name, False) for name in noun.not_for]
        for number, (name, means) in enumerate(names, 1):
            yield TopicNameRow.of(
                id=f"{topic}/names/{number}",
                topic_id=topic,
                editorial_name=name,
                editorial_means_topic=means,
            )


def topic_link_rows(book: Book) -> Iterator[TopicLinkRow]:
    """A row for each link from a topic to another."""
    for topic, noun in book.archive.topics.items():
        for other in noun.broader:
            yield _link(topic, "broader", other)
        for other in noun.related:
            yield _link(topic, "related", other)


def _link(topic: str, relation: Literal["broader", "related"], other: str) -> TopicLinkRow:
    return TopicLinkRow.of(
        id=f"{topic}/{relation}/{other}",
        topic_id=topic,
        editorial_relation=relation,
        other_topic_id=other,
    )
