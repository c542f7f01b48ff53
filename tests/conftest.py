"""Owns what all tests share: the archives that they read, and their sites, built once."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from archive.archive import Archive
from archive.load import load
from archive.publish import Place, publish

TOP = Path(__file__).resolve().parents[1]
CORPUS = TOP / "tests" / "corpus"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The one flag: write the golden outputs anew instead of comparing with them."""
    parser.addoption("--refresh-golden", action="store_true", help="write tests/golden anew")


def loaded(root: Path) -> Archive:
    """The archive in a folder, which must have no problem."""
    archive = load(root)
    assert isinstance(archive, Archive), "\n".join(map(str, archive))
    return archive


def copied(root: Path, target: Path) -> Path:
    """A copy of an archive's records and configuration, to be built or broken."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copytree(root / "letters", target / "letters")
    shutil.copytree(root / "motions", target / "motions")
    shutil.copy(root / "mkdocs.yml", target)
    return target


@pytest.fixture(scope="session")
def corpus() -> Archive:
    """The invented archive that uses every field."""
    return loaded(CORPUS)


@pytest.fixture(scope="session")
def real() -> Archive:
    """The archive of this repository."""
    return loaded(TOP)


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that one process of a run makes and all of them read: who changes it takes a copy.

    Source: https://pytest-xdist.readthedocs.io/en/stable/how-to.html
    """
    top = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        top = top.parent
    folder, made = top / name, top / f"{name}.made"
    with FileLock(top / f"{name}.lock"):
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            made.touch()
    return folder


@pytest.fixture(scope="session")
def corpus_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the invented archive."""
    root = made_once(tmp_path_factory, "corpus", lambda root: built(copied(CORPUS, root)))
    return Place(root).site


@pytest.fixture
def corpus_built(corpus_site: Path, tmp_path: Path) -> Path:
    """The invented archive with all that a build has left, to be changed and built again."""
    return Path(shutil.copytree(corpus_site.parents[1], tmp_path / "archive"))


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository's archive."""
    root = made_once(tmp_path_factory, "real", lambda root: built(copied(TOP, root)))
    return Place(root).site


def built(root: Path) -> Path:
    """The site made from the archive in a folder."""
    place = Place(root)
    publish(place, loaded(root))
    return place.site
