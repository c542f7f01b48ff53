"""Owns what a problem in an archive is and how a list of problems is printed."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault at one place: what was found there, what was wanted, what is allowed.

    `path` is relative to the archive, with forward slashes; `line` and `column` count from 1.
    """

    path: str
    line: int
    column: int
    found: str
    wanted: str
    allowed: str

    @property
    def message(self) -> str:
        """The fault without its place, on one line."""
        return visible(f"found {self.found}; wanted {self.wanted}; allowed: {self.allowed}")

    def __str__(self) -> str:
        return f"{visible(self.path)}:{self.line}:{self.column}: {self.message}"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, sorted by path, line, column and words."""
    return tuple(sorted(set(problems)))


def as_text(problems: Iterable[Problem]) -> str:
    """One line a problem: `path:line:column: found …; wanted …; allowed: …`."""
    return "".join(f"{problem}\n" for problem in problems)


def as_github(problems: Iterable[Problem]) -> str:
    """Annotations that GitHub Actions shows beside the lines of a pull request.

    Format: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    return "".join(
        f"::error file={_property(p.path)},line={p.line},col={p.column}"
        f",title=Problem in the archive::{_data(p.message)}\n"
        for p in problems
    )


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON array with one object a problem, for tools."""
    rows = [
        {name: visible(v) if isinstance(v, str) else v for name, v in asdict(problem).items()}
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def quoted(text: str, limit: int = 60) -> str:
    """A piece of found text in quotation marks: one line, made visible, at most `limit` long."""
    flat = visible(" ".join(text[: 10 * limit].split()))
    return f'"{flat}"' if len(flat) <= limit else f'"{flat[: limit - 1]}…"'


def visible(text: str) -> str:
    """The text with everything that a terminal does not show as itself written as an escape.

    Controls (also those that turn the writing direction), line breaks, private-use characters and
    undecodable bytes of a file name would otherwise forge or hide a message.
    """
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
