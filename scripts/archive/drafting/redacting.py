"""Owns taking personal data out of what was received, before anything of it is stored."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from archive.checks.privacy import personal_data
from archive.intake.received import Line, Page, Received
from archive.model.provenance import Redaction
from archive.recognition.private_persons import PrivatePerson

WHY = "personal data"
A_NAME = "a private person's name"
_MARK = re.compile(r"\[redacted: ([^\]\n]*)\]")


def text_of(received: Received) -> str:
    """All lines of what was received."""
    return "\n".join(_lines(received))


def redacted(received: Received, country: str, people: Iterable[PrivatePerson] = ()) -> Received:
    """What was received with `[redacted: WHAT]` in place of each piece of personal data.

    `people` are those whose names are taken out of its text, too.
    """
    lines = _lines(received)
    found = ((f.start, f.end, f.found) for f in personal_data("\n".join(lines), country))
    names = ((*span, A_NAME) for person in people for span in person.spans)
    spans = list(_apart([*found, *names]))
    return replace(received, pages=tuple(_pages(received.pages, _marked(lines, spans))))


def redactions(source: str) -> tuple[Redaction, ...]:
    """The entries for the marks that a source has, each kind once."""
    whats = dict.fromkeys(match[1].strip() for match in _MARK.finditer(source))
    return tuple(Redaction(what=what, why=WHY) for what in whats if what)


def _whole(text: str) -> str:
    """A text that UTF-8 can write: half characters, as a damaged PDF may have, become U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _lines(received: Received) -> list[str]:
    return [_whole(line.text) for page in received.pages for line in page]


def _apart(spans: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The spans in order, those that overlap as one."""
    ordered = sorted(spans)
    open_span: tuple[int, int, str] | None = None
    for start, end, found in ordered:
        if open_span and start < open_span[1]:
            open_span = (open_span[0], max(end, open_span[1]), open_span[2])
            continue
        if open_span:
            yield open_span
        open_span = (start, end, found)
    if open_span:
        yield open_span


def _marked(lines: list[str], spans: list[tuple[int, int, str]]) -> list[str]:
    """The lines with the marks; of a span over several lines, the first one gets the mark."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    marked = list(lines)
    for start, end, found in reversed(spans):
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        for index in range(last, first - 1, -1):
            begin = max(start - starts[index], 0)
            stop = min(end - starts[index], len(lines[index]))
            mark = f"[redacted: {found}]" if index == first else ""
            marked[index] = marked[index][:begin] + mark + marked[index][stop:]
    return marked


def _pages(pages: tuple[Page, ...], texts: list[str]) -> Iterator[Page]:
    rest = iter(texts)
    for page in pages:
        yield tuple(_line(line, next(rest)) for line in page)


def _line(line: Line, text: str) -> Line:
    return line if line.text == text else replace(line, text=text)
