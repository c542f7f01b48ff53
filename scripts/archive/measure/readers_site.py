"""Owns a whole site with a measured index: the pages that readers get, over texts from outside."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.archive import Archive
from archive.load import load
from archive.publish import Place, publish

INDEX = "search"
"""The folder of the index; on the site the search page is in it too."""

SETTINGS = """\
site_name: Measured
site_url: https://measured.example.org/
extra:
  archive:
    body: Nobody
    replies_from: nobody
    tagline: Made for measuring.
    not_held: Everything.
    texts_licence: None.
    offices: {}
"""


def build_site(index: Path, folder: Path) -> None:
    """Write the site of an archive without records, with an index in place of its own.

    The links of its results lead nowhere.
    """
    with TemporaryDirectory() as temporary:
        root = Path(temporary)
        (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
        for name in ("letters", "motions"):
            (root / name).mkdir()
        archive = load(root)
        if not isinstance(archive, Archive):
            raise ValueError("; ".join(map(str, archive)))
        place = Place(root)
        publish(place, archive)
        shutil.move(place.site, folder)
    page = (folder / INDEX / "index.html").read_bytes()
    shutil.rmtree(folder / INDEX)
    shutil.copytree(index / INDEX, folder / INDEX)
    (folder / INDEX / "index.html").write_bytes(page)
