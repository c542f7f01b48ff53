"""Owns the truth about a folder of documents: what is right for each of their fields."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from archive.drafting.draft import Kind
from archive.yamltext import read_yaml

FIELDS: Mapping[Kind, tuple[str, ...]] = {
    "letter": ("from", "to", "date", "reference", "subject", "sections"),
    "motion": (
        *("title", "date", "number", "moved_by", "seconded_by"),
        *("outcome", "vote", "votes", "asks"),
    ),
}
TEXT = ".truth.txt"
"""The ending of the file that has the true words of a document, beside it."""

Right = str | tuple[str, ...]


class Untrue(Exception):
    """That a folder cannot be measured; its text says why."""


@dataclass(frozen=True)
class Truth:
    """A document, what is right for each of its fields, and its words where they are given.

    A field that has no truth is right if nothing is recognised.
    """

    path: Path
    kind: Kind
    fields: Mapping[str, Right]
    text: str | None


def truths(folder: Path) -> list[Truth]:
    """The documents of a folder that have a file NAME.yml beside them, sorted by name."""
    found = [truth for path in sorted(folder.glob("*.yml")) for truth in _of(path)]
    if not found:
        raise Untrue(f"{folder} has no NAME.yml beside a document")
    return found


def _of(path: Path) -> Iterator[Truth]:
    node, problems = read_yaml(path.name, path.read_text(encoding="utf-8"))
    if node is None or problems:
        raise Untrue(str(problems[0]))
    plain = node.plain()
    assert isinstance(plain, dict)  # read_yaml gives nothing else
    kind: Kind = "motion" if plain.pop("kind", "letter") == "motion" else "letter"
    if unknown := set(plain) - set(FIELDS[kind]):
        raise Untrue(f"{path.name}: no field of a {kind}: {', '.join(sorted(unknown))}")
    words = path.with_suffix(TEXT)
    text = words.read_text(encoding="utf-8") if words.exists() else None
    others = (p for p in sorted(path.parent.glob(f"{path.stem}.*")) if p.suffix != ".yml")
    documents = [p for p in others if not p.name.endswith(TEXT)]
    if not documents:
        raise Untrue(f"{path.name} stands beside no document")
    for document in documents:
        yield Truth(document, kind, _fields(plain), text)


_CALLED = {"lost": "rejected", "carried": "agreed", "passed": "agreed"}
"""Other words for what became of a motion."""


def _fields(plain: Mapping[str, object]) -> dict[str, Right]:
    """The fields, with votes that are given as `{for: 12, against: 3}` as the draft has them."""
    fields = dict(plain)
    for name in ("vote", "votes"):
        counts = fields.get(name)
        if isinstance(counts, Mapping) and {"for", "against"} <= set(counts):
            del fields[name]
            numbers = [_count(counts[side]) for side in ("for", "against")]
            fields |= {"vote": "by the votes counted", "votes": "-".join(numbers)}
    said = str(fields.get("outcome", ""))
    if said in _CALLED:
        fields["outcome"] = _CALLED[said]
    if said == "not recorded":
        del fields["outcome"]
    return {name: _right(value) for name, value in fields.items()}


def _count(side: object) -> str:
    """The votes of a side: a number, or the names of those who voted."""
    return str(len(side)) if isinstance(side, (list, tuple)) else str(side)


def _right(value: object) -> Right:
    return tuple(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
