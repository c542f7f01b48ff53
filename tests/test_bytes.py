"""Owns showing that the same records give the same bytes, whenever, wherever and however often."""

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import CORPUS, copied


def built_elsewhere(root: Path, hash_seed: str, timezone: str) -> dict[str, bytes]:
    """The files of a site built by a process of its own, under other circumstances."""
    environment = os.environ | {"PYTHONHASHSEED": hash_seed, "TZ": timezone, "LC_ALL": "C"}
    environment.pop("SOURCE_DATE_EPOCH", None)
    command = [sys.executable, "-m", "archive", "build", "--archive", str(root)]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    site = root / "build" / "site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    first = copied(CORPUS, tmp_path / "one")
    second = copied(CORPUS, tmp_path / "a much longer name for the other")
    for place in sorted(second.rglob("*")):
        os.utime(place, (0, 0))
    one = built_elsewhere(first, "1", "Pacific/Auckland")
    assert built_elsewhere(second, "2", "America/Lima") == one
    assert built_elsewhere(first, "3", "UTC") == one, "a second build in the same place"


def test_no_path_of_this_machine_is_published(corpus_site: Path) -> None:
    here = str(Path.cwd()).encode(), str(corpus_site.parents[1]).encode()
    for path in corpus_site.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not any(place in content for place in here), path
