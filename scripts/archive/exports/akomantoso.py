"""Owns the words of a record as Akoma Ntoso, the standard for texts of parliaments and councils.

Source: OASIS LegalDocML, Akoma Ntoso 1.0, schema akomantoso30.xsd. A letter or a motion is a `doc`
of blocks; the eId of a block is its anchor on the page. The schema wants a date that is known to
the day: where that of the record is not, the day stands there on which the archive received the
text, and is called so; where that is not known either, there is no such file.
"""

import re
from dataclasses import dataclass

from lxml import etree

from archive.addresses import person_address, slug
from archive.anchors import anchors
from archive.archive import Archive
from archive.body import Block, split_marker
from archive.exports.addresses import page_url
from archive.held import HeldLetter, HeldMotion
from archive.model.dates import PartialDate
from archive.model.letter import Letter

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
ARCHIVE, AUTHOR, BODY = "archive", "author", "body"
"""The eIds of the archive, of the role of an author, and of the assembly or council."""

_UNFIT = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 calls no character: https://www.w3.org/TR/xml/#charsets"""


@dataclass(frozen=True)
class Made:
    """A day that is known for certain, and what it is the day of."""

    day: str
    name: str


def as_akoma_ntoso(archive: Archive, held: HeldLetter | HeldMotion, address: str) -> bytes | None:
    """The XML file of a record whose words are held; None where no date is known to the day."""
    if (made := _made(archive, held)) is None:
        return None
    root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})
    document = _sub(root, "doc", name="letter" if isinstance(held.noun, Letter) else "motion")
    meta = _sub(document, "meta")
    _identification(meta, archive, held, made)
    _references(meta, archive, held, page_url(archive, address))
    etree.indent(meta, " ")
    body = _sub(document, "mainBody")
    for block, anchor in zip(held.body.blocks, anchors(held.body), strict=True):
        _block(body, block, anchor.name)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def dated_to_the_day(archive: Archive, held: HeldLetter | HeldMotion) -> bool:
    """Whether some date of a record is known well enough for its XML file."""
    return _made(archive, held) is not None


def _made(archive: Archive, held: HeldLetter | HeldMotion) -> Made | None:
    noun, source = held.noun, held.provenance.source
    date = noun.date if isinstance(noun, Letter) else archive.meetings[noun.meeting].date
    known: list[tuple[PartialDate | None, str]] = [
        (date, "sent" if isinstance(noun, Letter) else "meeting"),
        (source.received if source else None, "received by the archive"),
    ]
    return next((Made(day.iso, name) for day, name in known if day and day.whole), None)


def _identification(
    meta: etree._Element, archive: Archive, held: HeldLetter | HeldMotion, made: Made
) -> None:
    """Work, expression and manifestation, by the naming convention of Akoma Ntoso."""
    settings, noun = archive.site.settings, held.noun
    country, language = settings.country.lower(), settings.language
    kind = "letter" if isinstance(noun, Letter) else "motion"
    author = _eid(noun.sender) if isinstance(noun, Letter) else BODY
    work = f"/akn/{country}/doc/{kind}/{made.day}/{held.id}"
    expression = f"{work}/{language}@{made.day}"
    identification = _sub(meta, "identification", source=f"#{ARCHIVE}")
    for level, uri, last in (
        ("FRBRWork", work, {"FRBRcountry": {"value": country}}),
        ("FRBRExpression", expression, {"FRBRlanguage": {"language": language}}),
        ("FRBRManifestation", f"{expression}.xml", {"FRBRformat": {"value": "application/xml"}}),
    ):
        whole = _sub(identification, level)
        _sub(whole, "FRBRthis", value=f"{uri}/!main")
        _sub(whole, "FRBRuri", value=uri)
        _sub(whole, "FRBRdate", date=made.day, name=made.name)
        _sub(whole, "FRBRauthor", href=f"#{author}", **{"as": f"#{AUTHOR}"})
        for name, attributes in last.items():
            _sub(whole, name, **attributes)


def _references(
    meta: etree._Element, archive: Archive, held: HeldLetter | HeldMotion, page: str
) -> None:
    """The archive, the body, the page, and everyone who had a part in the record."""
    site, noun = archive.site, held.noun
    references = _sub(meta, "references", source=f"#{ARCHIVE}")
    _sub(references, "original", eId="page", href=page, showAs=held.title)
    home = page_url(archive, "")
    _sub(references, "TLCOrganization", eId=ARCHIVE, href=home, showAs=site.site_name)
    body = site.settings.body
    _sub(references, "TLCOrganization", eId=BODY, href=f"{home}#{slug(body)}", showAs=body)
    people = (
        (noun.sender, noun.recipient, *noun.copied_to)
        if isinstance(noun, Letter)
        else (noun.moved_by, noun.seconded_by, *noun.amended_by)
    )
    for person in dict.fromkeys(str(one) for one in people if one):
        href = page_url(archive, person_address(person))
        name = archive.people[person].styled
        _sub(references, "TLCPerson", eId=_eid(person), href=href, showAs=name)
    _sub(references, "TLCRole", eId=AUTHOR, href="/akn/ontology/role/author", showAs="Author")


def _eid(person: str) -> str:
    return f"person-{person}"


def _block(body: etree._Element, block: Block, name: str) -> None:
    """A block with its lines; what the document itself quotes is embedded text."""
    if block.kind == "list":
        whole = _sub(body, "blockList", eId=name)
        for number, line in enumerate(block.lines, 1):
            marker, words = split_marker(line)
            item = _sub(whole, "item", eId=f"{name}__item_{number}")
            _sub(item, "num").text = _fit(marker)
            _sub(item, "p").text = _fit(words)
    elif block.kind == "heading":
        _sub(body, "block", name="heading", eId=name).text = _fit(block.text)
    else:
        paragraph = _sub(body, "p", eId=name)
        quoted = block.kind == "quotation"
        _lines(_sub(paragraph, "embeddedText") if quoted else paragraph, block.lines)
    body[-1].tail = "\n"


def _lines(parent: etree._Element, lines: tuple[str, ...]) -> None:
    parent.text = _fit(lines[0])
    for line in lines[1:]:
        _sub(parent, "eol").tail = _fit(line)


def _sub(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    fitting = {name: _fit(value) for name, value in attributes.items()}
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", fitting)


def _fit(text: str) -> str:
    """The text with a replacement character for each that no XML can hold."""
    return _UNFIT.sub("\ufffd", text)
