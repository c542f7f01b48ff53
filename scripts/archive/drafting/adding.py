"""Owns adding files to an archive, one after the other, and what is said of each."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from archive.drafting.draft import Draft, Kind
from archive.drafting.drafted import Desk, drafted, ids_taken
from archive.drafting.extending import with_draft
from archive.drafting.likeness import SAME, Alike, alike
from archive.drafting.placing import Occupied, place
from archive.drafting.telling import shown, told
from archive.intake.received import Received, Refusal
from archive.model.dates import PartialDate
from archive.problems import visible
from archive.reading import Reading, read_archive
from archive.recognition.private_persons import PrivatePerson

State = Literal["drafted", "held", "refused"]
_HELD = "is in the archive already, as {id} ({how}); nothing was added"


@dataclass(frozen=True)
class Wish:
    """How files are to be added: into which archive, on which day, and as what.

    `keeps` says of somebody who may be private whether the name stays.
    """

    root: Path
    today: PartialDate
    dry: bool = False
    kind: Kind | None = None
    keeps: Callable[[PrivatePerson], bool] = lambda person: False


@dataclass(frozen=True)
class Added:
    """What became of a file or a part of it, and what is to be said of that."""

    state: State
    text: str


def added(files: Iterable[tuple[str, Received | Refusal]], wish: Wish) -> Iterator[Added]:
    """Adds what was received, unless it is refused or held already.

    The archive is read once; what is added is known to what comes after it, so that a letter can
    point at a motion just added.
    """
    reading, _ = read_archive(wish.root)
    for name, received in files:
        if isinstance(received, Refusal):
            yield Added("refused", f"{received}\n")
            continue
        desk = Desk(reading, ids_taken(reading), wish.today, wish.keeps)
        drafts = drafted(received, desk, wish.kind)
        if len(drafts) > 1:
            yield Added("drafted", f"{visible(name)}: {len(drafts)} motions, a draft for each\n\n")
        for draft in drafts:
            one = _added(draft, visible(name), wish, reading)
            if one.state == "drafted" and isinstance(draft, Draft):
                reading = with_draft(reading, draft)
            yield one


def _added(draft: Draft | Refusal, name: str, wish: Wish, reading: Reading) -> Added:
    if isinstance(draft, Refusal):
        return Added("refused", f"{draft}\n")
    like = alike(draft, reading)
    if like and like.likeness >= SAME:
        return Added("held", f"{name}: {_HELD.format(id=like.id, how=_how(like))}\n")
    try:
        return Added("drafted", _written(draft, name, wish) + _also(like))
    except (Occupied, OSError) as error:
        why = error.strerror or "it failed" if isinstance(error, OSError) else str(error)
        return Added("refused", f"{name}: could not be written ({why}); nothing was written\n")


def _written(draft: Draft, name: str, wish: Wish) -> str:
    if wish.dry:
        return told(draft, name, dry=True) + shown(draft)
    place(wish.root, draft)
    return told(draft, name, dry=False)


def _also(like: Alike | None) -> str:
    if like is None:
        return ""
    return f"\n  {like.id} has {_how(like)}: is this another version of it?\n"


def _how(like: Alike) -> str:
    same = like.likeness == 1
    return "the same words" if same else f"{like.likeness:.0%} of the words alike"
