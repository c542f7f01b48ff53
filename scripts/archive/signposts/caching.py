"""Owns which files of a site may be kept for ever, and which are to be asked for each time."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """What a server says of some files: `paths` is a pattern for where they begin below the site.

    In words of both Go's regular expressions (Caddy, rclone) and Perl's (nginx, Python).
    """

    paths: str
    cache_control: str
    why: str

    def about(self, path: str) -> bool:
        """Whether it is about a file at a path below the site."""
        return re.match(self.paths, path) is not None


FOR_EVER = "search/"
"""The folder that has all that may be kept for ever."""

RULES = (
    Rule(
        f"{FOR_EVER}[a-z]+-[0-9a-f]{{10}}(\\.json|/)",
        "public, max-age=31536000, immutable",
        "the parts of the search index: a digest of what they hold is in their names",
    ),
    Rule(
        "",
        "no-cache",
        "pages, scripts, styles, data, feeds, and `search/root.json`, which names the parts: kept, "
        "but each time asked whether they are still the newest (304)",
    ),
)
"""The first rule that is about a file holds."""
FOREVER, ASKED = RULES


def kept_for_ever(paths: Iterable[str]) -> Iterator[str]:
    """Of the paths of a site's files what `_headers` can name: files, and folders with a `/`."""
    found = (re.match(FOREVER.paths, path) for path in paths)
    yield from sorted({match[0] for match in found if match})
