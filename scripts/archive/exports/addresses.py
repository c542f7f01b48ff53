"""Owns where files are: those about the whole in a folder, those of a record beside its page."""

from archive.archive import Archive
from archive.model.dates import PartialDate

DATA = "data/"
"""The folder of everything that is about the archive as a whole."""
DATABASE = f"{DATA}archive.sqlite"
PACKAGE = f"{DATA}datapackage.json"
POPOLO = f"{DATA}popolo.json"
TOPICS = f"{DATA}topics.ttl"
CSV, LINES = "csv", "jsonl"


def table_file(table: str, suffix: str) -> str:
    """Where a table is: `data/letters.csv`."""
    return f"{DATA}{table}.{suffix}"


def page_url(archive: Archive, address: str) -> str:
    """The whole address of a page or a file of the site."""
    return f"{archive.site.site_url.rstrip('/')}/{address}"


def file_beside(address: str, suffix: str) -> str:
    """The file that stands beside the page of a record: `letters/ID/` to `letters/ID.json`."""
    return f"{address.removesuffix('/')}.{suffix}"


def offices(archive: Archive, person: str, day: PartialDate) -> str | None:
    """The offices that a person held on a day, as far as the archive knows, parted by `;`."""
    names = [archive.site.settings.offices[t.office] for t in archive.offices_on(person, day)]
    return "; ".join(names) or None
