"""Owns the citations of an archive: of each letter, each motion and each topic's list."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial

from archive.addresses import topic_address
from archive.archive import Archive
from archive.citations.as_of import (
    as_of_address,
    cited_commit,
    newest_change,
    newest_commit,
    spoken,
)
from archive.citations.cited import Cited, cited_letter, cited_list, cited_motion
from archive.citations.forms import Form, citation_outputs, forms
from archive.citations.styles import Styles
from archive.held import HeldLetter, HeldMotion
from archive.history.past import NO_HISTORY, History
from archive.kept import Kept
from archive.making import AS_SEEN, Sheet


@dataclass(frozen=True)
class Citations:
    """Cites what an archive holds, as of the commit that it was built from."""

    archive: Archive
    history: History = NO_HISTORY
    values: Kept = field(default_factory=Kept)

    def letter(self, held: HeldLetter) -> Cited:
        """What is cited of a letter."""
        return cited_letter(self.archive, held)

    def motion(self, held: HeldMotion) -> Cited:
        """What is cited of a motion."""
        return cited_motion(self.archive, held)

    def topic(self, topic: str) -> Cited:
        """What is cited of a topic's list."""
        commit = cited_commit(self.history)
        address = as_of_address(topic_address(topic), commit)
        return cited_list(self.archive, topic, commit, address)

    def state(self, *records: HeldLetter | HeldMotion) -> str:
        """As of when and which commit records stand as they are shown; empty where not known.

        Without any, it is that of the whole archive.
        """
        paths = [held.path for held in records]
        commit = newest_commit(self.history, paths) if paths else cited_commit(self.history)
        if commit is None or any(path in self.history.uncommitted for path in paths):
            return ""
        return f"as this archive had it on {spoken(commit.day)} (commit {commit.short})"

    def since(self, held: HeldLetter | HeldMotion) -> str | None:
        """When a record last changed in a way that decides how it stands in a topic's list."""
        answered = [self.archive.motions[name].path for name in held.answers]  # a motion's: none
        return newest_change(self.history, [held.path, *answered])

    def forms(self, cited: Cited) -> tuple[Form, ...]:
        """A citation in all its forms."""
        return forms(cited, self._styles)

    @cached_property
    def _styles(self) -> Styles:
        return Styles(self.archive.site.settings.language, self.values)

    def sheets(self) -> Iterator[Sheet]:
        """The files of all citations, each made only if what it cites is another thing now."""
        for letter in self.archive.letters.values():
            yield _sheet(letter.path, partial(self.letter, letter))
        for motion in self.archive.motions.values():
            yield _sheet(motion.path, partial(self.motion, motion))
        for topic in self.archive.topics:
            yield _sheet(topic, partial(self.topic, topic))


def _sheet(name: str, cited: Callable[[], Cited]) -> Sheet:
    return Sheet(name, AS_SEEN, lambda: citation_outputs(cited()))
