"""Owns the page that says what there is to take away, how large it is, and what it means."""

from collections.abc import Mapping
from typing import Any

from archive.archive import Archive
from archive.exports.addresses import (
    CSV,
    DATA,
    DATABASE,
    LINES,
    PACKAGE,
    POPOLO,
    TOPICS,
    table_file,
)
from archive.exports.datapackage import EDITORIAL_NOTE, GUARD_NOTE
from archive.exports.resourcesync import CAPABILITIES
from archive.exports.schemas import FOLDER as SCHEMAS
from archive.exports.tables import TABLES
from archive.pages.jsonld import dataset_data
from archive.pages.page import Alternate, Contents, Page

KILO = 1000
DESCRIPTION = (
    "All letters, motions, asks and answers of this archive as tables, as one database and in the"
    " forms that other programs read."
)


def data_page(archive: Archive, sizes: Mapping[str, int]) -> Page:
    """The page of all that can be taken away; `sizes` are the bytes of files by their paths."""
    return Page(
        address=DATA,
        template="data.html",
        kind="text",
        section="data",
        title="Data",
        description=DESCRIPTION,
        shows={
            "tables": TABLES,
            "table_file": table_file,
            "files": {"database": DATABASE, "package": PACKAGE, "popolo": POPOLO, "topics": TOPICS},
            "formats": (CSV, LINES),
            "schemas": SCHEMAS,
            "capabilities": CAPABILITIES,
            "notes": {"editorial": EDITORIAL_NOTE, "guard": GUARD_NOTE},
            "sample": _sample(archive),
            "size": lambda path: spoken_size(sizes[path]) if path in sizes else "",
        },
        contents=(
            Contents("files", "Files"),
            Contents("use", "How to use them"),
            Contents("tables", "Tables and columns"),
            Contents("addresses", "Addresses"),
            Contents("terms", "Licence and changes"),
        ),
        alternates=(
            Alternate(PACKAGE, "application/json", "All tables as a data package"),
            Alternate(DATABASE, "application/vnd.sqlite3", "Everything as one SQLite file"),
        ),
        jsonld=dataset_data(archive, DATA, DESCRIPTION, _downloads()),
    )


def _sample(archive: Archive) -> dict[str, str | None]:
    """The id of a record of each kind, for examples of addresses."""
    kinds: dict[str, Mapping[str, Any]] = {
        "letters": archive.letters,
        "motions": archive.motions,
        "topics": archive.topics,
        "people": archive.people,
        "meetings": archive.meetings,
    }
    return {kind: next(iter(nouns), None) for kind, nouns in kinds.items()}


def _downloads() -> dict[str, str]:
    """The main files with their media types, as a search engine for data is told."""
    return {
        DATABASE: "application/vnd.sqlite3",
        PACKAGE: "application/json",
        table_file("letters", CSV): "text/csv",
        table_file("motions", CSV): "text/csv",
        table_file("paragraphs", CSV): "text/csv",
    }


def spoken_size(size: int) -> str:
    """A number of bytes as people say it: `900 bytes`, `34 kB`, `1.2 MB`."""
    if size < KILO:
        return f"{size} bytes"
    if size < KILO * KILO:
        return f"{size / KILO:.0f} kB"
    return f"{size / KILO / KILO:.1f} MB"
