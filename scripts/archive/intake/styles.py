"""Owns what the styles of a Word file say of a paragraph: space, heading, list, bold."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from archive.intake.numbering import W

_HEADING = re.compile(r"heading\s*([1-6])$", re.IGNORECASE)
MOST_BASED = 12
"""Styles that a style may rest on, one on the other; more is a circle."""


@dataclass(frozen=True)
class Styles:
    """The styles of a document by their ids; `usual` is that of paragraphs that name none."""

    named: Mapping[str, Element]
    usual: str
    defaults: Element | None

    def chain(self, paragraph: Element) -> Iterator[Element]:
        """What describes a paragraph, the nearest first: its own properties, then its styles."""
        own = paragraph.find(f"{W}pPr")
        if own is not None:
            yield own
        style = own.find(f"{W}pStyle") if own is not None else None
        name = style.get(f"{W}val", "") if style is not None else self.usual
        for _ in range(MOST_BASED):
            if (found := self.named.get(name)) is None:
                return
            if (properties := found.find(f"{W}pPr")) is not None:
                yield properties
            based = found.find(f"{W}basedOn")
            name = based.get(f"{W}val", "") if based is not None else ""

    def space(self, paragraph: Element) -> tuple[int, int]:
        """The space before and after a paragraph, in twentieths of a point."""
        return self._space(paragraph, "before"), self._space(paragraph, "after")

    def _space(self, paragraph: Element, side: str) -> int:
        sources = [*self.chain(paragraph)]
        if self.defaults is not None:
            sources.append(self.defaults)
        for properties in sources:
            spacing = properties.find(f"{W}spacing")
            value = spacing.get(f"{W}{side}") if spacing is not None else None
            if value is not None:
                return int(value) if value.isdecimal() else 0
        return 0

    def heading(self, paragraph: Element) -> int:
        """The level of a heading; 0 for other paragraphs."""
        own = paragraph.find(f"{W}pPr/{W}pStyle")
        found = self.named.get(own.get(f"{W}val", "")) if own is not None else None
        name = found.find(f"{W}name") if found is not None else None
        said = name.get(f"{W}val", "") if name is not None else ""
        match = _HEADING.match(said)
        return int(match[1]) if match else int(said == "Title")

    def list_of(self, paragraph: Element) -> tuple[str, int]:
        """The number of the list of which a paragraph is an item (or nothing), and how deep."""
        for properties in self.chain(paragraph):
            number = properties.find(f"{W}numPr/{W}numId")
            if number is not None:
                depth = properties.find(f"{W}numPr/{W}ilvl")
                said = depth.get(f"{W}val", "0") if depth is not None else "0"
                value = number.get(f"{W}val", "")
                return ("" if value == "0" else value), int(said) if said.isdecimal() else 0
        return "", 0

    def bold(self, paragraph: Element) -> bool:
        """Whether the style of a paragraph sets it in bold."""
        own = paragraph.find(f"{W}pPr/{W}pStyle")
        found = self.named.get(own.get(f"{W}val", "")) if own is not None else None
        return found is not None and is_on(found.find(f"{W}rPr/{W}b"))


def is_on(element: Element | None) -> bool:
    """Whether a switch as `w:b` stands there and is not turned off."""
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off", "none")


def styles_of(root: Element | None) -> Styles:
    """The styles that `word/styles.xml` describes."""
    if root is None:
        return Styles({}, "", None)
    named = {one.get(f"{W}styleId", ""): one for one in root.findall(f"{W}style")}
    usual = next(
        (
            n
            for n, s in named.items()
            if s.get(f"{W}default") == "1" and s.get(f"{W}type") == "paragraph"
        ),
        "",
    )
    return Styles(named, usual, root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"))
