"""Owns what is made last of a finished site: its offline copy, and the list of all its files."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from archive.addresses import slug
from archive.archive import Archive
from archive.cores import in_parts
from archive.history.past import History
from archive.offline.bag import Part, packed_part, write_bag
from archive.offline.edition import ZIP, offline_files, own_script
from archive.offline.manifest import NAME, manifest
from archive.outputs import Output
from archive.tree import Filed, Large, sha256_of

Read: TypeAlias = Callable[[str], bytes]
"""Gives the bytes of the file at a path of the site."""
WORTH_SHARING = 1_000
"""Files for which other processes begin to pay."""
_START = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=data/index.html">
<title>{name}</title>
<p><a href="data/index.html">{name}</a></p>
</html>
"""
_READ = """{name}
The whole site, as it was built {stamp}.

To read and search it: open start.html in a browser. No network and no server is needed.
To prove that it is whole: sha256sum -c manifest-sha256.txt
(on a Mac: shasum -a 256 -c manifest-sha256.txt), or any program that knows BagIt (RFC 8493).

{address}
{licence}
"""


def seal(
    files: Mapping[str, Filed], read: Read, archive: Archive, history: History
) -> Iterator[Output | Large]:
    """The offline copy of a site with these files, whose bytes `read` gives; and their list."""
    digests = {path: file.sha256 for path, file in files.items()}
    with TemporaryDirectory() as temporary:
        copy = Path(temporary, "archive.zip")
        write_offline(copy, sorted(files), read, archive, history)
        digests[ZIP] = sha256_of(copy)
        yield Large(ZIP, copy)
    yield Output(NAME, manifest(digests))


def write_offline(
    target: Path, paths: Sequence[str], read: Read, archive: Archive, history: History
) -> None:
    """Write the offline copy of a site that has files at these paths."""
    about = archive.site
    info = {
        "External-Identifier": about.site_url,
        "External-Description": about.settings.tagline,
        "Bag-Software-Agent": f"assembly-archive {version('assembly-archive')}",
    }
    if history.commit:
        info["Bagging-Date"] = history.commit.day.isoformat()
        info["Internal-Sender-Identifier"] = history.stamp or ""
    name = slug(about.site_name)
    packing = _Packing(paths, read, name, f"{about.site_url.rstrip('/')}/")
    write_bag(target, name, packing.parts(), info, _tags(archive, history))


@dataclass(frozen=True)
class _Packing:
    """Packs any slice of a site's files for the offline copy, in whichever process it is called."""

    paths: Sequence[str]
    read: Read
    name: str
    address: str

    def __call__(self, part: slice) -> Part:
        """The files as the copy has them; each is read in its turn."""
        files = (Output(path, self.read(path)) for path in self.paths[part])
        return packed_part(self.name, offline_files(files, self.address))

    def parts(self) -> Iterator[Part]:
        """All of the copy."""
        yield packed_part(self.name, [own_script()])
        yield from in_parts(self, len(self.paths), WORTH_SHARING, bulky=True)


def _tags(archive: Archive, history: History) -> list[Output]:
    """What whoever opens the zip sees first."""
    about = archive.site
    stamp = f"from commit {history.stamp}" if history.stamp else "from no known commit"
    name = about.site_name
    read = _READ.format(
        name=name, stamp=stamp, address=about.site_url, licence=about.settings.texts_licence
    )
    escaped = name.replace("&", "&amp;").replace("<", "&lt;")
    return [
        Output("README.txt", read.encode()),
        Output("start.html", _START.format(name=escaped).encode()),
    ]
