"""Owns a citation style reduced to what it does with items of one shape: decided in advance.

A style of CSL is a tree of conditions on an item's type and on which of its variables are there.
For items of one shape they are all decided alike, once, and the rest of the tree need not be
walked for each: the printed words stay the same, in a third of the time.
Source: https://docs.citationstyles.org/en/stable/specification.html#choose
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree

_CSL = "{http://purl.org/net/xbiblio/csl}"
_OF_GROUPS = {"macro", "prefix", "suffix", "font-style", "font-weight"}
"""What a call of a macro may say that a group can say, too."""
_ALWAYS = ("month-", "ordinal", "long-", "season-", "open-", "close-", "and", "et-al", "page-")
_NUMERIC = re.compile(r"[A-Z]*\d+[A-Z]*", re.IGNORECASE)
"""What citeproc-py takes for a number."""


@dataclass(frozen=True)
class Shape:
    """What the conditions of a style can ask about an item."""

    type: str
    variables: frozenset[str]
    numeric: frozenset[str]
    uncertain: bool


def shape_of(item: dict[str, Any]) -> Shape:
    """The shape of an item of CSL-JSON."""
    texts = {key: value for key, value in item.items() if isinstance(value, str)}
    return Shape(
        type=item["type"],
        variables=frozenset(item) - {"id", "type"},
        numeric=frozenset(key for key, text in texts.items() if _NUMERIC.fullmatch(text)),
        uncertain=bool(item.get("issued", {}).get("circa")),
    )


def reduce_to(style: etree._ElementTree, shape: Shape, keep: str) -> None:
    """Reduce a style to items of a shape; `keep` is the part in use, citation or bibliography."""
    root = style.getroot()
    for name in {"citation", "bibliography"} - {keep}:
        for part in root.findall(_CSL + name):
            _remove(part)
    _drop_unused_macros(root)
    while (choose := next(root.iter(_CSL + "choose"), None)) is not None:
        chosen = next((branch for branch in choose if _holds(branch, shape)), ())
        for element in list(chosen):
            choose.addprevious(element)
        _remove(choose)
    _write_out_macros(root, keep)
    _drop_unused_macros(root)


def drop_unused_terms(style: etree._Element, locale: etree._Element) -> None:
    """Drop what a language has words for and a style never says; it is searched for each word.

    Months, ordinals, seasons and signs are kept, and whatever an attribute of the style names.
    """
    values = {str(value) for element in style.iter() for value in element.attrib.values()}
    named = values | {word for value in values for word in value.split()}
    for term in list(locale.iter(_CSL + "term")):
        name = str(term.get("name"))
        if name not in named and not name.startswith(_ALWAYS):
            _remove(term)


def _write_out_macros(root: etree._Element, keep: str) -> None:
    """Put a group with a macro's own elements where it is called; so it need not be looked up."""
    macros = {macro.get("name"): macro for macro in root.findall(_CSL + "macro")}
    calls = f"{_CSL}{keep}//{_CSL}text[@macro]"
    while simple := [call for call in root.findall(calls) if set(call.attrib) <= _OF_GROUPS]:
        for call in simple:
            group = etree.Element(_CSL + "group", {k: v for k, v in call.items() if k != "macro"})
            group.extend([deepcopy(element) for element in macros[call.get("macro")]])
            call.addprevious(group)
            _remove(call)


def _holds(branch: etree._Element, shape: Shape) -> bool:
    results = list(_results(branch, shape))
    match = branch.get("match", "all")
    if match == "none":
        return not any(results)
    return any(results) if match == "any" else all(results)


def _results(branch: etree._Element, shape: Shape) -> Iterator[bool]:
    """The result of each test of a branch; an `else` has none, and so holds.

    `position` and `locator` are about repeated citations and places within: never ours.
    """
    true = {
        "type": {shape.type},
        "variable": shape.variables,
        "is-numeric": shape.numeric,
        "is-uncertain-date": {"issued"} if shape.uncertain else set(),
        "position": {"first"},
    }
    for test, words in branch.attrib.items():
        if test != "match":
            yield from (word in true.get(str(test), set()) for word in str(words).split())


def _drop_unused_macros(root: etree._Element) -> None:
    macros = {macro.get("name"): macro for macro in root.findall(_CSL + "macro")}
    used: set[str | None] = set()
    waiting = [part for part in root if part.tag in (_CSL + "citation", _CSL + "bibliography")]
    while waiting:
        called = {
            element.get("macro") for element in waiting.pop().iter(_CSL + "text", _CSL + "key")
        }
        waiting += [macros[name] for name in called - used if name in macros]
        used |= called
    for name, macro in macros.items():
        if name not in used:
            _remove(macro)


def _remove(element: etree._Element) -> None:
    if (parent := element.getparent()) is not None:
        parent.remove(element)
