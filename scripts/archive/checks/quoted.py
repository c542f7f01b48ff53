"""Owns checking quoted words: that the text has them, and that it is clear in which place."""

from collections.abc import Iterator

from archive.body import Body
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.quotation import Quotation
from archive.nodes import Node
from archive.problems import Problem, quoted
from archive.quotes import find_spans, nearest
from archive.records import Record

IN_TEXT = "words of the body, exactly as it has them, within one paragraph"


def quote_problems(
    record: Record[Letter] | Record[Motion], here: Node, quote: Quotation, body: Body
) -> Iterator[Problem]:
    """Words that a text does not have, and words that it has in several places."""
    places = find_spans(body.flat, quote.words)
    chosen = places[quote.occurrence - 1 : quote.occurrence] if quote.occurrence else places[:1]
    if not places:
        near = nearest(body.flat, quote.words)
        yield _problem(record, here, "words", quoted(quote.words, 200), near, IN_TEXT)
    elif quote.occurrence is None and len(places) > 1 and not _misfit(record, here):
        found = f"{quoted(quote.words, 200)}, which the text has {len(places)} times"
        allowed = f"{{words: WORDS, occurrence: NUMBER}}, from 1 to {len(places)}; or more words"
        yield _problem(record, here, "words", found, "which of these places is meant", allowed)
    elif quote.occurrence and quote.occurrence > len(places):
        found, wanted = f"occurrence {quote.occurrence}", "a place that the text has"
        several = f"from 1 to {len(places)}"
        allowed = several if len(places) > 1 else "WORDS alone, since they stand there once"
        yield _problem(record, here, "occurrence", found, wanted, allowed)
    elif any(body.block_at(one.start) != body.block_at(one.end - 1) for one in chosen):
        found = f"{quoted(quote.words, 200)}, which runs from one paragraph into another"
        allowed = "a quote for each of them"
        yield _problem(record, here, "words", found, "words of one paragraph", allowed)


def _misfit(record: Record[Letter] | Record[Motion], here: Node) -> bool:
    """Whether somebody may have said which place is meant, in a way that was told elsewhere."""
    return not record.whole and isinstance(here.value, dict)


def _problem(
    record: Record[Letter] | Record[Motion],
    here: Node,
    name: str,
    found: str,
    wanted: str,
    allowed: str,
) -> Problem:
    place = here.at((name,))
    return Problem(record.path, place.line, place.column, found, wanted, allowed)


def no_text(path: str, here: Node) -> Problem:
    """The problem of words quoted from a text that the archive does not hold."""
    wanted, allowed = "no quote: the archive does not hold this text", "a summary alone"
    return Problem(path, here.line, here.column, "a quote", wanted, allowed)
