"""Owns the form of the offline copy: a bag as in RFC 8493 (BagIt), in one zip file.

`sha256sum -c manifest-sha256.txt` and every program that knows BagIt prove that it is whole. The
same files give the same bytes: their order is that of their coming, their times are all one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from archive.offline.manifest import NAME, Manifest
from archive.outputs import Output

DATA = "data/"
"""The folder of the payload."""
_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can say: it stands for none."""
_READABLE = 0o644 << 16
_BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_UNIX = 3
_LEVEL = 3
"""Of compression: half the work of the usual one, for a twelfth more bytes."""


@dataclass(frozen=True)
class Part:
    """Some of the payload as a zip file has it: its bytes, where each file begins, a manifest."""

    packed: bytes
    entries: Sequence[ZipInfo]
    held: Manifest


def packed_part(name: str, payload: Iterable[Output]) -> Part:
    """Pack some of the payload of a bag of this name, in whichever process."""
    held, packed = Manifest(), BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as file:
        for output in held.noting(Output(f"{DATA}{x.path}", x.content) for x in payload):
            _put(file, name, output)
    with ZipFile(packed) as file:
        return Part(packed.getvalue()[: file.start_dir], file.infolist(), held)


def write_bag(
    target: Path, name: str, payload: Iterable[Part], info: Mapping[str, str], tags: list[Output]
) -> None:
    """Write a bag: its payload, then what says of it what it is, then its other tag files."""
    target.parent.mkdir(parents=True, exist_ok=True)
    held, proof = Manifest(), Manifest()
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as file:
        for part in payload:
            held.add(part.held)
            _join(file, part)
        said = {**info, "Payload-Oxum": f"{held.octets}.{len(held)}"}
        own = [
            Output("bagit.txt", _BAGIT),
            Output("bag-info.txt", "".join(f"{k}: {v}\n" for k, v in said.items()).encode()),
            Output(NAME, held.text()),
            *tags,
        ]
        for tag in proof.noting(own):
            _put(file, name, tag)
        _put(file, name, Output(f"tag{NAME}", proof.text()))


def _join(file: ZipFile, part: Part) -> None:
    """Put the files of a part behind those of a zip file, as they are packed."""
    assert file.fp is not None  # it is open
    begin = file.start_dir
    file.fp.seek(begin)
    file.fp.write(part.packed)
    file.start_dir = begin + len(part.packed)
    for entry in part.entries:
        entry.header_offset += begin
        file.filelist.append(entry)
        file.NameToInfo[entry.filename] = entry


def _put(file: ZipFile, name: str, output: Output) -> None:
    entry = ZipInfo(f"{name}/{output.path}", _FIRST_MOMENT)
    entry.external_attr, entry.create_system = _READABLE, _UNIX
    file.writestr(entry, output.content, ZIP_DEFLATED, _LEVEL)
