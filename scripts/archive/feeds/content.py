"""Owns the full text of a record as a feed gives it: facts of ours first, then its own words."""

from collections.abc import Sequence
from itertools import chain, zip_longest
from xml.etree import ElementTree as ET

from archive.addresses import letter_address, motion_address
from archive.archive import Archive
from archive.body import Block, Body, split_marker
from archive.feeds.entry import Writer, element, link
from archive.held import HeldLetter, HeldMotion
from archive.model.provenance import Correction


def site_address(archive: Archive, address: str) -> str:
    """An address of the site as others must write it."""
    return f"{archive.site.site_url.rstrip('/')}/{address}"


def letter_content(archive: Archive, held: HeldLetter) -> str:
    """The letter: from whom to whom, what it answers, its text, and what was corrected."""
    letter, writer = held.noun, Writer()
    sender = _with_office(archive, str(letter.sender), held)
    recipient = _with_office(archive, str(letter.recipient), held)
    what = f"{letter.kind.capitalize()} of {letter.date.spoken}, from {sender} to {recipient}."
    writer.add("p", what)
    answered = dict.fromkeys(str(answer.motion) for answer in letter.answers)
    if answered:
        links = [_motion_link(archive, motion) for motion in answered]
        writer.add("p", "It answers ", *_listed(links), ".")
    _corrections(writer, held.provenance.corrections)
    writer.add("hr")
    _words(writer, held.body)
    return writer.written


def motion_content(archive: Archive, held: HeldMotion) -> str:
    """The motion: what became of it, its asks in our words, replies, and its text if held."""
    motion, writer = held.noun, Writer()
    meeting = archive.meetings[motion.meeting]
    writer.add("p", f"Motion at {meeting.title}, {meeting.date.spoken}: {motion.outcome}.")
    if motion.asks:
        writer.add("p", "What it asks, in the words of this archive:")
        asks = writer.add("ol")
        for ask in motion.asks:
            writer.add("li", ask.summary, inside=asks)
    replies = [
        link(
            site_address(archive, letter_address(one.id)),
            f"{one.noun.kind}, {one.noun.date.spoken}",
        )
        for one in archive.replies(held.id)
    ]
    if replies:
        writer.add("p", "Letters that answer it: ", *_listed(replies), ".")
    _corrections(writer, held.provenance.corrections)
    writer.add("hr")
    if held.body.flat:
        _words(writer, held.body)
    else:
        writer.add("p", "This archive does not hold the text of the motion.")
    return writer.written


def _with_office(archive: Archive, person: str, held: HeldLetter) -> str:
    offices = archive.site.settings.offices
    names = [offices[tenure.office] for tenure in archive.offices_on(person, held.noun.date)]
    return ", ".join([archive.people[person].styled, *names])


def _motion_link(archive: Archive, motion: str) -> ET.Element:
    title = archive.motions[motion].title
    return link(site_address(archive, motion_address(motion)), title)


def _listed(links: Sequence[ET.Element]) -> list[ET.Element | str]:
    """Links with commas between them."""
    pairs = zip_longest(links, [", "] * (len(links) - 1), fillvalue="")
    return [part for part in chain.from_iterable(pairs) if part != ""]


def _corrections(writer: Writer, corrections: Sequence[Correction]) -> None:
    for one in corrections:
        label = element("b", f"Corrected in this archive, {one.date.spoken}:")
        writer.add("p", label, f" {one.what} {one.why}")


def _words(writer: Writer, body: Body) -> None:
    """The document's words, block by block."""
    for block in body.blocks:
        if block.kind == "heading":
            writer.add(f"h{block.level}", block.text)
        elif block.kind == "list":
            items = writer.add("ul")
            for line in block.lines:
                writer.add("li", " ".join(filter(None, split_marker(line))), inside=items)
        elif block.kind == "quotation":
            quotation = writer.add("blockquote")
            writer.add("p", *_lines(block), inside=quotation)
        else:
            writer.add("p", *_lines(block))


def _lines(block: Block) -> list[ET.Element | str]:
    first, *others = block.lines
    parts: list[ET.Element | str] = [first]
    for line in others:
        parts += [element("br"), line]
    return parts
