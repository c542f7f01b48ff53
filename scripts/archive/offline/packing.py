"""Owns packing the files of a site: what an earlier copy has of the same files it has again."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from archive.elsewhere import elsewhere
from archive.offline.bag import DATA, Bag, Part, packed_part
from archive.offline.earlier import Earlier
from archive.offline.edition import ZIP, copies, is_the_same, offline_files, own_script
from archive.offline.listing import Listing
from archive.offline.manifest import NAME, changes
from archive.outputs import Output
from archive.sharing import in_parts
from archive.tree import Large, Shelf

WORTH_SHARING = 1_000
"""Files for which other processes begin to pay."""
LARGE = 2**24
"""Bytes of a file that is not in memory as a whole."""
WORTH_KEEPING = 0.5
"""Of the files those that may be other: of a copy with more it is not worth to keep the rest."""

Changed: TypeAlias = Sequence[tuple[str, bool]]
"""Paths of files that are not what they were, and whether they are there; in their order."""


@dataclass(frozen=True)
class Site:
    """The files of a site in a list, where they are, and the address of the site in the web."""

    listing: Listing
    shelf: Shelf
    address: str

    def pack(self, bag: Bag, lines: Iterable[bytes], opened: ExitStack) -> Iterator[bytes]:
        """Put the files of which these lines tell into a bag.

        Gives what is to be said there of those that the copy that is kept had; it is read as long
        as what is `opened` is.
        """
        bag.add(packed_part(bag.name, [own_script()], self.shelf.room), late=True)
        listed = self.listing.noting(lines)
        if earlier := self._earlier(listed):
            copy, changed = earlier
            file = opened.enter_context(copy.open("rb"))
            return self._pack_changed(bag, Earlier(file, bag.name), changed)
        deque(listed, 0)
        pack = partial(self._all, bag.name)
        for part in in_parts(pack, len(self.listing), WORTH_SHARING, bulky=True):
            bag.add(part)
        return iter(())

    def _earlier(self, lines: Iterable[bytes]) -> tuple[Path, Changed] | None:
        """The copy that is kept, and what has changed since; None where it is of no use.

        It is read once to see that it is whole, meanwhile its list is compared.
        """
        made_of, kept = self.shelf.kept(NAME), partial(self.shelf.kept, ZIP)
        if made_of is None:
            return None
        with elsewhere(kept) as whole, made_of.open("rb") as before:
            told = ((path.decode(), there) for path, there in changes(before, lines))
            changed = [one for one in told if any(copies(one[0]))]
            copy = whole()
        worth = len(changed) <= WORTH_KEEPING * len(self.listing)
        return (copy, changed) if copy and worth else None

    def _pack_changed(self, bag: Bag, earlier: Earlier, changed: Changed) -> Iterator[bytes]:
        paths = [path for path, there in changed if there]
        pack = partial(self._each, bag.name, paths)
        packed = chain.from_iterable(in_parts(pack, len(paths), WORTH_SHARING, bulky=True))
        for path, there in changed:
            earlier.give(bag, path)
            if there:
                bag.add(next(packed))
        earlier.give_rest(bag)
        names = chain([own_script().path], *(copies(path) for path, _ in changed))
        return earlier.held({f"{DATA}{name}".encode() for name in names})

    def _all(self, name: str, part: slice) -> Part:
        """Some of the files in the list as the copy has them."""
        return self._packed(name, self.listing.paths(part))

    def _each(self, name: str, paths: Sequence[str], part: slice) -> list[Part]:
        """Some of these files, each for itself."""
        return [self._packed(name, [path]) for path in paths[part]]

    def _packed(self, name: str, paths: Iterable[str]) -> Part:
        """These files as the copy has them, if any of them is in there."""
        files = (self._file(path) for path in paths if any(copies(path)))
        return packed_part(name, offline_files(files, self.address), self.shelf.room)

    def _file(self, path: str) -> Output | Large:
        """A file, which is in memory unless it is large."""
        place = self.shelf.find(path)
        if is_the_same(path) and place.stat().st_size > LARGE:
            return Large(path, place)
        return Output(path, place.read_bytes())
