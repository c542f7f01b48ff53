"""Owns checking what a record claims about a text: asks, answers, sections and quoted words."""

from collections.abc import Iterator, Mapping

from archive.model.letter import Answer, Letter
from archive.model.motion import Motion
from archive.nearest import did_you_mean
from archive.nodes import Node
from archive.problems import Problem, quoted
from archive.quotes import find_spans, nearest
from archive.records import Record

AnyRecord = Record[Letter] | Record[Motion]
IN_TEXT = "words of the body, exactly as it has them, within one text"


def letter_ledger(
    record: Record[Letter], letter: Letter, motions: Mapping[str, Motion]
) -> Iterator[Problem]:
    """Answers whose section, asks or quotes are not there, and commitments not in the text."""
    seen: set[tuple[str, int]] = set()
    for index, answer in enumerate(letter.answers):
        yield from _answer(record, ("answers", index), answer, motions.get(answer.motion), seen)
    answered = {str(answer.motion) for answer in letter.answers}
    for index, commitment in enumerate(letter.commitments):
        place = ("commitments", index)
        yield from _quote(record, record.fields.at((*place, "quote")))
        if commitment.ask and not commitment.motion:
            here = record.fields.at((*place, "ask"))
            wanted = "the field motion too: an ask belongs to one"
            yield _misfit(record.path, here, "ask without motion", wanted, ["both, or neither"])
        motion = motions.get(commitment.motion or "")
        if record.whole and commitment.motion and motion and commitment.motion not in answered:
            here = record.fields.at((*place, "motion"))
            wanted = "a motion that this letter answers"
            yield _misfit(record.path, here, quoted(commitment.motion), wanted, sorted(answered))
        if commitment.ask and motion:
            yield from _ask(record.path, record.fields.at((*place, "ask")), motion)


def motion_ledger(record: Record[Motion], motion: Motion) -> Iterator[Problem]:
    """Asks numbered twice or with a gap, and quoted words that the motion's text does not have."""
    for index, ask in enumerate(motion.asks):
        place = ("asks", index)
        if record.whole and ask.ask != index + 1:
            here = record.fields.at((*place, "ask"))
            allowed = [f"{index + 1} here: asks are listed and numbered from 1 without a gap"]
            yield _misfit(record.path, here, str(ask.ask), "the next number", allowed)
        if ask.quote:
            yield from _quote(record, record.fields.at((*place, "quote")))
    if record.whole and (motion.vote == "by the votes counted") != (motion.votes is not None):
        here = record.fields.at(("votes",) if motion.votes else ("vote",))
        found = "votes without their vote" if motion.votes else '"by the votes counted" alone'
        allowed = ["vote: by the votes counted, and votes with the numbers; or neither"]
        yield _misfit(record.path, here, found, "vote and votes together", allowed)


def _answer(
    record: Record[Letter],
    place: tuple[str, int],
    answer: Answer,
    motion: Motion | None,
    seen: set[tuple[str, int]],
) -> Iterator[Problem]:
    if answer.section and " ".join(answer.section.split()) not in record.body.headings:
        here = record.fields.at((*place, "section"))
        near = did_you_mean(answer.section, record.body.headings)
        headings = [quoted(heading, 100) for heading in record.body.headings]
        yield _misfit(
            record.path, here, quoted(answer.section), f"a heading of the body{near}", headings
        )
    for index, asked in enumerate(answer.asks):
        here = record.fields.at((*place, "asks", index, "ask"))
        if (answer.motion, asked.ask) in seen:
            found, wanted = f"ask {asked.ask} again", "each ask of a motion once"
            yield _misfit(record.path, here, found, wanted, ["one entry"])
        seen.add((answer.motion, asked.ask))
        if motion:
            yield from _ask(record.path, here, motion)
        yield from _evidence(record, (*place, "asks", index), len(asked.quotes), asked.response)


def _evidence(
    record: Record[Letter], place: tuple[str | int, ...], quotes: int, response: str
) -> Iterator[Problem]:
    """A judgement without the words it rests on, or with words although there are none."""
    for index in range(quotes):
        here = record.fields.at((*place, "quotes", index))
        yield from _quote(record, here)
    here = record.fields.at((*place, "response"))
    if response in ("addressed", "partly") and not quotes:
        wanted = "at least one quote that shows it"
        yield _misfit(
            record.path, here, f'"{response}" without a quote', wanted, ["quotes: [WORDS]"]
        )
    if response == "not mentioned" and quotes:
        wanted = "no quote: nothing in the letter is about it"
        yield _misfit(record.path, here, '"not mentioned" with a quote', wanted, ["no quotes"])


def _ask(path: str, here: Node, motion: Motion) -> Iterator[Problem]:
    numbers = [str(ask.ask) for ask in motion.asks]
    in_order = numbers == [str(number) for number in range(1, len(numbers) + 1)]
    if in_order and str(here.value).lstrip("0") not in numbers:
        wanted = f"the number of an ask of {quoted(motion.title)}"
        yield _misfit(path, here, f"ask {here.value}", wanted, numbers)


def _quote(record: AnyRecord, here: Node) -> Iterator[Problem]:
    """Quoted words that the text does not have; a text that is missing is told elsewhere."""
    quote, body = here.value if isinstance(here.value, str) else "", record.body
    held = record.noun is not None and record.noun.source is not None
    if not body.words and not held:
        wanted, allowed = "no quote: the archive does not hold this text", "a summary alone"
        yield Problem(record.path, here.line, here.column, "a quote", wanted, allowed)
    elif body.words and not find_spans(body.flat, quote):
        near = nearest(body.flat, quote)
        yield Problem(record.path, here.line, here.column, quoted(quote, 200), near, IN_TEXT)


def _misfit(path: str, here: Node, found: str, wanted: str, allowed: list[str]) -> Problem:
    return Problem(path, here.line, here.column, found, wanted, ", ".join(allowed) or "none")
