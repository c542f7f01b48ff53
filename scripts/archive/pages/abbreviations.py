"""Owns the page that says what short forms stand for, and which letters and motions use them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from itertools import chain
from typing import TypeAlias

from archive.addresses import ABBREVIATIONS
from archive.archive import Archive
from archive.held import Held
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.pages.alphabet import plain
from archive.pages.explained import used_in
from archive.pages.page import Page

AnyHeld = Held[Letter] | Held[Motion]
Used: TypeAlias = Mapping[str, Collection[str]]
"""By the paths of letters and motions the short forms in their words; none is as good as absent."""

MOST_USES = 5
"""Letters and motions named for each form; a search finds the rest."""


def used_in_every(archive: Archive) -> Used:
    """The short forms in all letters and motions, whose words are read for that."""
    every = chain[AnyHeld](archive.letters.values(), archive.motions.values())
    return {held.path: used_in(held.body, archive.abbreviations).keys() for held in every}


def abbreviations_page(archive: Archive, used: Used) -> Page:
    """The list of all abbreviations, in the order of the alphabet, with whoever has used them."""
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
            "uses": _uses(archive, used),
        },
        source_path="letters/abbreviations.yml",
    )


def _uses(archive: Archive, used: Used) -> dict[str, list[AnyHeld]]:
    """The newest letters in whose words each abbreviation occurs, and motions if they are few."""
    uses: dict[str, list[AnyHeld]] = {short: [] for short in archive.abbreviations}
    shorts: defaultdict[str, set[str]] = defaultdict(set)
    for short, noun in archive.abbreviations.items():
        for form in (short, *noun.also_written):
            shorts[form].add(short)
    for held in chain[AnyHeld](archive.letters.values(), archive.motions.values()):
        for short in set[str]().union(*(shorts[form] for form in used.get(held.path, ()))):
            if len(uses[short]) < MOST_USES:
                uses[short].append(held)
    return uses
