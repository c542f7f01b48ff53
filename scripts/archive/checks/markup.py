"""Owns finding HTML and scripts where only words belong."""

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from archive.checks.faults import Fault
from archive.problems import quoted

_TAG = re.compile(r"<(?:[A-Za-z/!?])[^\s>]{0,40}>?")
_SCRIPT = re.compile(r"(?:javascript|vbscript|data|file)\s*:\s*(?=[\w(%/])", re.IGNORECASE)
_SCRIPT_LINK = re.compile(
    r"\]\(\s*(?P<target>[^)\s]+)|(?:href|src)\s*=\s*['\"]?(?P<value>[^'\"\s>]+)"
)
ALLOWED = "words; for headings ## or ###, for quotations > at the start of a line"


def markup(text: str) -> Iterator[Fault]:
    """Raw HTML, and links that would run a script, however they are disguised."""
    for match in _TAG.finditer(text):
        yield _fault(match, f"raw HTML ({quoted(match[0], 40)})")
    for match in re.finditer(r"\b(?:javascript|vbscript)\s*:\s*\S", text, re.IGNORECASE):
        yield _fault(match, f"a script link ({quoted(match[0].strip(), 40)})")
    for match in _SCRIPT_LINK.finditer(text):
        target = match["target"] or match["value"]
        if _SCRIPT.match(_undisguised(target)) and "script:" not in target.lower():
            yield _fault(match, f"a script link ({quoted(target, 40)})")


def _undisguised(target: str) -> str:
    """The target as a browser would come to see it: entities, escapes and blanks resolved."""
    return re.sub(r"[\s\x00-\x20]", "", unquote(html.unescape(target)))


def _fault(match: "re.Match[str]", found: str) -> Fault:
    return Fault(match.start(), match.end(), found, "plain words", ALLOWED)
