"""Owns showing that an index is the same from what was told of records as from all of them."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from archive.archive import Archive
from archive.filed import Filed
from archive.kept import Kept, kept
from archive.outputs import Output
from archive.search.extracts import extract, recalled, told
from archive.search.index import index_files, search_outputs
from archive.search.records import documents, letter_group, motion_group
from archive.search.rules import reviewed_rules
from archive.search.shards import encode


def records(archive: Archive) -> Iterator[str]:
    """What is told of each record, in no order of dates."""
    for letter in archive.letters.values():
        yield told(letter_group(archive, letter), archive, letter.path)
    for motion in archive.motions.values():
        yield told(motion_group(archive, motion), archive, motion.path)


@pytest.fixture(scope="module")
def whole(corpus: Archive) -> list[Output]:
    return list(search_outputs(corpus))


def test_what_was_told_of_records_makes_the_same_index(
    corpus: Archive, whole: list[Output]
) -> None:
    sought = recalled(corpus, records(corpus))
    assert list(index_files(sought, reviewed_rules(), Kept(), lambda _: False)) == whole


def test_any_slice_of_the_documents_is_made_when_it_is_needed(corpus: Archive) -> None:
    sought, every = recalled(corpus, records(corpus)), documents(corpus)
    extracts = [extract(document, corpus) for document in every]
    assert encode(sought.extracts) == encode(extracts)
    for begin, end in ((0, 1), (3, 11), (len(every) - 2, len(every)), (0, len(every)), (5, 5)):
        made = [extract(document, corpus) for document in sought.documents(slice(begin, end))]
        assert made == extracts[begin:end]


def test_texts_that_are_there_are_not_made_again(
    corpus: Archive, whole: list[Output], tmp_path: Path
) -> None:
    sought = recalled(corpus, records(corpus))
    with kept(tmp_path / "kept") as values:
        list(index_files(sought, reviewed_rules(), values, lambda _: False))
        unmade = replace(sought, documents=lambda _: pytest.fail("made again"))
        files = list(index_files(unmade, reviewed_rules(), values, lambda _: True))
    filed = [_filed(one) if isinstance(one, Output) else one for one in files]
    assert filed == [_filed(output) for output in whole]
    assert any(isinstance(one, Filed) for one in files)


def _filed(output: Output) -> Filed:
    return Filed(output.path, sha256(output.content).hexdigest(), len(output.content))
