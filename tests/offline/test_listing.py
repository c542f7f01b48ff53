"""Owns showing that lists of files are taken together and compared as they are."""

import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from archive.offline.listing import Listing
from archive.offline.manifest import OPEN, Noted, changes, line, merged, path_of

PATHS = st.sampled_from(["a", "a.js", "a/b", "a0", "b.html", "b.html.js", "é"])
SITES = st.dictionaries(PATHS, st.sampled_from(["0", "1"]))


def lines(site: dict[str, str]) -> list[bytes]:
    return sorted((line(path, digest * 64) for path, digest in site.items()), key=path_of)


@given(SITES, SITES)
def test_changes_are_what_only_one_of_two_lists_says(
    old: dict[str, str], new: dict[str, str]
) -> None:
    other = sorted(path for path in {*old, *new} if old.get(path) != new.get(path))
    found = list(changes(lines(old), lines(new)))
    assert found == [(path.encode(), path in new) for path in other]


@given(SITES, SITES)
def test_two_lists_become_one_in_the_order_of_paths(
    one: dict[str, str], other: dict[str, str]
) -> None:
    rest = {path: digest for path, digest in other.items() if path not in one}
    assert list(merged(lines(one), lines(rest))) == lines(one | rest)


@given(st.lists(PATHS, unique=True))
def test_lines_that_come_late_stand_in_their_place(paths: list[str]) -> None:
    noted = Noted(io.BytesIO())
    noted.add([line("data/js/offline.js", "2" * 64)], late=True)
    noted.add(line(path, "0" * 64) for path in paths)
    assert list(noted) == lines({**dict.fromkeys(paths, "0"), "data/js/offline.js": "2"})


def test_a_list_knows_its_paths_and_is_given_the_last_digest(tmp_path: Path) -> None:
    listing, said = Listing(tmp_path / "list"), lines({"a": "1", "café": "3"})
    assert list(listing.noting(merged(said, [line("b", OPEN)]))) == [
        said[0],
        line("b", OPEN),
        said[1],
    ]
    assert (len(listing), listing.paths(slice(1, 3))) == (3, ["b", "café"])
    listing.settle("2" * 64)
    assert listing.file.read_bytes() == b"".join(lines({"a": "1", "b": "2", "café": "3"}))
