"""Owns telling machines what there is to be copied: ResourceSync, which needs no server of its own.

Source: ANSI/NISO Z39.99-2017, http://www.openarchives.org/rs/1.1/resourcesync. OAI-PMH would need a
program that answers questions; its static repositories need a gateway elsewhere. ResourceSync is
made of sitemaps, so that any host of files is enough.
"""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from lxml import etree

from archive.exports.addresses import DATA
from archive.filed import Filed
from archive.outputs import Output

FOLDER = f"{DATA}resourcesync/"
CAPABILITIES, RESOURCES = f"{FOLDER}capabilitylist.xml", f"{FOLDER}resourcelist.xml"
DESCRIPTION = ".well-known/resourcesync"
MOST = 50_000
"""Addresses in one list, by the protocol of sitemaps: https://www.sitemaps.org/protocol.html"""

TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "md": "text/markdown",
    "sqlite": "application/vnd.sqlite3",
    "ttl": "text/turtle",
    "txt": "text/plain",
    "xml": "application/xml",
}
_RESOURCE = """ <url>
  <loc>{address}</loc>
  <rs:md hash="sha-256:{file.sha256}" length="{file.length}" type="{type}"/>
 </url>
"""
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_RS = "http://www.openarchives.org/rs/terms/"


def resource_lists(root: str, at: str, files: Iterable[Filed]) -> Iterator[Output]:
    """The description, the list of capabilities and that of resources, `root` being the site's.

    `at` is the moment of what is published, in W3C's form of dates. More than MOST files make
    several lists and an index of them.
    """
    resources = sorted(files, key=lambda file: file.path)
    yield Output(DESCRIPTION, _written(_description(root)))
    yield Output(CAPABILITIES, _written(_capabilities(root)))
    parts = [resources[first : first + MOST] for first in range(0, len(resources), MOST)]
    if len(parts) == 1:
        yield Output(RESOURCES, _resources(root, at, parts[0]))
        return
    names = [f"{FOLDER}resourcelist-{number}.xml" for number in range(1, len(parts) + 1)]
    yield Output(RESOURCES, _written(_index(root, at, names)))
    for name, part in zip(names, parts, strict=True):
        yield Output(name, _resources(root, at, part, index=True))


def _description(root: str) -> etree._Element:
    document = _document("urlset")
    _tell(document, capability="description")
    _tell(_address(document, "url", root + CAPABILITIES), capability="capabilitylist")
    return document


def _capabilities(root: str) -> etree._Element:
    document = _document("urlset")
    _link(document, "up", root + DESCRIPTION)
    _tell(document, capability="capabilitylist")
    _tell(_address(document, "url", root + RESOURCES), capability="resourcelist")
    return document


def _resources(root: str, at: str, files: Iterable[Filed], index: bool = False) -> bytes:
    """A list of files; there are so many that they are written without making a tree of them."""
    document = _document("urlset")
    _link(document, "up", root + CAPABILITIES)
    if index:
        _link(document, "index", root + RESOURCES)
    _tell(document, capability="resourcelist", at=at)
    head, end, close = _written(document).rpartition(b"</urlset>")
    return b"".join((head, *(_resource(root, file) for file in files), end, close))


def _resource(root: str, file: Filed) -> bytes:
    kind = TYPES[file.path.rpartition(".")[2]]
    return _RESOURCE.format(address=escape(root + file.path), file=file, type=kind).encode()


def _index(root: str, at: str, names: Iterable[str]) -> etree._Element:
    document = _document("sitemapindex")
    _link(document, "up", root + CAPABILITIES)
    _tell(document, capability="resourcelist", at=at)
    for name in names:
        _address(document, "sitemap", root + name)
    return document


def _document(tag: str) -> etree._Element:
    return etree.Element(f"{{{_SITEMAP}}}{tag}", nsmap={None: _SITEMAP, "rs": _RS})


def _address(parent: etree._Element, tag: str, url: str) -> etree._Element:
    entry = etree.SubElement(parent, f"{{{_SITEMAP}}}{tag}")
    etree.SubElement(entry, f"{{{_SITEMAP}}}loc").text = url
    return entry


def _tell(parent: etree._Element, **facts: str) -> None:
    etree.SubElement(parent, f"{{{_RS}}}md", facts)


def _link(parent: etree._Element, relation: str, url: str) -> None:
    etree.SubElement(parent, f"{{{_RS}}}ln", {"rel": relation, "href": url})


def _written(document: etree._Element) -> bytes:
    etree.indent(document, " ")
    return etree.tostring(document, xml_declaration=True, encoding="UTF-8") + b"\n"
