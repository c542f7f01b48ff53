"""Owns checking versions of motions: their names, their order, and what each stage may say."""

from collections.abc import Container, Iterable, Iterator

from archive.model.version import Version
from archive.problems import Problem, quoted
from archive.records import Record


def version_problems(
    record: Record[Version], version: Version, motions: Container[str]
) -> Iterator[Problem]:
    """A version misnamed, or tabled and decided at once; `motions` are the known ids."""
    if version.motion in motions:
        yield from _name(record, version)
    yield from _decided(record, version)


def twice_told(records: Iterable[Record[Version]]) -> Iterator[Problem]:
    """Versions of one motion with the same stage and order."""
    first: dict[tuple[str, str, int], str] = {}
    for record in records:
        if not record.whole:
            continue
        key = (record.gist.within, record.gist.kind, record.gist.number)
        if key in first:
            here = record.fields.at(("order",) if record.wrote("order") else ("stage",))
            found = f"{quoted(key[1])}, order {key[2]}, again"
            allowed = f"each once for a motion (the first is {first[key]})"
            wanted = "an order of its own"
            yield Problem(record.path, here.line, here.column, found, wanted, allowed)
        first.setdefault(key, record.path)


def _decided(record: Record[Version], version: Version) -> Iterator[Problem]:
    """What a motion as tabled cannot have yet."""
    for name in ("outcome", "vote"):
        if version.stage == "as tabled" and getattr(version, name):
            here = record.fields.at((name,))
            found = f"the {name} of a motion as tabled"
            wanted, allowed = f"no {name}: the motion's own record has it", "no such field"
            yield Problem(record.path, here.line, here.column, found, wanted, allowed)


def _name(record: Record[Version], version: Version) -> Iterator[Problem]:
    if not record.id.startswith(f"{version.motion}-"):
        here = record.fields.at(("motion",))
        found = f"the file name {quoted(record.id + '.md', 100)}"
        wanted = "a name that begins with the motion's id"
        order = f"-{version.order}" if version.order > 1 else ""
        allowed = f"{version.motion}-{version.stage.replace(' ', '-')}{order}.md"
        yield Problem(record.path, here.line, here.column, found, wanted, allowed)
