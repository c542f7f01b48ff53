"""Owns reading pictures of pages with ocrmypdf, where it is installed."""

import shutil
import subprocess
import tempfile
from pathlib import Path

_SECONDS = 900
"""OCR takes some seconds a page."""

_INSTALL = "install ocrmypdf (Debian: apt install ocrmypdf; macOS: brew install ocrmypdf)"


def installed() -> bool:
    """Whether ocrmypdf can be run."""
    return shutil.which("ocrmypdf") is not None


def remedy(name: str, wanted: bool) -> str:
    """What to do with a PDF of pictures, with the programs that are there."""
    if installed():
        return f"it needs OCR: add it with --ocr, or run: ocrmypdf {_typed(name)} read.pdf"
    if shutil.which("tesseract"):
        how = "save each page as a picture, run: tesseract PAGE.png page, and add page.txt"
        return f"it needs OCR: {how}; or {_INSTALL} and add it with --ocr"
    return f"it needs OCR: {_INSTALL}" + (", then do this again" if wanted else ", add --ocr")


def recognised(content: bytes) -> bytes | None:
    """The PDF with a layer of text; None where ocrmypdf fails."""
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder) / "before.pdf", Path(folder) / "after.pdf"
        before.write_bytes(content)
        command = ["ocrmypdf", "--quiet", "--skip-text", str(before), str(after)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
            return after.read_bytes()
        except (OSError, subprocess.SubprocessError):
            return None


def _typed(name: str) -> str:
    """A file's name as one types it."""
    return name if name.replace(".", "").replace("-", "").isalnum() else f'"{name}"'
