"""Owns what is searched of the ledger: each ask and each commitment as a document of its own.

An ask's title is our summary; its passages are the motion's words and those of its answers. A
commitment has no title of its own, and one passage: its words.
"""

from collections.abc import Iterable, Iterator

from archive.addresses import letter_address, motion_address
from archive.archive import Archive
from archive.gist import movers
from archive.held import HeldLetter, HeldMotion
from archive.ledger.asks import Answered, Entry, entries_of
from archive.ledger.deeds import Promise, Trace, promises_of
from archive.model.quotation import Quotation
from archive.search.documents import Document, Passage, Statement, Whole, dates


def asks_of(archive: Archive, motion: HeldMotion) -> Iterator[Document]:
    """The asks of a motion, the last first, as a record of the same day with a higher number is."""
    for entry in reversed(entries_of(archive, motion)):
        yield _of_ask(archive, entry)


def commitments_of(archive: Archive, letter: HeldLetter) -> Iterator[Document]:
    """The commitments of a letter, the last first."""
    for promise in reversed(promises_of(archive, letter)):
        yield _of_commitment(archive, promise)


def _of_ask(archive: Archive, entry: Entry) -> Document:
    motion, ask = entry.motion, entry.ask
    own = (_passage(motion, ask.quote, None),) if ask.quote else ()
    answers = tuple(enumerate(entry.answers))
    said = (_passage(a.letter, q, at) for at, a in answers for q in a.asked.quotes)
    return Document(
        number=0,
        id=f"{motion.id}#ask-{ask.ask}",
        kind="ask",
        address=f"{motion_address(motion.id)}#ask-{ask.ask}",
        title=ask.summary,
        passages=(*own, *said),
        **dates(archive.day_of(motion)),
        topics=tuple(map(str, motion.noun.topics)),
        by=tuple(dict.fromkeys(movers(motion.noun))),
        addressed=tuple(map(str, ask.addressees or motion.noun.addressees)),
        responses=tuple(dict.fromkeys(a.asked.response for a in entry.answers)),
        delivery=entry.delivery,
        whole=Whole(motion.title, ask.ask),
        statements=(*(_response(archive, a) for a in entry.answers), *_delivery(entry.traces)),
    )


def _of_commitment(archive: Archive, promise: Promise) -> Document:
    letter, motion = promise.letter, promise.commitment.motion
    on = archive.motions[motion].topics if motion else ()
    noun = letter.noun
    return Document(
        number=0,
        id=f"{letter.id}#commitment-{promise.number}",
        kind="commitment",
        address=f"{letter_address(letter.id)}#commitment-{promise.number}",
        title="",
        passages=(_passage(letter, promise.commitment.quote, None),),
        **dates(noun.date),
        topics=tuple(map(str, on)) or archive.topics_of(letter),
        sender=(str(noun.sender),),
        recipients=tuple(dict.fromkeys(map(str, (noun.recipient, *noun.copied_to)))),
        delivery=promise.delivery,
        whole=Whole(letter.title, promise.number),
        statements=tuple(_delivery(promise.traces)),
    )


def _passage(record: HeldLetter | HeldMotion, quote: Quotation, said: int | None) -> Passage:
    anchor = record.anchor(quote)
    return Passage(anchor.name, anchor.number, quote.words, said)


def _response(archive: Archive, one: Answered) -> Statement:
    letter, address = one.letter, letter_address(one.letter.id)
    words = f"{letter.kind} from {archive.people[letter.lead].name}"
    return Statement("response", one.asked.response, letter.date.spoken, words, address)


def _delivery(traces: Iterable[Trace]) -> Iterator[Statement]:
    """What the newest evidence says; none where there is none."""
    for trace in list(traces)[-1:]:
        yield Statement("delivery", trace.evidence.state, trace.day.spoken)
