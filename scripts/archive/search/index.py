"""Owns the published index: all files of the search, from the root that leads to the others.

root.json is fetched anew each time and names all others, which are named after their content: a
browser keeps them for good, and a root of an older deployment leads to none of another.

- `terms`: the folder of the term shards (entries.py), which are `0.json`, `1.json` ...; `starts`
  has a string that parts each from those before, from the second on (`front_coded`).
- `pairs`: the number of the pair shards (pairs.py), which are `<number>.json`, and their folders as
  those of texts. A change of a few words renames few folders.
- `columns` (columns.py) and `vocabulary`: names of files. The vocabulary is one string; each line
  has a term and its forms as in its entry.
- `lengths` (lengths.py) of the documents; `parts`: those that are asks, and those that are
  commitments, as rows (rows.py). No query does without them: in files of their own they would be
  one more request.
- `averages`: the mean lengths of `all` and `title`; `weights`: of `all`, `title`, `exact`, `pair`.
- `version` changes whenever anything of the index does; `documents` counts them.
- `rules` (rules.py) and `named` (names.py) are for the analysis of queries.
- `texts`: the folders of the texts, which are `<number>.json` (fragments.py): how many numbers one
  has, and after what the folders are named, one after the other. A change of a record renames one
  folder only.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

from archive.archive import Archive
from archive.elsewhere import elsewhere
from archive.filed import Again, Filed
from archive.kept import Kept
from archive.outputs import Output
from archive.search.catching import caught_up
from archive.search.columns import columns
from archive.search.documents import PARTS, Document
from archive.search.extracts import Extract, Sought, sought_in
from archive.search.folders import Folders, parted
from archive.search.fragments import fragment
from archive.search.names import Names, names
from archive.search.ranged import terms_of
from archive.search.records import documents
from archive.search.rows import row
from archive.search.rules import Rules, reviewed_rules
from archive.search.shards import (
    FOLDER,
    LARGE,
    SMALL,
    Sizes,
    encode,
    fingerprint,
    hashed,
)
from archive.search.standing import paired

WEIGHTS = {"all": 1, "title": 0.6, "exact": 0.3, "pair": 0.15}
"""How much a match counts in each field; docs: chapter Search of the design."""

R = TypeVar("R")

_MANY = 20_000
"""Documents of a large archive."""


def search_outputs(archive: Archive) -> Iterator[Output]:
    """All files of an archive's search."""
    return index_outputs(documents(archive), reviewed_rules(), archive)


def index_outputs(
    documents: Sequence[Document],
    rules: Rules,
    archive: Archive | None = None,
    sizes: Sizes | None = None,
) -> Iterator[Output]:
    """All files of the search in some documents; for tests also with shards of other sizes."""
    files = index_files(sought_in(documents, archive), rules, Kept(), lambda _: False, sizes)
    return (file for file in files if isinstance(file, Output))


def index_files(
    sought: Sought,
    rules: Rules,
    kept: Kept,
    there: Callable[[Filed], bool],
    sizes: Sizes | None = None,
) -> Iterator[Output | Filed | Again]:
    """All files of a search, the root last; what a build before kept of the same texts is used.

    Of what is in files that are `there` already nothing is made.
    """
    extracts, archive = sought.extracts, sought.archive
    named, many = names(archive) if archive else Names(), len(extracts) >= _MANY
    sizes = sizes or (LARGE if many else SMALL)
    caught = caught_up(sought, rules, named, kept)
    pairing = paired(caught, extracts, sizes.pairs, kept, there)
    make = partial(terms_of, caught.gathered, rules, extracts, sizes.terms)
    with _beside(make, not many or pairing.only is not None) as made:
        del caught, make  # they are as large as what pairs are made of
        pairs = pairing.shards(kept)
        texts = parted("texts", [one.fragment for one in extracts])
        facets = hashed("columns", columns(extracts, archive))
        yield facets
        yield from pairs.outputs()
        yield from _texts(sought, texts, there)
        terms = made()
    yield from terms.outputs()
    root = {
        "documents": len(extracts),
        **terms.plain(),
        "pairs": pairs.plain(),
        "texts": texts.plain(),
        "columns": facets.path.removeprefix(FOLDER),
        "parts": _parts(extracts),
        "weights": WEIGHTS,
        "rules": rules.plain(),
        "named": named.plain(),
    }
    version = fingerprint([encode(root)])
    yield Output(f"{FOLDER}root.json", encode({"version": version, **root}))


@contextmanager
def _beside(make: Callable[[], R], another: bool) -> Iterator[Callable[[], R]]:
    """Have something made in another process, beside what the block makes, or here before it.

    Beside one another they are quicker; all pairs of a large archive would take too much memory.
    """
    if another:
        with elsewhere(make) as made:
            yield made
        return
    result = make()
    del make
    yield lambda: result


def _texts(
    sought: Sought, folders: Folders, there: Callable[[Filed], bool]
) -> Iterator[Output | Filed]:
    """The fragments, folder by folder."""
    for begin in range(0, len(sought.extracts), folders.each):
        extracts = sought.extracts[begin : begin + folders.each]
        paths = map(folders.path, range(begin, begin + len(extracts)))
        files = [Filed(p, e.fragment, e.length) for p, e in zip(paths, extracts, strict=True)]
        if all(map(there, files)):
            yield from files
            continue
        documents = sought.documents(slice(begin, begin + len(extracts)))
        for file, document in zip(files, documents, strict=True):
            yield Output(file.path, fragment(document, sought.archive))


def _parts(extracts: Sequence[Extract]) -> dict[str, str]:
    """The documents of each kind that are parts of records, as rows."""
    return {
        kind: row(number for number, one in enumerate(extracts) if one.kind == kind)
        for kind in PARTS
    }
