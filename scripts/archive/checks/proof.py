"""Owns the proof that the kept source is the one meant, and that redactions are declared."""

import hashlib
import re
from collections.abc import Iterator

from archive.body import Body
from archive.checks.faults import places
from archive.model.provenance import NO_DIGEST, Redaction, Source
from archive.nodes import Node
from archive.problems import Problem, quoted

_MARK = "[redacted: "
_REDACTED = re.compile(rf"{re.escape(_MARK)}([^\]]*)\]")


def digest_problems(
    path: str, fields: Node, source: Source, redacted: bool, content: bytes
) -> Iterator[Problem]:
    """Digests that are not those of the kept bytes, or that contradict the redactions."""
    digest = hashlib.sha256(content).hexdigest()
    if digest != source.sha256:
        here = fields.at(("source", "sha256"))
        windows = ", which has Windows line ends: was it saved anew?" if b"\r\n" in content else ""
        wanted = f"the SHA-256 of {source.file}{windows}"
        yield Problem(path, here.line, here.column, quoted(source.sha256, 70), wanted, digest)
    original = source.original_sha256
    here = fields.at(("source", "original_sha256"))
    if redacted and original in (None, NO_DIGEST, source.sha256):
        kept = "the digest of the kept file" if original == digest else "only zeros"
        found = kept if original else "no original_sha256"
        wanted = "original_sha256, of the bytes as received, since there are redactions"
        yield Problem(path, here.line, here.column, found, wanted, "a SHA-256 other than sha256")
    elif original and not redacted:
        found, wanted = "original_sha256 without redactions", "the digest of the kept file alone"
        allowed = "redactions that say what was taken out; or no such field"
        yield Problem(path, here.line, here.column, found, wanted, allowed)


def redaction_problems(
    path: str, fields: Node, redactions: tuple[Redaction, ...], body: Body, source_text: str
) -> Iterator[Problem]:
    """Marks of redaction that nobody declared, and declared redactions that left no mark."""
    declared = {redaction.what for redaction in redactions}
    for match in _REDACTED.finditer(body.raw) if _MARK in body.raw else ():
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
