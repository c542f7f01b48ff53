"""Owns checking what a record claims about asks: that they exist, and what answers rest on."""

from collections.abc import Iterator, Mapping

from archive.anchors import section_span
from archive.checks.quoted import no_text, quote_problems
from archive.gist import Gist
from archive.model.letter import Answer, AskAnswer, Commitment, Letter
from archive.model.motion import Motion
from archive.model.quotation import Quotation
from archive.nearest import did_you_mean
from archive.nodes import Node
from archive.problems import Problem, quoted
from archive.quotes import find_spans
from archive.records import Record

Place = tuple[str | int, ...]


def letter_ledger(
    record: Record[Letter], letter: Letter, motions: Mapping[str, Gist]
) -> Iterator[Problem]:
    """Answers whose section, asks or quotes are not there, and commitments not in the text."""
    seen: set[tuple[str, int]] = set()
    if record.whole and letter.kind == "request" and letter.answers:
        here, wanted = record.fields.at(("kind",)), "a kind of reply, since answers names motions"
        allowed = ["reply", "holding reply", "follow-up", "correction", "or no answers"]
        yield _misfit(record.path, here, quoted("request"), wanted, allowed)
    for index, answer in enumerate(letter.answers):
        yield from _answer(record, ("answers", index), answer, motions.get(answer.motion), seen)
    yield from _commitments(record, letter, motions)


def is_of_other_asks(letter: Gist, motions: Mapping[str, Gist]) -> bool:
    """Whether there is any of these problems that is known only beside the motions."""
    for name, ask, _ in letter.said:
        if (motion := motions.get(name)) and _lacks(motion, ask):
            return True
    for name, ask, _ in letter.undertaken:
        motion = motions.get(name) if name else None
        if motion and (name not in letter.answers or (ask and _lacks(motion, ask))):
            return True
    return False


def motion_ledger(record: Record[Motion], motion: Motion) -> Iterator[Problem]:
    """Asks numbered twice or with a gap, and quoted words that the motion's text does not have."""
    for index, ask in enumerate(motion.asks):
        place = ("asks", index)
        if record.whole and ask.ask != index + 1:
            here = record.fields.at((*place, "ask"))
            allowed = [f"{index + 1} here: asks are listed and numbered from 1 without a gap"]
            yield _misfit(record.path, here, str(ask.ask), "the next number", allowed)
        if ask.quote:
            yield from _quote(record, (*place, "quote"), ask.quote)


def _commitments(
    record: Record[Letter], letter: Letter, motions: Mapping[str, Gist]
) -> Iterator[Problem]:
    answered = {str(answer.motion) for answer in letter.answers}
    told: set[tuple[str, int | None]] = set()
    for index, commitment in enumerate(letter.commitments):
        place = ("commitments", index)
        key = (commitment.quote.words, commitment.quote.occurrence)
        if key in told:
            here, wanted = record.fields.at((*place, "quote")), "each commitment once"
            yield _misfit(record.path, here, "the same words again", wanted, ["one entry"])
        told.add(key)
        yield from _quote(record, (*place, "quote"), commitment.quote)
        if commitment.ask and not commitment.motion:
            here = record.fields.at((*place, "ask"))
            wanted = "the field motion too: an ask belongs to one"
            yield _misfit(record.path, here, "ask without motion", wanted, ["both, or neither"])
        motion = motions.get(commitment.motion or "")
        yield from _promised(record, place, commitment, motion, answered)


def _promised(
    record: Record[Letter],
    place: Place,
    commitment: Commitment,
    motion: Gist | None,
    answered: set[str],
) -> Iterator[Problem]:
    """A commitment on a motion that the letter does not answer, or on an ask that it has not."""
    if motion is None:
        return
    if record.whole and commitment.motion not in answered:
        here, wanted = record.fields.at((*place, "motion")), "a motion that this letter answers"
        found = quoted(str(commitment.motion))
        yield _misfit(record.path, here, found, wanted, sorted(answered))
    if commitment.ask:
        yield from _ask(record, (*place, "ask"), commitment.ask, motion)


