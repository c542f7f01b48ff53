"""Owns the fields of invented letters: what they answer, in which words, and what they promise."""

from collections.abc import Iterator, Sequence

from archive.demo.assembly import Assembly
from archive.demo.letters import QUOTED, TWICE, Reply, Written, heading_of
from archive.demo.matters import known
from archive.demo.motions import Moved
from archive.demo.past import Past, before
from archive.demo.records import noted
from archive.demo.turns import one_in
from archive.drafting.yamlwriter import Value


def letter_fields(
    letter: Written, before_it: Sequence[Written], past: Past, assembly: Assembly
) -> dict[str, Value]:
    """The fields of a letter's record, but for what later becomes of what it undertakes."""
    number = letter.number
    title = " and ".join(motion.title for motion in letter.motions)
    fields: dict[str, Value] = {
        "title": title,
        "date": letter.told,
        "kind": letter.kind,
        "from": letter.sender,
        "to": letter.recipient,
    }
    if one_in(4, number, 1):
        others = {letter.sender, letter.recipient}
        members = assembly.members(letter.day)
        fields["copied_to"] = [one for one in members[5:8] if one not in others]
    if number % 8:
        fields["reference"] = letter.reference
    fields |= _taken_up(letter, before_it, past)
    if one_in(5, number, 2):
        fields["topics"] = list(_first_topics(letter))
    if letter.replies:
        fields["answers"] = [_answer(letter, motion) for motion in letter.motions]
    if letter.promise:
        fields["commitments"] = list(_commitments(letter))
    return fields | noted(number)


def _first_topics(letter: Written) -> tuple[str, ...]:
    """The first topic of each motion that a letter is about."""
    return tuple(dict.fromkeys(motion.topics[0] for motion in letter.motions))


def _taken_up(letter: Written, before_it: Sequence[Written], past: Past) -> dict[str, Value]:
    """What the letter replies to, and earlier letters that it takes up."""
    held = [one.id for one in before_it if one.kind == "request"]
    fields: dict[str, Value] = {}
    if letter.kind in ("reply", "holding reply"):
        day = letter.motions[0].meeting.day
        unheld: Value = {"from": letter.recipient, "date": known(day, "day")}
        fields["in_reply_to"] = {"letter": held[-1]} if held else unheld
    answered = [one.id for one in before_it if one.kind not in ("request", "holding reply")]
    if refers_to := answered[-1:] or before(past.letters, letter.day, 1):
        fields["refers_to"] = refers_to
    return fields


def _answer(letter: Written, motion: Moved) -> dict[str, Value]:
    asks = [_ask_answer(letter, one) for one in letter.replies if one.motion is motion]
    return {"motion": motion.id, "section": heading_of(motion), "asks": asks}


def _ask_answer(letter: Written, reply: Reply) -> dict[str, Value]:
    fields: dict[str, Value] = {"ask": reply.ask, "response": reply.response}
    if reply.response in QUOTED:
        fields["quotes"] = [letter.text.quotation(reply.words)]
    if reply.response == "partly":
        fields["note"] = "It does not say when."
    return fields


def _commitments(letter: Written) -> Iterator[dict[str, Value]]:
    assert letter.promise is not None
    promise: dict[str, Value] = {"quote": letter.text.quotation(letter.promise)}
    promise |= {"motion": letter.motions[0].id, "ask": letter.replies[0].ask}
    yield promise
    yield {"quote": letter.text.quotation(TWICE)}
