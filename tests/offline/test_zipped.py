"""Owns showing that zip files are what Python's `zipfile` would write, however large they are."""

import io
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from archive.offline import directory, manifest, zipped
from archive.offline.bag import Bag, packed_part
from archive.offline.directory import Directory
from archive.outputs import Output

FILES = [
    Output("empty", b""),
    Output("letters/index.html", b"<p>" * 500),
    Output("café/ü.csv", bytes(range(256)) * 9),
    Output("last", b"behind"),
]
FIRST = (1980, 1, 1, 0, 0, 0)


def bag(tmp_path: Path, parts: Sequence[Sequence[Output]]) -> bytes:
    """A bag that was put together of parts."""
    with (tmp_path / "zip").open("w+b") as file, io.BytesIO() as records, io.BytesIO() as lines:
        made = Bag("bag", file, records, lines)
        for part in parts:
            made.add(packed_part("bag", part, tmp_path))
        made.finish((), {"Bag-Software-Agent": "a test"}, [Output("README.txt", b"read\n")])
    return (tmp_path / "zip").read_bytes()


def as_python_has_it(content: bytes) -> bytes:
    """The same files in a zip file of the standard library."""
    again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as file, zipfile.ZipFile(again, "w") as new:
        for one in file.infolist():
            info = zipfile.ZipInfo(one.filename, FIRST)
            info.external_attr, info.create_system = 0o644 << 16, 3
            new.writestr(info, file.read(one), zipfile.ZIP_DEFLATED, 3)
    return again.getvalue()


NEARLY_LARGE = 1500
"""As many bytes as a file here has: it is below the limit, but might be packed into more."""


@pytest.fixture(params=[2**31 - 1, NEARLY_LARGE, 900, 300, 10])
def limit(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """From where on numbers are in 64 bits; a file of just so many bytes might have had them."""
    most: int = request.param
    if most == NEARLY_LARGE and sys.version_info < (3, 11, 4):
        pytest.skip(
            "Python wrote another version there: https://github.com/python/cpython/issues/103861"
        )
    for module, name in ((zipped, "LIMIT"), (directory, "LIMIT"), (zipfile, "ZIP64_LIMIT")):
        monkeypatch.setattr(module, name, most)
    return most


@pytest.mark.usefixtures("limit")
def test_it_is_as_python_would_write_it(tmp_path: Path) -> None:
    for parts in ([FILES], [FILES[:1], FILES[1:3], FILES[3:]]):
        found = bag(tmp_path, parts)
        assert found == as_python_has_it(found)
        with zipfile.ZipFile(io.BytesIO(found)) as file:
            assert file.testzip() is None
            assert [file.read(f"bag/data/{one.path}") for one in FILES] == [
                one.content for one in FILES
            ]


@pytest.mark.usefixtures("limit")
def test_records_that_are_moved_and_moved_back_are_the_same() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        for one in FILES:
            info = zipfile.ZipInfo(one.path, FIRST)
            info.external_attr, info.create_system = 0o644 << 16, 3
            file.writestr(info, one.content, zipfile.ZIP_DEFLATED, 3)
        begin = file.start_dir
    end = written.getvalue()[-zipped.LONGEST_END :]
    assert zipped.directory_at(end)[0] == begin
    content = written.getvalue()[begin : sum(zipped.directory_at(end))]
    records = Directory(content)
    assert [records[n].name.decode() for n in range(len(records))] == [x.path for x in FILES]
    assert records.octets(range(len(records))) == sum(len(x.content) for x in FILES)
    for by in (1, 800, 2**31, 2**33):
        far = Directory(records.moved(0, 4, by))
        assert [far[n].begin for n in range(4)] == [records[n].begin + by for n in range(4)]
        assert far.moved(0, 4, -by) == content


def test_there_may_be_more_files_than_sixteen_bits_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest, "LINES", 2**17)  # Python deflates nothing in pieces
    found = bag(tmp_path, [[Output(f"{number:05}", b"") for number in range(2**16)]])
    with zipfile.ZipFile(io.BytesIO(found)) as file:
        assert len(file.namelist()) == 2**16 + 5
        assert file.start_dir == zipped.directory_at(found[-zipped.LONGEST_END :])[0]
    assert found == as_python_has_it(found)
