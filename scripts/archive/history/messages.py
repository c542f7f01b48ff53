"""Owns what is published of a commit's message: why something was changed, and nobody's name."""

import re
from collections.abc import Callable

from archive.checks.privacy import masked
from archive.history.git import Entry
from archive.history.past import Commit
from archive.history.withholding import Secrets

_TRAILER = re.compile(r"(?:[A-Z][\w]*(?:-[\w]+)+: .*|\(cherry picked from commit .*\))")
"""`Signed-off-by: …` and the like: https://git-scm.com/docs/git-interpret-trailers"""
_MERGE = re.compile(r"Merge (?:pull request #\d+ from|(?:remote-tracking )?branch) .*")
_HANDLE = re.compile(r"(?<![\w.@/])@[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?")
_SOMEBODY = "[name]"


def published(entry: Entry, secrets: Secrets, country: str) -> Commit:
    """The commit without its makers; without its message where that names what is secret."""
    if secrets.named_in(entry.message):
        return Commit(entry.id, entry.moment, withheld=True)
    hide = _hiding(entry.makers, country)
    lines = [line.rstrip() for line in entry.message.split("\n") if not _TRAILER.fullmatch(line)]
    paragraphs = [" ".join(p.split()) for p in "\n".join(lines).split("\n\n")]
    said = [hide(p) for p in paragraphs if p and not _MERGE.fullmatch(p)]
    return Commit(entry.id, entry.moment, said[0] if said else "", "\n".join(said[1:]))


def _hiding(makers: tuple[str, ...], country: str) -> Callable[[str], str]:
    """Takes out the makers' full names, others' handles and personal data."""
    full = [re.escape(name) for name in makers if len(name.split()) > 1]
    names = re.compile("|".join(full), re.IGNORECASE) if full else None

    def hide(text: str) -> str:
        text = names.sub(_SOMEBODY, text) if names else text
        return masked(_HANDLE.sub(_SOMEBODY, text), country)

    return hide
