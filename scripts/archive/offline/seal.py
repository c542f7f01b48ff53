"""Owns what is made last of a finished site: its offline copy, and the list of all its files."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from archive.addresses import slug
from archive.archive import Archive
from archive.cores import in_parts
from archive.history.past import History
from archive.offline.bag import Part, packed_part, write_bag
from archive.offline.edition import ZIP, offline_files, own_script
from archive.offline.manifest import NAME, Manifest
from archive.outputs import Output

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


def seal(site: Path, archive: Archive, history: History) -> None:
    """Put the offline copy and the manifest into a site of which everything else is there."""
    manifest = write_offline(site, site, archive, history)
    manifest.note_file(ZIP, site / ZIP)
    (site / NAME).write_bytes(manifest.text())


def write_offline(target: Path, site: Path, archive: Archive, history: History) -> Manifest:
    """Put the offline copy of a site into a folder; the manifest of the site."""
    about, manifest = archive.site, Manifest()
    info = {
        "External-Identifier": about.site_url,
        "External-Description": about.settings.tagline,
        "Bag-Software-Agent": f"assembly-archive {version('assembly-archive')}",
    }
    if history.commit:
        info["Bagging-Date"] = history.commit.day.isoformat()
        info["Internal-Sender-Identifier"] = history.stamp or ""
    name = slug(about.site_name)
    packing = _Packing(site, site_paths(site), name, f"{about.site_url.rstrip('/')}/")
    write_bag(target / ZIP, name, packing.parts(manifest), info, _tags(archive, history))
    return manifest


def site_paths(site: Path) -> tuple[str, ...]:
    """The path of every file of a site, in their order."""
    paths = (Path(folder, name) for folder, _, names in os.walk(site) for name in names)
    return tuple(sorted(path.relative_to(site).as_posix() for path in paths))


@dataclass(frozen=True)
class _Packing:
    """Packs any slice of a site's files for the offline copy, in whichever process it is called."""

    site: Path
    paths: tuple[str, ...]
    name: str
    address: str

    def __call__(self, part: slice) -> tuple[Part, Manifest]:
        """The files as the copy has them, and as the site has them; each is read in its turn."""
        noted = Manifest()
        files = (Output(path, (self.site / path).read_bytes()) for path in self.paths[part])
        return packed_part(self.name, offline_files(noted.noting(files), self.address)), noted

    def parts(self, manifest: Manifest) -> Iterator[Part]:
        """All of the copy; the manifest of the site is filled in meanwhile."""
        yield packed_part(self.name, [own_script()])
        for part, noted in in_parts(self, len(self.paths), WORTH_SHARING):
            manifest.add(noted)
            yield part


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
