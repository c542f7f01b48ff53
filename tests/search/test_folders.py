"""Owns showing that a change of one document renames the folder of few, and never many folders."""

from collections.abc import Sequence

import pytest

from archive.search.folders import LEAST_IN_A_FOLDER, MOST_FOLDERS, parted


def digests(count: int) -> list[str]:
    return [f"{number:064x}" for number in range(count)]


def folders(written: Sequence[str]) -> list[str]:
    found = parted("texts", written)
    return [found.path(number).rpartition("/")[0] for number in range(len(written))]


def test_a_change_of_one_document_renames_one_folder() -> None:
    before = digests(5 * LEAST_IN_A_FOLDER)
    after = [*before]
    after[130] = "f" * 64
    renamed = {
        number
        for number, (one, other) in enumerate(zip(folders(before), folders(after), strict=True))
        if one != other
    }
    assert renamed == set(range(2 * LEAST_IN_A_FOLDER, 3 * LEAST_IN_A_FOLDER))


def test_a_new_document_renames_the_last_folder_alone() -> None:
    before, after = digests(200), digests(201)
    kept = 3 * LEAST_IN_A_FOLDER
    assert folders(before)[:kept] == folders(after)[:kept]
    assert folders(before)[kept:] != folders(after)[kept:200]


@pytest.mark.parametrize("count", [0, 1, 64, 65, 4096, 4097, 100_000])
def test_there_are_never_many_folders(count: int) -> None:
    found = parted("texts", digests(count))
    assert len(found.names) <= MOST_FOLDERS
    assert count == 0 or found.path(count - 1)
