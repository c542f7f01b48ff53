"""Owns what a motion's page shows of its versions: who moved each, and how its words changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from archive.archive import Archive
from archive.body import Body
from archive.held import HeldMotion, HeldVersion
from archive.pages.wording import Paragraph, compared


@dataclass(frozen=True)
class Comparison:
    """Two wordings that are held: what each is called, and the later beside the earlier."""

    earlier: str
    later: str
    paragraphs: tuple[Paragraph, ...]


def name(version: HeldVersion, several: bool) -> str:
    """What a version is called; numbered where there are several of its stage."""
    noun = version.noun
    if noun.stage == "amendment":
        return f"amendment {noun.order}" if several else "the amendment"
    return f"the motion {noun.stage}" + (f" ({noun.order})" if several else "")


def names(archive: Archive, motion: HeldMotion) -> dict[str, str]:
    """What each version of a motion is called, by its id."""
    found = archive.versions.get(motion.id, ())
    stages = [version.noun.stage for version in found]
    return {v.id: name(v, stages.count(v.noun.stage) > 1) for v in found}


def comparisons(archive: Archive, motion: HeldMotion) -> tuple[Comparison, ...]:
    """Each wording that is held beside the next one; an amendment is no wording of the whole."""
    wordings = list(_wordings(archive, motion))
    return tuple(
        Comparison(earlier, later, compared(one, other))
        for (earlier, one), (later, other) in pairwise(wordings)
    )


def _wordings(archive: Archive, motion: HeldMotion) -> Iterator[tuple[str, Body]]:
    called = names(archive, motion)
    for version in archive.versions.get(motion.id, ()):
        if version.body.flat and version.noun.stage != "amendment":
            yield called[version.id], version.body
    if motion.body.flat:
        yield own_name(motion), motion.body


def own_name(motion: HeldMotion) -> str:
    """What the wording in a motion's own record is called."""
    outcome = motion.noun.outcome
    return "the motion as agreed" if outcome.startswith("agreed") else "the motion as put"
