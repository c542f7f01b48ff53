"""Owns the archive that is measured: made anew, as often as a first build or check needs it."""

import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from archive.measure.builds.running import Ran, ran

ARCHIVE = (sys.executable, "-m", "archive")
BUILT = ("build", ".kept", ".cache")
"""What our program may leave in an archive's folder; without it, the next build is a first one."""

_NOTE = re.compile("^note: .*\n", re.MULTILINE)


@dataclass(frozen=True)
class Subject:
    """An archive's folder with so many records."""

    root: Path
    records: int

    @property
    def site(self) -> Path:
        """The site that was built last."""
        return self.root / "build" / "site"

    def clear(self) -> None:
        """Take away everything that was built or kept."""
        for name in BUILT:
            shutil.rmtree(self.root / name, ignore_errors=True)

    def build(self, quick: bool = False) -> Ran:
        """Build the site, or of it only the pages and the search."""
        return ran([*ARCHIVE, "build", *(["--quick"] if quick else [])], self.root)

    def check(self) -> Ran:
        """Check the archive."""
        return ran([*ARCHIVE, "check"], self.root)

    def letters(self) -> list[Path]:
        """The records of letters, by path."""
        return sorted((self.root / "letters").rglob("*.md"))

    def edit(self, letter: Path, words: str) -> None:
        """Give a letter's record another note."""
        text = _NOTE.sub("", letter.read_text(encoding="utf-8"))
        letter.write_text(text.replace("---\n", f"---\nnote: {words}\n", 1), encoding="utf-8")

    def largest_page(self) -> tuple[int, str]:
        """The bytes of the largest HTML page of the site, and which it is."""
        size, page = max((page.stat().st_size, page) for page in self.site.rglob("*.html"))
        return size, page.relative_to(self.site).as_posix()


def invented(root: Path, records: int) -> Subject:
    """An archive of invented records in a folder, which is made."""
    demo = [*ARCHIVE, "demo", "--records", str(records), str(root)]
    ran(demo, root.parent)
    return Subject(root, records)


def copied(source: Path, root: Path) -> Subject:
    """A copy of an archive, without what was built of it; its letters and motions are counted."""
    root.mkdir()
    shutil.copy(source / "mkdocs.yml", root)
    for name in ("letters", "motions"):
        shutil.copytree(source / name, root / name)
    records = [*(root / "letters").rglob("*.md"), *(root / "motions").rglob("*.md")]
    versions = root / "motions" / "versions"
    return Subject(root, sum(not path.is_relative_to(versions) for path in records))
