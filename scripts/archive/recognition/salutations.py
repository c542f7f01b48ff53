"""Owns reading whom a salutation greets: one by name, or several."""

import re

from archive.recognition.correspondents import Correspondent, naming
from archive.recognition.knowledge import Knowledge
from archive.recognition.names import is_body, name_in, plain

_DEAR = re.compile(
    r"^(?:(?:my )?dear|t[eē]n[aā] koe|kia ora|annwyl|a chara|hello|hi)\s+", re.IGNORECASE
)
_AND = re.compile(r"\band\b|&", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:messrs|sirs|gentlemen|all|(?:chair|council|congress|alder)men|colleagues|members|mayors"
    r"|leaders|senators|commissioners|ministers|secretaries|councill?ors)\b",
    re.IGNORECASE,
)
"""A salutation of several people: the first whom the address names is meant before the others."""


def is_greeted(one: Correspondent, greeting: str) -> bool:
    """Whether a salutation has somebody's first or last name."""
    words = set(plain(greeting))
    return bool(one.name and words & {one.name.words[0], one.name.words[-1]})


def greets_several(greeting: str) -> bool:
    """Whether a salutation greets more than one."""
    return bool(_SEVERAL.search(greeting) or _AND.search(greeting))


def names_one(greeting: str) -> bool:
    """Whether a salutation names somebody by title and last name ("Dear Mrs. Dunning")."""
    name = name_in(_DEAR.sub("", greeting.strip().rstrip(",:")))
    return name is not None and not is_body(name)


def in_full(greeting: str, known: Knowledge) -> Correspondent | None:
    """Whom a salutation names by title, first and last name; known to the archive or not."""
    name = name_in(_DEAR.sub("", greeting.strip().rstrip(",:")))
    first = name and not name.words[1:] and name.before.lower().endswith(("sir", "dame"))
    full = name and not first and name.before and name.name[:1].isupper() and not is_body(name)
    return naming(name, "", greeting, known) if name and full else None
