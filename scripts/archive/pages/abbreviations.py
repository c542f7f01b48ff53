"""Owns the page that says what short forms stand for, and which letters and motions use them."""

from collections import defaultdict
from itertools import chain

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
    return Page(
        address=ABBREVIATIONS,
        template="abbreviations.html",
        kind="index",
        section="abbreviations",
        title="Abbreviations",
        description="What the short forms in letters and motions stand for.",
        shows={
            "abbreviations": ordered,
            "uses": _uses(archive),
        },
        source_path="letters/abbreviations.yml",
    )


def _uses(archive: Archive) -> dict[str, list[AnyHeld]]:
    """The newest letters in whose words each abbreviation occurs, and motions if they are few."""
    uses: dict[str, list[AnyHeld]] = {short: [] for short in archive.abbreviations}
    lacking = dict(archive.abbreviations.items())
    shorts: defaultdict[str, set[str]] = defaultdict(set)
    for short, noun in lacking.items():
        for form in (short, *noun.also_written):
            shorts[form].add(short)
    for held in chain[AnyHeld](archive.letters.values(), archive.motions.values()):
        if not lacking:
            break
        found = used_in(held.body, lacking)
        for short in set[str]().union(*(shorts[form] for form in found)) & lacking.keys():
            uses[short].append(held)
            if len(uses[short]) == MOST_USES:
                del lacking[short]
    return uses
