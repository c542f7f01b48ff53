"""Owns what tests of exports share: all files that are taken away of an archive, by path."""

from hashlib import sha256

from archive.archive import Archive
from archive.exports.every import Exports
from archive.exports.harvest import harvest_outputs
from archive.filed import Filed
from archive.history.past import History
from archive.ledger.book import Book
from archive.outputs import Output
from archive.tree import Large


def taken(archive: Archive, history: History) -> dict[str, bytes]:
    """Every exported file, and what harvesters are told of these."""
    sheets = Exports(Book(archive), history).sheets()
    files = {one.path: content(one) for sheet in sheets for one in sheet.make()}
    filed = {p: Filed(p, sha256(c).hexdigest(), len(c)) for p, c in files.items()}
    data = [file for path, file in filed.items() if path.startswith("data/")]
    harvest = harvest_outputs(
        archive, history, data, lambda paths: filter(None, map(filed.get, paths))
    )
    return files | {output.path: output.content for output in harvest}


def content(output: Output | Large) -> bytes:
    """The bytes of a file that is to be."""
    return output.content if isinstance(output, Output) else output.written.read_bytes()