def _answer(
    record: Record[Letter],
    place: Place,
    answer: Answer,
    motion: Gist | None,
    seen: set[tuple[str, int]],
) -> Iterator[Problem]:
    section = " ".join(answer.section.split()) if answer.section else None
    known = section in record.body.headings
    if section and not known:
        here = record.fields.at((*place, "section"))
        near = did_you_mean(section, record.body.headings)
        headings = [quoted(heading, 100) for heading in record.body.headings]
        yield _misfit(record.path, here, quoted(section), f"a heading of the body{near}", headings)
    for index, asked in enumerate(answer.asks):
        asks = (*place, "asks", index, "ask")
        if (answer.motion, asked.ask) in seen:
            found, wanted = f"ask {asked.ask} again", "each ask of a motion once"
            yield _misfit(record.path, record.fields.at(asks), found, wanted, ["one entry"])
        seen.add((answer.motion, asked.ask))
        if motion:
            yield from _ask(record, asks, asked.ask, motion)
        yield from _judgement(record, (*place, "asks", index), asked)
        if section and known:
            yield from _elsewhere(record, (*place, "asks", index, "quotes"), asked, section)


def _judgement(record: Record[Letter], place: Place, asked: AskAnswer) -> Iterator[Problem]:
    """A judgement without the words or the reason it needs, or with words that contradict it."""
    for index, quote in enumerate(asked.quotes):
        yield from _quote(record, (*place, "quotes", index), quote)
    here, response = record.fields.at((*place, "response")), asked.response
    found = f'"{response}" without a quote'
    if response in ("addressed", "partly") and not asked.quotes:
        wanted = "at least one quote that shows it"
        yield _misfit(record.path, here, found, wanted, ["quotes: [WORDS]"])
    if response == "not mentioned" and asked.quotes:
        wanted = "no quote: nothing in the letter is about it"
        yield _misfit(record.path, here, '"not mentioned" with a quote', wanted, ["no quotes"])
    if record.whole and response == "partly" and not asked.note:
        wanted = "a note that says what is left open"
        yield _misfit(record.path, here, '"partly" without a note', wanted, ["note: TEXT"])


def _elsewhere(
    record: Record[Letter], place: Place, asked: AskAnswer, section: str
) -> Iterator[Problem]:
    """Quotes that the letter has under another heading than the one it answers under."""
    span = section_span(record.body, section)
    for index, quote in enumerate(asked.quotes):
        spans = find_spans(record.body.flat, quote.words)
        chosen = spans[quote.occurrence - 1 : quote.occurrence] if quote.occurrence else spans
        if chosen and not any(span.start <= one.start < span.end for one in chosen):
            here = record.fields.at((*place, index)).at(("words",))
            wanted = f"words that stand under {quoted(section)}"
            allowed = ["words of that section; or no field section, where the answer is scattered"]
            yield _misfit(record.path, here, quoted(quote.words, 200), wanted, allowed)


def _ask(record: Record[Letter], place: Place, number: int, motion: Gist) -> Iterator[Problem]:
    if _lacks(motion, number):
        here, wanted = record.fields.at(place), f"the number of an ask of {quoted(motion.title)}"
        yield _misfit(record.path, here, f"ask {number}", wanted, [*map(str, motion.asks)])


def _lacks(motion: Gist, number: int) -> bool:
    """Whether a motion, whose asks are numbered as they should be, has none of this number."""
    in_order = motion.asks == tuple(range(1, len(motion.asks) + 1))
    return in_order and number not in motion.asks


def _quote(
    record: Record[Letter] | Record[Motion], place: Place, quote: Quotation
) -> Iterator[Problem]:
    """Quoted words that the record's own text does not have; a missing text is told elsewhere."""
    here, body = record.fields.at(place), record.body
    held = record.noun is not None and record.noun.source is not None
    if body.flat:
        yield from quote_problems(record, here, quote, body)
    elif not held:
        yield no_text(record.path, here)


def _misfit(path: str, here: Node, found: str, wanted: str, allowed: list[str]) -> Problem:
    return Problem(path, here.line, here.column, found, wanted, ", ".join(allowed) or "none")
