"""Owns what is made last of a finished site: its offline copy, and the list of all its files."""

import os
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from archive.addresses import slug
from archive.archive import Archive
from archive.history.past import History
from archive.offline.bag import write_bag
from archive.offline.edition import ZIP, offline_files
from archive.offline.manifest import NAME, Manifest
from archive.outputs import Output

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
    manifest = Manifest()
    write_offline(site, manifest.noting(site_files(site)), archive, history)
    manifest.note(Output(ZIP, (site / ZIP).read_bytes()))
    (site / NAME).write_bytes(manifest.text())


def site_files(site: Path) -> Iterator[Output]:
    """Every file of a site, in the order of the paths; each is read when its turn has come."""
    paths = (Path(folder, name) for folder, _, names in os.walk(site) for name in names)
    for path in sorted(path.relative_to(site).as_posix() for path in paths):
        yield Output(path, (site / path).read_bytes())


def write_offline(site: Path, files: Iterable[Output], archive: Archive, history: History) -> None:
    """The offline copy of a site with these files, into it."""
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
    held = offline_files(files, f"{about.site_url.rstrip('/')}/")
    write_bag(site / ZIP, name, held, info, _tags(archive, history))


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
