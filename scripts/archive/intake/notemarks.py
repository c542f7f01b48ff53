"""Owns the marks of the footnotes and endnotes of a Word file, which only counts them."""

from xml.etree.ElementTree import Element

from archive.intake.numbering import W
from archive.intake.raised import raised


def marks_of(document: Element) -> dict[str, str]:
    """The mark of each note by its kind and id; the references then have it in place of the id."""
    marks: dict[str, str] = {}
    for kind in ("footnote", "endnote"):
        for count, reference in enumerate(document.iter(f"{W}{kind}Reference"), 1):
            mark = raised(str(count))
            marks[f"{kind} {reference.get(f'{W}id')}"] = mark
            reference.set(f"{W}id", mark)
    return marks
