"""Owns the form of the offline copy: a bag as in RFC 8493 (BagIt), in one zip file.

`sha256sum -c manifest-sha256.txt` and every program that knows BagIt prove that it is whole. The
same files give the same bytes: their order is that of their coming, their times are all one.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from archive.offline.manifest import NAME, Manifest
from archive.outputs import Output

_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can say: it stands for none."""
_READABLE = 0o644 << 16
_BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_UNIX = 3
_LEVEL = 3
"""Of compression: half the work of the usual one, for a twelfth more bytes."""


def write_bag(
    target: Path, name: str, payload: Iterable[Output], info: Mapping[str, str], tags: list[Output]
) -> None:
    """Write a bag: its payload, then what says of it what it is, then its other tag files."""
    target.parent.mkdir(parents=True, exist_ok=True)
    held, proof = Manifest(), Manifest()
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as file:
        for output in held.noting(Output(f"data/{x.path}", x.content) for x in payload):
            _put(file, name, output)
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


def _put(file: ZipFile, name: str, output: Output) -> None:
    entry = ZipInfo(f"{name}/{output.path}", _FIRST_MOMENT)
    entry.external_attr, entry.create_system = _READABLE, _UNIX
    file.writestr(entry, output.content, ZIP_DEFLATED, _LEVEL)
