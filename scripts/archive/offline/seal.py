"""Owns what is made last of a finished site: its offline copy, and the list of all its files."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from archive.addresses import slug
from archive.archive import Archive
from archive.history.past import History
from archive.offline.bag import Bag
from archive.offline.edition import ZIP
from archive.offline.listing import Listing
from archive.offline.manifest import NAME, OPEN, line, merged
from archive.offline.packing import Site
from archive.outputs import Output
from archive.tree import Large, Shelf

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
    lines: Iterable[bytes], archive: Archive, history: History, shelf: Shelf
) -> Iterator[Large]:
    """The offline copy of a site of whose files these lines tell (see `manifest`); their list.

    What the copy that is kept has of the same files is not packed again.
    """
    with TemporaryDirectory(dir=shelf.room) as temporary:
        shelf, room = replace(shelf, room=Path(temporary)), Path(temporary)
        listing = Listing(room / "list")
        site = Site(listing, shelf, f"{archive.site.site_url.rstrip('/')}/")
        with ExitStack() as opened:
            new = partial(_opened, opened, room)
            bag = Bag(slug(archive.site.site_name), new("zip"), new("directory"), new("lines"))
            kept = site.pack(bag, merged(lines, [line(ZIP, OPEN)]), opened)
            digest = bag.finish(kept, _info(archive, history), _tags(archive, history))
        listing.settle(digest)
        yield Large(ZIP, room / "zip", digest)
        yield Large(NAME, listing.file)


def _opened(opened: ExitStack, room: Path, name: str) -> BinaryIO:
    return opened.enter_context((room / name).open("w+b"))


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
