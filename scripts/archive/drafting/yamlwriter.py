"""Owns writing fields as YAML that every reader, of YAML 1.1 too, reads back as they were."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import yaml

from archive.model.dates import PartialDate
from archive.problems import visible

Value: TypeAlias = str | int | PartialDate | Sequence["Value"] | Mapping[str, "Value"]

WIDTH = 100
_PLAIN = re.compile(r"[^\W_](?:(?!: | #).)*(?<![:\s])")
_ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
_RESOLVER = yaml.SafeLoader("")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def fields_yaml(
    fields: Mapping[str, Value], comments: Mapping[str, Sequence[str]] | None = None
) -> str:
    """Fields in YAML, a line each or more; above each the comments of its name.

    Comments of a name that is no field stand at the end.
    """
    said = dict(comments or {})
    lines: list[str] = []
    for name, value in fields.items():
        lines += [f"# {visible(words)}" for words in said.pop(name, ())]
        lines += _entry(name, value)
    lines += [f"# {visible(words)}" for rest in said.values() for words in rest]
    return "".join(f"{line}\n" for line in lines)


def scalar(value: str | int | PartialDate) -> str:
    """A single value: plain where it can only mean itself, else in quotation marks."""
    if not isinstance(value, str):
        return str(value)
    if _is_plain(value):
        return value
    if value.isprintable() and '"' in value:
        doubled = value.replace("'", "''")
        return f"'{doubled}'"
    return '"' + "".join(map(_escaped, value)) + '"'


def _is_plain(text: str) -> bool:
    if not _PLAIN.fullmatch(text) or not text.isprintable():
        return False
    resolved = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return bool(resolved == "tag:yaml.org,2002:str")


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"  # noqa: PLR2004


def _entry(name: str, value: Value) -> Iterator[str]:
    if isinstance(value, (str, int, PartialDate)):
        yield f"{name}: {scalar(value)}"
    elif not value:
        yield f"{name}: {'{}' if isinstance(value, Mapping) else '[]'}"
    elif flow := _flow(name, value):
        yield flow
    else:
        yield f"{name}:"
        yield from (f"  {line}" for line in _inside(value))


def _flow(name: str, value: Value) -> str | None:
    """Ids in one short line, as records have them."""
    if isinstance(value, Mapping) or not isinstance(value, Sequence):
        return None
    if not all(isinstance(v, str) and _ID.fullmatch(v) and _is_plain(v) for v in value):
        return None
    line = f"{name}: [{', '.join(map(str, value))}]"
    return line if len(line) <= WIDTH else None


def _inside(value: Value) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, part in value.items():
            yield from _entry(name, part)
        return
    assert isinstance(value, Sequence)
    for item in value:
        lines = [scalar(item)] if isinstance(item, (str, int, PartialDate)) else [*_inside(item)]
        yield from (f"{'- ' if i == 0 else '  '}{line}" for i, line in enumerate(lines))
