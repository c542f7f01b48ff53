"""Owns the published index: all files of the search, from the root that leads to the others.

root.json is fetched anew each time and names all others; those but the texts are named after
their content, so that a browser keeps them for good.

- `terms`: the folder of the term shards (entries.py), which are `0.json`, `1.json` ...; `starts`
  has the first string of each behind the first, parted by blanks, in UTF-16 order.
- `pairs`: the folder of the pair shards (pairs.py) and their number.
- `lengths` (lengths.py), `columns` (columns.py) and `vocabulary`: names of files. The vocabulary
  is one string; each line has a term and its forms as in its entry.
- `averages`: the mean lengths of `all` and `title`; `weights`: of `all`, `title`, `exact`, `pair`.
- `version` changes whenever anything of the index does; `documents` counts them.
- `rules` (rules.py) and `names` (names.py) are for the analysis of queries.
- Texts are `texts/<number>.json` (fragments.py).
"""

from collections.abc import Iterable, Iterator, Sequence

from archive.archive import Archive
from archive.outputs import Output
from archive.search.columns import columns
from archive.search.documents import Document, documents
from archive.search.entries import Entry, entries
from archive.search.fragments import fragment
from archive.search.gathering import gather
from archive.search.lengths import lengths
from archive.search.names import names
from archive.search.pairs import pair_shards
from archive.search.rules import Rules, reviewed_rules
from archive.search.shards import FOLDER, LARGE, SMALL, Sizes, encode, fingerprint, hashed, ranges

WEIGHTS = {"all": 1, "title": 0.6, "exact": 0.1, "pair": 0.15}
"""How much a match counts in each field; docs: chapter Search of the design."""

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
    sizes = sizes or (SMALL if len(documents) < _MANY else LARGE)
    gathered = gather(documents, rules)
    vocabulary: list[str] = []
    terms = list(ranges(_noting(entries(gathered, rules), vocabulary), sizes.terms))
    pairs = list(pair_shards(gathered, sizes.pairs))
    measured = lengths(gathered)
    tables = {
        "lengths": hashed("lengths", measured),
        "columns": hashed("columns", columns(documents, archive)),
        "vocabulary": hashed("vocabulary", "\n".join(vocabulary)),
    }
    texts = [fragment(document, archive) for document in documents]
    term_folder = f"terms-{fingerprint(shard.content for shard in terms)}/"
    pair_folder = f"pairs-{fingerprint(pairs)}/"
    root = {
        "documents": len(documents),
        "terms": term_folder,
        "starts": " ".join(shard.start for shard in terms[1:]),
        "pairs": [pair_folder, len(pairs)],
        **{name: table.path.removeprefix(FOLDER) for name, table in tables.items()},
        "averages": {field: value.average for field, value in measured.items()},
        "weights": WEIGHTS,
        "rules": rules.plain(),
        "names": names(archive) if archive else [],
    }
    version = fingerprint([encode(root), *(text.content for text in texts)])
    yield Output(f"{FOLDER}root.json", encode({"version": version, **root}))
    yield from _numbered(term_folder, (shard.content for shard in terms))
    yield from _numbered(pair_folder, pairs)
    yield from tables.values()
    yield from texts


def _noting(
    written: Iterable[tuple[str, Entry]], vocabulary: list[str]
) -> Iterator[tuple[str, Entry]]:
    """The same entries; each term is put down on the way, and behind it the forms of its entry."""
    for term, entry in written:
        vocabulary.append(f"{term} {''.join(map(str, entry[3:4]))}".rstrip())
        yield term, entry


def _numbered(folder: str, contents: Iterable[bytes]) -> Iterator[Output]:
    for number, content in enumerate(contents):
        yield Output(f"{FOLDER}{folder}{number}.json", content)
