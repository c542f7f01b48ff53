"""Owns showing that the offline copy is a bag that its own readers accept, whole and the same."""

import random
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import bagit
import pytest

from archive.archive import Archive
from archive.history.past import NO_HISTORY
from archive.offline import packing, seal
from archive.offline.edition import ZIP
from archive.offline.manifest import NAME as MANIFEST
from archive.offline.manifest import line
from archive.tree import Shelf, sha256_of
from tests.pages.site import BuiltPage, target_file


@pytest.fixture(scope="module")
def bag(corpus_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline copy of the invented archive, unpacked: the one folder that it has."""
    folder = tmp_path_factory.mktemp("bag")
    with zipfile.ZipFile(corpus_site / ZIP) as file:
        file.extractall(folder)
    [one] = folder.iterdir()
    return one


def test_a_program_that_knows_bags_finds_it_valid(bag: Path) -> None:
    found = bagit.Bag(str(bag))
    assert found.validate()
    assert found.info["External-Identifier"] == "https://archive.marlbeck.example/"


def test_standard_tools_prove_it(bag: Path) -> None:
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        command = ["sha256sum", "--check", "--quiet", "--strict", manifest]
        assert subprocess.run(command, cwd=bag, check=False).returncode == 0


def test_a_changed_page_and_a_page_too_many_are_noticed(bag: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(bag, tmp_path / "bag")
    (copy / "data" / "more.html").write_text("more")
    with pytest.raises(bagit.BagValidationError, match=r"Oxum|more\.html"):
        bagit.Bag(str(copy)).validate()
    (copy / "data" / "more.html").unlink()
    page = copy / "data" / "index.html"
    page.write_bytes(page.read_bytes().replace(b"archive", b"Archive", 1))
    with pytest.raises(bagit.BagValidationError, match=r"data/index\.html"):
        bagit.Bag(str(copy)).validate()


@pytest.fixture
def part(corpus_site: Path, tmp_path: Path) -> Path:
    """A part of the site of the invented archive."""
    site = tmp_path / "site"
    site.mkdir()
    for name in ("index.html", "css", "js", "search", "letters", "ledger"):
        copy = shutil.copytree if (corpus_site / name).is_dir() else shutil.copy
        copy(corpus_site / name, site / name)
    return site


class Sealing:
    """Seals a folder as a site, notes what of it is read, and leaves there what came of it."""

    def __init__(self, site: Path, archive: Archive) -> None:
        self.site, self.archive, self.read_paths = site, archive, list[str]()

    def seal(self, kept: Callable[[str], Path | None]) -> bytes:
        """The bytes of the copy; what is `kept` of an earlier one is used."""
        self.read_paths.clear()
        shelf = Shelf(self._find, kept, self.site.parent)
        for file in seal.seal(self._lines(), self.archive, NO_HISTORY, shelf):
            (self.site / ZIP).parent.mkdir(exist_ok=True)
            assert file.sha256 in ("", sha256_of(file.written))
            file.written.replace(self.site / file.path)
        return (self.site / ZIP).read_bytes()

    def _lines(self) -> list[bytes]:
        paths = [path for path in self.site.rglob("*") if path.is_file()]
        names = sorted(path.relative_to(self.site).as_posix() for path in paths)
        mine = (name for name in names if name not in (ZIP, MANIFEST))
        return [line(name, sha256_of(self.site / name)) for name in mine]

    def _find(self, path: str) -> Path:
        self.read_paths.append(path)
        return self.site / path


def nothing(path: str) -> None:
    """Nothing is kept."""


def test_the_same_site_gives_the_same_bytes_in_one_process_and_in_several(
    corpus: Archive, part: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealing, found = Sealing(part, corpus), list[bytes]()
    for worth_sharing in (10_000, 1):
        monkeypatch.setattr(packing, "WORTH_SHARING", worth_sharing)
        found.append(sealing.seal(nothing))
    assert found[0] == found[1]
    with zipfile.ZipFile(part / ZIP) as file:
        assert file.testzip() is None


def test_only_what_has_changed_is_packed_again(corpus: Archive, part: Path) -> None:
    sealing = Sealing(part, corpus)
    first = sealing.seal(nothing)
    page, table = part / "letters" / "index.html", next(part.glob("ledger/**/index.html"))
    for path in (page, table):
        path.write_bytes(path.read_bytes().replace(b"<title>", b"<title>Another ", 1))
    (part / "letters" / "new.html").write_text("<p>new")
    next(part.glob("search/columns-*")).unlink()
    again = sealing.seal(part.joinpath)
    changed = {"letters/index.html", "letters/new.html", table.relative_to(part).as_posix()}
    assert set(sealing.read_paths) == changed
    assert again == sealing.seal(nothing) != first


@pytest.mark.parametrize("most", [0, packing.WORTH_KEEPING, 1])
def test_whatever_has_changed_the_copy_is_what_a_clean_build_makes(
    corpus: Archive, part: Path, monkeypatch: pytest.MonkeyPatch, most: float
) -> None:
    monkeypatch.setattr(packing, "WORTH_KEEPING", most)
    sealing, chance = Sealing(part, corpus), random.Random(4)
    sealing.seal(nothing)
    for share in (0.01, 0.2, 0.9):
        for path in [path for path in part.rglob("*") if path.is_file()]:
            if path.name in (MANIFEST, "archive.zip") or chance.random() > share:
                continue
            if chance.random() < 0.3:
                path.unlink()
            elif path.suffix in (".html", ".json", ".css"):
                path.write_bytes(path.read_bytes() + b"\n")
                (path.parent / f"0{path.name}").write_bytes(b"{}")
        again = sealing.seal(part.joinpath)
        if share == 0.01:
            assert (len(sealing.read_paths) > 100) == (most == 0)
        assert again == sealing.seal(nothing)
    with zipfile.ZipFile(part / ZIP) as file:
        assert file.testzip() is None


def test_what_is_large_is_packed_as_what_is_not(
    corpus: Archive, part: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealing = Sealing(part, corpus)
    first = sealing.seal(nothing)
    monkeypatch.setattr(packing, "LARGE", 100)
    monkeypatch.setattr(Path, "read_bytes", _only_what_is_altered(Path.read_bytes))
    assert sealing.seal(nothing) == first


def _only_what_is_altered(read: Callable[[Path], bytes]) -> Callable[[Path], bytes]:
    """Reads no file whole that is as it is in the site, unless it is small."""

    def checked(path: Path) -> bytes:
        content = read(path)
        assert len(content) <= 100 or path.suffix in (".html", ".js", ".json", ".zip")
        return content

    return checked


@pytest.mark.parametrize("left", [ZIP, MANIFEST])
def test_of_a_copy_without_its_list_or_of_a_list_alone_nothing_is_used(
    corpus: Archive, part: Path, left: str
) -> None:
    sealing = Sealing(part, corpus)
    first = sealing.seal(nothing)
    assert sealing.seal(lambda path: part / path if path == left else None) == first
    assert len(sealing.read_paths) > 100


def test_every_link_leads_to_a_file_of_the_copy(bag: Path) -> None:
    """On a disk a folder is no page: `letters/` has to be `letters/index.html`."""
    site = bag / "data"
    for path in sorted(site.rglob("*.html")):
        page = BuiltPage(site, path)
        for link in page.tree.css("a[href], form[action], script[src], link[rel=stylesheet]"):
            one = link.attributes
            address = one.get("href") or one.get("action") or one.get("src") or ""
            if not address.startswith(("http:", "https:", "mailto:", "#")):
                target = (path.parent / address.partition("#")[0].partition("?")[0]).resolve()
                assert target.is_file(), f"{page.path}: {address}"


def test_it_has_every_page_of_the_site_but_those_for_other_sites(
    bag: Path, corpus_site: Path
) -> None:
    online = {p.relative_to(corpus_site).as_posix() for p in corpus_site.rglob("*.html")}
    offline = {p.relative_to(bag / "data").as_posix() for p in (bag / "data").rglob("*.html")}
    assert offline == {path for path in online if "/embed/" not in path and path != "404.html"}


def test_it_has_no_module_and_no_copy_of_itself(bag: Path) -> None:
    for path in (bag / "data").rglob("*.html"):
        assert 'type="module"' not in path.read_text(encoding="utf-8"), path
    assert not (bag / "data" / ZIP).exists()
    assert target_file(bag / "data", "https://site.invalid/offline/").is_file()


def test_it_is_a_fraction_of_the_site(corpus_site: Path) -> None:
    zip_size = (corpus_site / ZIP).stat().st_size
    whole = sum(p.stat().st_size for p in corpus_site.rglob("*") if p.is_file()) - zip_size
    assert zip_size < whole / 2
