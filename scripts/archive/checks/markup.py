"""Owns finding HTML and scripts where only words belong."""

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from archive.checks.faults import Fault
from archive.problems import quoted

_TAG = re.compile(r"<(?:[A-Za-z/!?])[^\s>]{0,40}>?")
_SCRIPT = re.compile(r"(?:javascript|vbscript|data|file):", re.IGNORECASE)
_LINK = re.compile(
    r"\]\((?P<target>[^)]{1,200})|\]:[ \t]*(?P<defined>\S{1,200})"
    r"|\b(?:href|src)\s{0,9}=\s{0,9}['\"]?(?P<value>[^'\">]{1,200})",
    re.IGNORECASE,
)
_IN_LINKS = ("](", "]:", "=")
_SPOKEN = re.compile(r"\b(?:javascript|vbscript):(?=\S)", re.IGNORECASE)
ALLOWED = "words alone; or an entry under exceptions if the document itself has them"


def may_have_markup(text: str) -> bool:
    """Whether there may be any in a text, or in one of several that stand in it on lines apart."""
    return "<" in text or _may_run(text) or any(map(text.__contains__, _IN_LINKS))


def _may_run(text: str) -> bool:
    """Whether the name of a script's language may stand in a text."""
    return "t:" in text or "T:" in text


def markup(text: str) -> Iterator[Fault]:
    """Raw HTML, and links that would run a script, however they are disguised."""
    for match in _TAG.finditer(text):
        yield _fault(match, f"raw HTML ({quoted(match[0], 40)})")
    linked: list[int] = []
    for match in _LINK.finditer(text) if any(map(text.__contains__, _IN_LINKS)) else ():
        target = match[match.lastgroup or 0]
        if _SCRIPT.match(_undisguised(target)):
            linked.append(match.end())
            yield _fault(match, f"a script link ({quoted(target, 40)})")
    for match in _SPOKEN.finditer(text) if _may_run(text) else ():
        if not any(match.start() < end <= match.end() + 200 for end in linked):
            yield _fault(match, f"a script link ({quoted(match[0], 40)})")


def _undisguised(target: str) -> str:
    """The target as a browser would come to see it: entities, escapes and blanks resolved."""
    return re.sub(r"[\s\x00-\x20]", "", unquote(html.unescape(target)))


def _fault(match: "re.Match[str]", found: str) -> Fault:
    return Fault(match.start(), match.end(), found, "plain words", ALLOWED)
