"""Owns showing that a site tells of every file what it is, and that standard tools prove it."""

import shutil
import subprocess
from pathlib import Path

MANIFEST = "manifest-sha256.txt"


def checked(site: Path) -> subprocess.CompletedProcess[str]:
    command = ["sha256sum", "--check", "--quiet", "--strict", MANIFEST]
    return subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)


def test_the_manifest_names_every_file_of_the_site(corpus_site: Path) -> None:
    lines = (corpus_site / MANIFEST).read_text(encoding="utf-8").splitlines()
    named = [line.partition("  ")[2] for line in lines]
    there = {p.relative_to(corpus_site).as_posix() for p in corpus_site.rglob("*") if p.is_file()}
    assert named == sorted(there - {MANIFEST})


def test_standard_tools_prove_the_whole_site(corpus_site: Path) -> None:
    result = checked(corpus_site)
    assert (result.returncode, result.stdout) == (0, "")


def test_a_changed_and_a_missing_file_are_named(corpus_site: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(corpus_site, tmp_path / "copy")
    page = copy / "about" / "index.html"
    page.write_bytes(page.read_bytes().replace(b"archive", b"Archive", 1))
    (copy / "robots.txt").unlink()
    result = checked(copy)
    assert result.returncode != 0
    assert "about/index.html: FAILED" in result.stdout
    assert "robots.txt: FAILED open or read" in result.stdout
