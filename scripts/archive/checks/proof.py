"""Owns the proof that a record's words are its source's words less what it declares left out."""

import hashlib
import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from archive.body import Body
from archive.checks.faults import places
from archive.model.provenance import Omission, Redaction, Source
from archive.problems import Problem, quoted
from archive.quotes import Span
from archive.yamltext import Node

MOST_WORDS_COMPARED = 5_000
"""Words after the first difference beyond which differences are not told apart (quadratic time)."""

_NOTHING_ADDED = "only words of the source"
DECLARED = "the source's words in their order; what is left out is an entry under omissions"
_REDACTED = re.compile(r"\[redacted: ([^\]]*)\]")


def digest_problems(
    path: str, fields: Node, source: Source, redacted: bool, content: bytes
) -> Iterator[Problem]:
    """Digests that are not those of the kept bytes, or that contradict the redactions."""
    digest = hashlib.sha256(content).hexdigest()
    if digest != source.sha256:
        here = fields.at(("source", "sha256"))
        wanted = f"the SHA-256 of {source.file}"
        yield Problem(path, here.line, here.column, quoted(source.sha256, 70), wanted, digest)
    if redacted == (source.original_sha256 in (None, source.sha256)):
        here = fields.at(("source", "original_sha256"))
        found = "the digest of the kept file" if source.original_sha256 else "none"
        if not redacted:
            found = "the digest of another original"
        wanted = "original_sha256 of the bytes as received, if and only if there are redactions"
        allowed = "a SHA-256 other than sha256 with redactions; without redactions no such field"
        yield Problem(path, here.line, here.column, found, wanted, allowed)


def redaction_problems(
    path: str, fields: Node, redactions: tuple[Redaction, ...], body: Body, source_text: str
) -> Iterator[Problem]:
    """Marks of redaction that nobody declared, and declared redactions that left no mark."""
    declared = {redaction.what for redaction in redactions}
    for match in _REDACTED.finditer(body.raw):
        if match[1] not in declared:
            line, column = body.place(match.start())
            wanted = "a redaction that is declared under redactions"
            allowed = "; ".join(sorted(declared)) or "none is declared"
            yield Problem(path, line, column, quoted(match[0]), wanted, allowed)
    for index, redaction in enumerate(redactions):
        if not places(source_text, f"[redacted: {redaction.what}]"):
            here = fields.at(("redactions", index))
            found = f"a redaction without a mark ({quoted(redaction.what)})"
            wanted = f"[redacted: {redaction.what}] in the kept source"
            yield Problem(path, here.line, here.column, found, wanted, "one mark for each")


def word_problems(
    path: str, fields: Node, omissions: tuple[Omission, ...], body: Body, source_text: str
) -> Iterator[Problem]:
    """Omissions that the source does not have, and every run of words that differs from it."""
    spans: list[Span] = []
    for index, omission in enumerate(omissions):
        here = fields.at(("omissions", index))
        found = places(source_text, omission.text)
        if len(found) >= omission.occurrence:
            spans.append(found[omission.occurrence - 1])
            continue
        what = f"{quoted(omission.text)}, which the source has {_times(len(found))}"
        wanted = f"words of the source (occurrence {omission.occurrence})"
        allowed = "words as the source has them"
        yield Problem(path, here.line, here.column, what, wanted, allowed)
    if len(spans) == len(omissions):
        yield from _differences(path, body, _without(source_text, spans))


def _times(count: int) -> str:
    return {0: "nowhere", 1: "once"}.get(count, f"{count} times")


def _without(text: str, spans: list[Span]) -> str:
    """The text with the spans blanked out, so that words around them do not join."""
    for span in spans:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _differences(path: str, body: Body, source_text: str) -> Iterator[Problem]:
    wanted, held = source_text.split(), list(body.words)
    if wanted == held:
        return
    lines = _word_lines(body) or [(body.first_line, 1)]
    for a, b, c, d in _runs(wanted, held):
        line, column = lines[min(c, len(lines) - 1)]
        missing, added = " ".join(wanted[a:b]), " ".join(held[c:d])
        found = quoted(added, 80) if added else f"no {quoted(missing, 80)}"
        want = f"{quoted(missing, 80)}, as the source has it" if missing else _NOTHING_ADDED
        yield Problem(path, line, column, found, want, DECLARED)


def _runs(wanted: list[str], held: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """The runs of words in which two texts differ; as one run where comparing would take long."""
    start = next((i for i, (a, b) in enumerate(zip(wanted, held, strict=False)) if a != b), None)
    start = min(len(wanted), len(held)) if start is None else start
    rest_wanted, rest_held = wanted[start:], held[start:]
    if max(len(rest_wanted), len(rest_held)) > MOST_WORDS_COMPARED:
        yield start, len(wanted), start, len(held)
        return
    for kind, a, b, c, d in SequenceMatcher(
        None, rest_wanted, rest_held, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            yield start + a, start + b, start + c, start + d


def _word_lines(body: Body) -> list[tuple[int, int]]:
    """The line and column of each word of the body."""
    raw = body.raw.split("\n")
    found: list[tuple[int, int]] = []
    for block in body.blocks:
        for offset, line in enumerate(block.lines):
            number = block.line + offset
            start = max(raw[number - body.first_line].find(line), 0)
            found += [(number, start + m.start() + 1) for m in re.finditer(r"\S+", line)]
    return found
