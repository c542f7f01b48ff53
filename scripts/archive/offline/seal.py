"""Owns what is made last of a finished site: its offline copy, and the list of all its files."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias
from zipfile import ZipFile

from archive.addresses import slug
from archive.archive import Archive
from archive.history.past import History
from archive.offline.bag import Part, packed_part, write_bag
from archive.offline.earlier import Earlier
from archive.offline.edition import ZIP, offline_files, own_script
from archive.offline.manifest import NAME, manifest, read_manifest
from archive.outputs import Output
from archive.sharing import in_parts
from archive.tree import KeptAt, Large, sha256_of

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
    digests: dict[str, str], read: Read, archive: Archive, history: History, kept: KeptAt
) -> Iterator[Output | Large]:
    """The offline copy of a site of files with these digests, whose bytes `read` gives; their list.

    What the copy that is `kept` has of the same files is not packed again. The digest of the new
    one is put to the others.
    """
    with TemporaryDirectory() as temporary, ExitStack() as opened:
        copy = Path(temporary, "archive.zip")
        name = slug(archive.site.site_name)
        earlier = _earlier(opened, name, kept)
        site = _Site(digests, read, name, f"{archive.site.site_url.rstrip('/')}/")
        write_bag(copy, name, site.parts(earlier), _info(archive, history), _tags(archive, history))
        digests[ZIP] = sha256_of(copy)
        yield Large(ZIP, copy)
    yield Output(NAME, manifest(digests))


def _earlier(opened: ExitStack, name: str, kept: KeptAt) -> Earlier | None:
    """The copy that is there, with the list of what it was made of; None without either."""
    copy, made_of = kept(ZIP), kept(NAME)
    if copy is None or made_of is None:
        return None
    file = opened.enter_context(ZipFile(copy))
    return Earlier(file, name, read_manifest(made_of.read_bytes()))


def _info(archive: Archive, history: History) -> dict[str, str]:
    """What the bag says of itself."""
    about = archive.site
    info = {
        "External-Identifier": about.site_url,
        "External-Description": about.settings.tagline,
        "Bag-Software-Agent": f"assembly-archive {version('assembly-archive')}",
    }
    if history.commit:
        info["Bagging-Date"] = history.commit.day.isoformat()
        info["Internal-Sender-Identifier"] = history.stamp or ""
    return info


@dataclass(frozen=True)
class _Site:
    """The files of a site by their paths, with their digests, and how their bytes are read."""

    digests: Mapping[str, str]
    read: Read
    name: str
    address: str

    def parts(self, earlier: Earlier | None) -> Iterator[Part]:
        """All that the copy has of them."""
        yield packed_part(self.name, [own_script()])
        for kept, run in groupby(sorted(self.digests), key=partial(self._is_in, earlier)):
            paths = tuple(run)
            if earlier and kept:
                yield from earlier.parts(paths)
            else:
                pack = partial(self._packed, paths)
                yield from in_parts(pack, len(paths), WORTH_SHARING, bulky=True)

    def _is_in(self, earlier: Earlier | None, path: str) -> bool:
        return earlier is not None and earlier.has(path, self.digests[path])

    def _packed(self, paths: Sequence[str], part: slice) -> Part:
        """Some of these files as the copy has them; each is read in its turn."""
        files = (Output(path, self.read(path)) for path in paths[part])
        return packed_part(self.name, offline_files(files, self.address))


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
