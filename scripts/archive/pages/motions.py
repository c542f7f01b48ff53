"""Owns the page of a motion: what was asked, by whom, and what was answered."""

from archive.addresses import motion_address
from archive.anchors import heading_anchor
from archive.archive import Archive
from archive.exports.akomantoso import dated_to_the_day
from archive.held import HeldMotion
from archive.ledger.book import Book
from archive.ledger.deeds import promises_on
from archive.ledger.thread import thread
from archive.model.motion import Motion
from archive.model.version import Version
from archive.pages.alternates import as_document
from archive.pages.document import document
from archive.pages.embedding import embedding
from archive.pages.explained import used_in
from archive.pages.jsonld import motion_data
from archive.pages.letters import headings
from archive.pages.page import Contents, Page
from archive.pages.proof import proof
from archive.pages.quoted import quoted_words
from archive.pages.versions import comparisons, names, own_name

VOTES = {"unanimous": "unanimously", "by majority": "by a majority", "by the votes counted": ""}


def motion_page(book: Book, held: HeldMotion) -> Page:
    """The page of one motion."""
    archive, address = book.archive, motion_address(held.id)
    quoted = quoted_words(archive, held)
    pieces = document(held.body, archive.abbreviations, quoted, address)
    entries, promises = book.entries[held.id], promises_on(archive, held)
    versions = archive.versions.get(held.id, ())
    known = held.provenance.sources or held.provenance.source
    sources = (Contents("sources", "Where this comes from"),) if known else ()
    return Page(
        address=address,
        template="motion.html",
        kind="motion",
        section="motions",
        title=f"{held.title} (motion of {archive.day_of(held).spoken})",
        description=description(archive, held),
        shows={
            "motion": held,
            "proof": proof(held, address),
            "embedding": embedding(archive, held, address, description(archive, held)),
            "decided": decided(held.noun),
            "how_decided": decided,
            "entries": entries,
            "promises": [one for one in promises if not one.commitment.ask],
            "reply": book.replies[held.id],
            "replies": archive.replies(held.id),
            "thread": thread(archive, held, entries, promises),
            "versions": versions,
            "version_names": names(archive, held),
            "own_name": own_name(held),
            "comparisons": comparisons(archive, held),
            "pieces": pieces,
            "abbreviations": used_in(held.body, archive.abbreviations),
            "heading_anchor": heading_anchor,
        },
        contents=(
            Contents("asks", "What it asks"),
            Contents("words", "The motion’s words"),
            *headings(pieces),
            *((Contents("versions", "Its versions"),) if versions else ()),
            Contents("thread", "What happened"),
            *sources,
        ),
        updated=archive.day_of(held).iso,
        jsonld=motion_data(archive, held),
        source_path=held.path,
        made_of=(
            held.path,
            *(one.path for one in versions),
            *(one.path for one in archive.replies(held.id)),
        ),
        alternates=as_document(
            address, "motion", bool(held.provenance.source), dated_to_the_day(archive, held)
        ),
    )


def decided(motion: Motion | Version) -> str:
    """What became of a motion or a version, as a sentence without its full stop."""
    if motion.outcome is None or motion.outcome == "not recorded":
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
    return f"{held.title}: motion of the {body} of {when}{by}. {what}."
