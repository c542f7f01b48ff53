"""Owns what RFC 4287 asks of an Atom feed, as far as a schema can say it, and more strictly.

Source: the grammar and the rules of sections 3 and 4, https://www.rfc-editor.org/rfc/rfc4287
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

ATOM, XHTML = "{http://www.w3.org/2005/Atom}", "{http://www.w3.org/1999/xhtml}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ONE, ANY = (1, 1), (0, 10**9)
FEED = {
    "id": ONE, "title": ONE, "updated": ONE, "subtitle": (0, 1), "rights": (0, 1),
    "author": (1, 10**9), "link": (2, 10**9), "entry": ANY,
}  # fmt: skip
ENTRY = {
    "id": ONE, "title": ONE, "updated": ONE, "published": (0, 1), "summary": (0, 1),
    "content": ONE, "author": ANY, "category": ANY, "link": (1, 10**9),
}  # fmt: skip
ATTRIBUTES = {
    "link": {"href", "rel", "type"},
    "category": {"term", "scheme", "label"},
    "content": {"type", LANG},
    "feed": {LANG},
}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
TAGS = {"div", "p", "a", "b", "br", "hr", "h2", "h3", "ul", "ol", "li", "blockquote"}


def breaches(content: bytes) -> list[str]:
    """Every rule that a feed breaks; raises where it is no XML at all."""
    feed = ET.fromstring(content)
    ids = [node.text for node in feed.findall(f"{ATOM}entry/{ATOM}id")]
    twice = [f"id {name} twice" for name, count in Counter(ids).items() if count > 1]
    return [*_element(feed, "feed", FEED), *twice, *_selves(feed)]


def _selves(feed: ET.Element) -> Iterator[str]:
    links = [node.get("rel") for node in feed.findall(f"{ATOM}link")]
    if links.count("self") != 1 or links.count("alternate") != 1:
        yield f"links {links}"


def _element(node: ET.Element, name: str, may: dict[str, tuple[int, int]]) -> Iterator[str]:
    if node.tag != ATOM + name:
        yield f"{node.tag} for {name}"
    counts = Counter(child.tag for child in node)
    yield from (f"{tag} in {name}" for tag in counts if tag.removeprefix(ATOM) not in may)
    for tag, (least, most) in may.items():
        if not least <= counts[ATOM + tag] <= most:
            yield f"{counts[ATOM + tag]} {tag} in {name}"
    yield from _attributes(node, name)
    for child in node:
        yield from _child(child, child.tag.removeprefix(ATOM))


def _attributes(node: ET.Element, name: str) -> Iterator[str]:
    yield from (f"{key} of {name}" for key in node.attrib if key not in ATTRIBUTES.get(name, set()))


def _child(node: ET.Element, name: str) -> Iterator[str]:
    if name == "entry":
        yield from _element(node, name, ENTRY)
        return
    yield from _attributes(node, name)
    if name == "content":
        yield from _content(node)
    elif not FORMS.get(name, _said)(node):
        yield f"{name} {node.text} {node.attrib}"


def _address(node: ET.Element) -> bool:
    parts = urlsplit(node.get("href", node.text or ""))
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _moment(node: ET.Element) -> bool:
    return bool(MOMENT.fullmatch(node.text or ""))


def _author(node: ET.Element) -> bool:
    return [child.tag for child in node] == [f"{ATOM}name"] and _said(node[0])


def _said(node: ET.Element) -> bool:
    return not len(node) and bool((node.text or "").strip())


FORMS: dict[str, Callable[[ET.Element], bool]] = {
    **dict.fromkeys(("id", "link"), _address),
    **dict.fromkeys(("updated", "published"), _moment),
    "author": _author,
    "category": lambda node: bool(node.get("term")),
}


def _content(node: ET.Element) -> Iterator[str]:
    if node.get("type") != "xhtml" or [child.tag for child in node] != [f"{XHTML}div"]:
        yield "content that is no XHTML div"
    for inner in node.iter():
        tag = inner.tag.removeprefix(XHTML)
        if inner is not node and (tag not in TAGS or set(inner.attrib) - {"href"}):
            yield f"{inner.tag} {inner.attrib} in content"
