"""Owns reading a line by which a page or a volume calls a letter: from whom and to whom."""

import re
from collections.abc import Iterator, Sequence

from archive.recognition.bodies import BODIES
from archive.recognition.dating import dates
from archive.recognition.givennames import GIVEN
from archive.recognition.honours import OF_OFFICE
from archive.recognition.names import Name, name_at_end, name_in, plain

_LETTER = (
    r"^.{0,40}?\b(?:letter|(?P<other>reply|response|note)|e-?mail|memo(?:randum)?|telegram|cable"
    r"|d[ei]spatch)"
    r"(?: \([^)]*\))?(?: (?:sent|addressed|dated [^,]{5,20}))?"
)
_SIDE = r"(?P<{}>[^.:;]{{3,140}}?)"
_WRITER, _READER = _SIDE.format("writer"), _SIDE.format("reader")
_ENDS = (
    r"(?=[.:;]|$|,? (?:on|about|regarding|concerning|dated|in (?:relation|response|reply)"
    r"|following)\b| [–—-] |,? \d)"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_LETTER} (?:from|by) {_WRITER} to {_READER}{_ENDS}",
        rf"{_LETTER} to {_READER},? (?:from|by) {_WRITER}{_ENDS}",
        rf"{_LETTER} (?:from|by) {_WRITER}{_ENDS}",
        rf"{_LETTER} to {_READER}{_ENDS}",
    )
)
_ONE_TO_OTHER = re.compile(
    r"(?:from )?(?P<writer>[^.:;]{2,90}?),? to (?P<reader>[^:;]{2,90}?)", re.IGNORECASE
)
_AROUND = re.compile(r"\[[^\]]*\]|^[\W_]+|[\s–—,.-]+$")
_OFFICE = re.compile(
    r"the (?:[\w-]+ )*?(?:secretary|ambassador|minister|president|governor|chairman|chair|mayor"
    r"|consul|chargé|director|commissioner|speaker|clerk)\b",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_HOLDER = re.compile(r"\w \(([A-Z][a-z’'-]+)\)$")
_MOST = 40
"""Words of such a line."""


def called(lines: Sequence[str]) -> tuple[Name | None, Name | None]:
    """The writer and the reader whom the first such line names; None where it names an office."""
    for line in lines:
        if sides := _sides(line):
            return sides
    return None, None


def calls(line: str) -> bool:
    """Whether a line calls a letter so."""
    return _sides(line) is not None


def _sides(line: str) -> tuple[Name | None, Name | None] | None:
    if len(line.split()) > _MOST:
        return None
    if match := next((m for form in _FORMS if (m := form.search(line))), None):
        groups = match.groupdict()
        writer, reader = _somebody(groups.get("writer")), _somebody(groups.get("reader"))
        sure = not groups["other"] or any(name and _personal(name) for name in (writer, reader))
        return (writer, reader) if sure else None
    match = _ONE_TO_OTHER.fullmatch(_bare(line))
    if match is None or not _may_write(match["writer"]):
        return None
    reader = _somebody(match["reader"])
    dated = next(dates(line), None) is not None
    offices = all(_OFFICE.match(match[side]) for side in ("writer", "reader"))
    if not offices and (reader is None or not (dated or _personal(reader))):
        return None
    return _somebody(match["writer"]), reader


def _bare(line: str) -> str:
    """A line without a date, brackets and the signs around them."""
    for found in dates(line):
        line = line.replace(found.words, "", 1)
    before = None
    while line != before:
        before, line = line, _AROUND.sub("", line).strip()
    return line


def _may_write(words: str) -> bool:
    """Whether words before `to` are somebody: a person, initials, the holder of an office."""
    name = name_in(words)
    initials = words.isupper() and words.isalpha()
    office = set(plain(words)) & (OF_OFFICE | BODIES) and words[:1].isupper()
    return initials or bool(name and _personal(name)) or bool(office)


def _personal(name: Name) -> bool:
    return bool(name.before or name.after or name.words[0] in GIVEN or len(name.words[0]) == 1)


def _somebody(words: str | None) -> Name | None:
    """The person whom some words name, whatever office stands beside the name."""
    return next(_names(words or ""), None)


def _names(words: str) -> Iterator[Name]:
    """The names among some words; one in brackets behind an office is its holder's."""
    if behind := _HOLDER.search(words.strip()):
        yield Name("", behind[1], "")
    for part in _BRACKETS.sub("", words).split(","):
        name = name_at_end(part.strip())
        if name and (_personal(name) or name_in(part)):
            yield name
