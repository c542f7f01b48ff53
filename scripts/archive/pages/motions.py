"""Owns the page of a motion: what was asked, by whom, and what was answered."""

from archive.addresses import motion_address
from archive.anchors import anchor_of, heading_anchor
from archive.archive import Archive, HeldLetter, HeldMotion
from archive.model.letter import AskAnswer
from archive.model.motion import Ask, Motion
from archive.pages.document import document
from archive.pages.explained import used_in
from archive.pages.jsonld import motion_data
from archive.pages.letters import headings
from archive.pages.page import Contents, Page
from archive.pages.thread import thread

VOTES = {"unanimous": "unanimously", "by majority": "by a majority", "by the votes counted": ""}


def motion_page(archive: Archive, held: HeldMotion) -> Page:
    """The page of one motion."""
    pieces = document(held.body, archive.abbreviations)
    known = held.noun.sources or held.noun.source
    sources = (Contents("sources", "Where this comes from"),) if known else ()
    return Page(
        address=motion_address(held.id),
        template="motion.html",
        kind="motion",
        section="motions",
        title=f"{held.noun.title} (motion of {archive.day_of(held).spoken})",
        description=description(archive, held),
        shows={
            "motion": held,
            "decided": decided(held.noun),
            "ledger": ledger(archive, held),
            "replies": archive.replies(held.id),
            "thread": thread(archive, held),
            "pieces": pieces,
            "abbreviations": used_in(held.body, archive.abbreviations),
            "anchor_of": anchor_of,
            "heading_anchor": heading_anchor,
        },
        contents=(
            Contents("asks", "What it asks"),
            Contents("words", "The motion’s words"),
            *headings(pieces),
            Contents("thread", "What happened"),
            *sources,
        ),
        updated=archive.day_of(held).iso,
        jsonld=motion_data(archive, held),
        source_path=held.path,
    )


def ledger(
    archive: Archive, held: HeldMotion
) -> tuple[tuple[Ask, tuple[tuple[HeldLetter, AskAnswer], ...]], ...]:
    """Each ask of a motion with what each letter answers to it, oldest first."""
    answers = archive.answers(held.id)
    return tuple(
        (ask, tuple((x, a) for x, answer in answers for a in answer.asks if a.ask == ask.ask))
        for ask in held.noun.asks
    )


def decided(motion: Motion) -> str:
    """What became of a motion, as a sentence without its full stop."""
    if motion.outcome == "not recorded":
        return "Outcome not recorded"
    if motion.vote is None:
        return motion.outcome.capitalize()
    how = VOTES[motion.vote]
    if motion.votes:
        how = f"by {motion.votes.in_favour} votes to {motion.votes.against}"
        abstained = motion.votes.abstained
        how += f" with {abstained} abstaining" if abstained else ""
    first, _, amended = motion.outcome.partition(" ")
    return f"{first.capitalize()} {how}" + (f", {amended}" if amended else "")


def description(archive: Archive, held: HeldMotion) -> str:
    """One sentence on a motion: the body, the date, who moved it, what was decided."""
    mover = held.noun.moved_by
    by = f" moved by {archive.people[mover].styled}" if mover else ""
    when, body = archive.day_of(held).spoken, archive.site.settings.body
    what = decided(held.noun)
    return f"{held.noun.title}: motion of the {body} of {when}{by}. {what}."
