"""Owns a page that is yet to be made: where it will be, and all that it is made of.

A long list has many pages, of which a change touches few. What each would show is worked out only
for those.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from archive.pages.page import Page


@dataclass(frozen=True)
class Leaf:
    """A page to be, made by `work` of what it is `given` and of what it looks up meanwhile.

    Nothing that was looked up before may reach `work` but in what it is given: there it is told
    apart from what it was in another build.
    """

    address: str
    work: Callable[..., Page]
    given: tuple[object, ...]

    def made(self) -> Page:
        """The page."""
        page = self.work(*self.given)
        assert page.address == self.address
        return page


def made(pages: Iterable[Page | Leaf]) -> Iterator[Page]:
    """The same pages, all of them made."""
    return (page.made() if isinstance(page, Leaf) else page for page in pages)
