"""Owns the citations of an archive: of each letter, each motion and each topic's list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from archive.addresses import topic_address
from archive.archive import Archive, HeldLetter, HeldMotion
from archive.citations.as_of import (
    as_of_address,
    cited_commit,
    newest_change,
    newest_commit,
    spoken,
)
from archive.citations.cited import Cited, cited_letter, cited_list, cited_motion
from archive.citations.csl import Item
from archive.citations.forms import Form, citation_outputs, forms, printed_items
from archive.citations.styles import Styles
from archive.cores import in_parts
from archive.history.past import NO_HISTORY, History
from archive.kept import InMemory, Kept
from archive.model.letter import Letter
from archive.outputs import Output

WORTH_SHARING = 200
"""Printed citations for which other processes begin to pay."""


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
        if isinstance(held.noun, Letter):
            motions = [self.archive.motions[answer.motion] for answer in held.noun.answers]
            return newest_change(self.history, [held.path, *(motion.path for motion in motions)])
        return newest_change(self.history, [held.path])

    def forms(self, cited: Cited) -> tuple[Form, ...]:
        """A citation in all its forms."""
        return forms(cited, self._styles)

    @cached_property
    def _styles(self) -> Styles:
        return Styles(self.archive.site.settings.language, self.values)

    def outputs(self) -> Iterator[Output]:
        """The files of all citations."""
        for cited in self._every():
            yield from citation_outputs(cited)

    def written_ahead(self) -> "Citations":
        """The same with all that the styles print in memory, written on every core."""
        language = self.archive.site.settings.language
        printed = [pair for cited in self._every() for pair in printed_items(cited).items()]
        by_key = {self._styles.key(*pair): pair for pair in printed}
        texts = {key: text for key in by_key if (text := self.values.get(key)) is not None}
        missing = [pair for key, pair in by_key.items() if key not in texts]
        for part in in_parts(partial(_written, language, missing), len(missing), WORTH_SHARING):
            for key, text in part:
                texts[key] = text
                self.values.put(key, text)
        return replace(self, values=InMemory(texts))

    def _every(self) -> Iterator[Cited]:
        yield from map(self.letter, self.archive.letters.values())
        yield from map(self.motion, self.archive.motions.values())
        yield from map(self.topic, self.archive.topics)


def _written(
    language: str, pairs: Sequence[tuple[str, Item]], part: slice
) -> list[tuple[str, bytes]]:
    """What the styles make of a slice of the items, each under its key."""
    styles = Styles(language)
    return [(styles.key(*pair), styles.written(*pair).encode()) for pair in pairs[part]]
