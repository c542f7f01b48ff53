"""Owns what is made last of a finished site: its offline copy, and the list of all its files."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.addresses import slug
from archive.archive import Archive
from archive.history.past import History
from archive.offline.bag import write_bag
from archive.offline.edition import ZIP, offline_files
from archive.offline.manifest import NAME, manifest
from archive.outputs import Output
from archive.tree import Filed

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
    contents: Iterable[Output],
    files: Mapping[str, Filed],
    archive: Archive,
    history: History,
) -> Iterator[Output]:
    """The offline copy of a site with these `contents`, and the list of all its `files`."""
    with TemporaryDirectory() as temporary:
        copy = Path(temporary, "archive.zip")
        write_offline(copy, contents, archive, history)
        content = copy.read_bytes()
    yield Output(ZIP, content)
    digests = {path: file.sha256 for path, file in files.items()}
    yield Output(NAME, manifest({**digests, ZIP: sha256(content).hexdigest()}))


def write_offline(
    target: Path, files: Iterable[Output], archive: Archive, history: History
) -> None:
    """Write the offline copy of a site with these files."""
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
    write_bag(target, name, held, info, _tags(archive, history))


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
