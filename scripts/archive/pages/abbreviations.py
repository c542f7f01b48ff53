"""Owns the page that says what short forms stand for, and which letters and motions use them."""

from archive.addresses import ABBREVIATIONS
from archive.archive import Archive
from archive.held import Held
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.pages.alphabet import plain
from archive.pages.explained import used_in
from archive.pages.page import Page

AnyHeld = Held[Letter] | Held[Motion]

MOST_USES = 5
"""Letters and motions named for each form; a search finds the rest."""


def abbreviations_page(archive: Archive) -> Page:
    """The list of all abbreviations, in the order of the alphabet."""
    ordered = sorted(archive.abbreviations.items(), key=lambda entry: plain(entry[0]))
    uses = _uses(archive)
    return Page(
        address=ABBREVIATIONS,
        template="abbreviations.html",
        kind="index",
        section="abbreviations",
        title="Abbreviations",
        description="What the short forms in letters and motions stand for.",
        shows={
            "abbreviations": ordered,
            "uses": {short: found[:MOST_USES] for short, found in uses.items()},
        },
        source_path="letters/abbreviations.yml",
    )


def _uses(archive: Archive) -> dict[str, list[AnyHeld]]:
    """The letters and motions in whose words each abbreviation occurs, newest first."""
    uses: dict[str, list[AnyHeld]] = {s: [] for s in archive.abbreviations}
    everything: list[AnyHeld] = [*archive.letters.values(), *archive.motions.values()]
    for held in everything:
        forms = used_in(held.body, archive.abbreviations)
        for short, noun in archive.abbreviations.items():
            if forms.keys() & {short, *noun.also_written}:
                uses[short].append(held)
    return uses
