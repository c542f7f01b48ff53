"""Owns seeing: what looks at an archive, at its history and at what is worked out of them see."""

from typing import Any

from archive.history.past import COMMIT, History
from archive.looks import ABSENT, Look, Watched


class Seeing:
    """Sees for looks, of what stays as it is: each mapping is sought once."""

    def __init__(self, history: History, *owners: object) -> None:
        """`owners` have the mappings as attributes, each under its own name."""
        self._history, self._owners = history, (*owners, history)
        self._watched: dict[str, Watched[Any] | None] = {}

    def __call__(self, look: Look) -> str:
        """What a look sees, as a digest."""
        if look == COMMIT:
            return repr(self._history.head)
        if look.name not in self._watched:
            self._watched[look.name] = self._mapping(look.name)
        watched = self._watched[look.name]
        return watched.sees(look.key) if watched else ABSENT

    def _mapping(self, name: str) -> Watched[Any] | None:
        named = (getattr(owner, name, None) for owner in self._owners)
        return next((one for one in named if isinstance(one, Watched)), None)
