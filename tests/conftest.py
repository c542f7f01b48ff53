"""Owns what all tests share: the archives that they read, and their sites, built once."""

import shutil
from pathlib import Path

import pytest

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


@pytest.fixture(scope="session")
def corpus_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the invented archive."""
    return built(copied(CORPUS, tmp_path_factory.mktemp("corpus")))


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository's archive."""
    return built(copied(TOP, tmp_path_factory.mktemp("real")))


def built(root: Path) -> Path:
    """The site made from the archive in a folder."""
    place = Place(root)
    publish(place, loaded(root))
    return place.site
