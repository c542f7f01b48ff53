"""Owns telling what became of all records: each change with its commit, and nothing secret."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import groupby
from operator import or_

from archive.differences import Fate
from archive.history.comparing import Compared, Touched, Word
from archive.history.lineages import Lineage
from archive.history.messages import published
from archive.history.past import Change, ChangedLine, Commit, Run
from archive.history.states import Followed, followed, last_text, openly
from archive.history.withholding import Secrets, tokens

Changes = dict[str, tuple[Change, ...]]


def told(
    found: Mapping[str, Lineage], blobs: Mapping[str, str], texts: Mapping[str, str], country: str
) -> tuple[Changes, Changes]:
    """The changes of the records that `texts` has, and of those withdrawn; newest first."""
    past = {
        path: followed(one, blobs, texts.get(path) or last_text(one, blobs), country)
        for path, one in found.items()
    }
    gone = [path for path in found if path not in texts]
    redacted = _all(one.secrets for one in past.values()).less(openly(texts))
    names = _all(_names_in(last_text(found[path], blobs)) for path in gone)
    teller = _Teller(redacted, redacted | names.less(openly(texts)), country)
    held = {path: tuple(teller.changes(past[path], True)) for path in found if path in texts}
    left = {
        path: tuple(teller.changes(past[path], False))
        for path in gone
        if found[path][-1].kind == "withdrawn" and not redacted.named_in(path)
    }
    return held, left


def _all(secrets: Iterable[Secrets]) -> Secrets:
    return reduce(or_, (one for one in secrets if one.words or one.pairs), Secrets())


def _names_in(text: str) -> Secrets:
    """What may name somebody in a record that was withdrawn: words with a capital or a figure."""
    bold = (word for word in text.split() if any(c.isupper() or c.isdigit() for c in word))
    return Secrets(frozenset(token for word in bold for token in tokens(word)))


class _Teller:
    """Tells changes, each commit once; `redacted` is kept from the lines, `unsaid` from reasons."""

    def __init__(self, redacted: Secrets, unsaid: Secrets, country: str) -> None:
        self.redacted, self.unsaid, self.country = redacted, unsaid, country
        self.commits: dict[str, Commit] = {}

    def changes(self, one: Followed, with_lines: bool) -> Iterator[Change]:
        """The changes of a record, newest first."""
        for at, stage in reversed(list(enumerate(one.lineage))):
            if stage.entry.id not in self.commits:
                commit = published(stage.entry, self.unsaid, self.country)
                self.commits[stage.entry.id] = commit
            before = stage.step.before if stage.kind == "renamed" else None
            yield Change(
                kind=stage.kind,
                path=stage.step.before if stage.kind == "withdrawn" else stage.step.path,
                commit=self.commits[stage.entry.id],
                before=None if before and self.redacted.named_in(before) else before,
                lines=tuple(map(self._line, one.touched.get(at, ()))) if with_lines else (),
            )

    def _line(self, line: Compared) -> ChangedLine:
        hidden = self._hidden(line.words)
        marked = [(fate, gone, word) for (fate, word), gone in zip(line.words, hidden, strict=True)]
        return ChangedLine(line.part, tuple(_runs(marked)))

    def _hidden(self, words: Touched) -> list[bool]:
        """Which words must not be shown, as they stand together before, afterwards, and here."""
        hidden = [not word.shown for _, word in words]
        sides: tuple[tuple[Fate, ...], ...] = (
            ("kept", "taken out"),
            ("kept", "put in"),
            ("kept", "taken out", "put in"),
        )
        for side in sides:
            places = [at for at, (fate, _) in enumerate(words) if fate in side]
            secret = self.redacted.among([words[at][1] for at in places])
            for at, is_secret in zip(places, secret, strict=True):
                hidden[at] |= is_secret
        return hidden


def _runs(words: Sequence[tuple[Fate, bool, Word]]) -> Iterator[Run]:
    for (fate, hidden), group in groupby(words, key=lambda one: one[:2]):
        row = [word for _, _, word in group]
        yield Run(fate, "", len(row)) if hidden else Run(fate, " ".join(row))
