"""Owns which texts stand in the fields of a record or a vocabulary, and at which places."""

from collections.abc import Iterator

from archive.checks.faults import Place, texts_under
from archive.nodes import Plain

_NOT_PROSE = ("sha256", "original_sha256", "file", "url", "official_page", "corrections_email")
"""Fields whose values have a check of their own."""


def field_texts(fields: Plain) -> list[str]:
    """The values of fields that hold words, but for the passages that a record excepts."""
    found: list[str] = []
    _gather(found, fields)
    return found


def _gather(found: list[str], value: Plain) -> None:
    """What `_place` finds, without places: they take half of the time, and few are needed."""
    if isinstance(value, str):
        found.append(value)
        return
    for key, entry in value.items() if isinstance(value, dict) else enumerate(value):
        if key == "exceptions":
            for _, why in _reasons(entry):
                _gather(found, why)
        elif key in _NOT_PROSE:
            continue
        elif isinstance(entry, str):
            found.append(entry)
        else:
            _gather(found, entry)


def placed_texts(fields: Plain) -> list[tuple[str, Place]]:
    """The same, each with its place."""
    found: list[tuple[str, Place]] = []
    _place(found, fields, ())
    return found


def _place(found: list[tuple[str, Place]], value: Plain, place: Place) -> None:
    if isinstance(value, str):
        found.append((value, place))
        return
    for key, entry in value.items() if isinstance(value, dict) else enumerate(value):
        if key == "exceptions":
            for index, why in _reasons(entry):
                _place(found, why, (*place, key, index, "why"))
        elif key not in _NOT_PROSE:
            _place(found, entry, (*place, key))


def _reasons(exceptions: Plain) -> Iterator[tuple[int, Plain]]:
    """Why each passage is excepted; the passages themselves are what the check passes over."""
    for index, item in enumerate(exceptions if isinstance(exceptions, list) else ()):
        if isinstance(item, dict) and "why" in item:
            yield index, item["why"]


def cited(fields: Plain) -> Iterator[Place]:
    """The words that omissions and repairs have from the source."""
    for key, name in (("omissions", "text"), ("repairs", "found")):
        yield from (place for _, place in texts_under(fields, key, name))
