"""Owns making the README's two pictures: what `archive add` says, and the draft to be looked over.

Run as `ARCHIVE_BROWSER=/path/to/chromium python -m tests.intake.pictures` from the top folder.
"""

import html
import os
import re
import tempfile
from pathlib import Path

from click.testing import CliRunner
from playwright.sync_api import sync_playwright

from archive.cli import main
from tests.conftest import CORPUS, TOP, copied

LETTER = TOP / "tests" / "intake" / "pictured.txt"
TARGET = TOP / ".github"
WIDTH = 960
_STYLE = """
body { margin: 0; background: #fff }
main { display: inline-block; min-width: 820px; border: 1px solid #9aa5ad; border-radius: 6px }
header { font: 13px/2.2 sans-serif; color: #3c464d; background: #eceff1; padding: 0 14px;
  border-bottom: 1px solid #9aa5ad; border-radius: 6px 6px 0 0 }
pre { margin: 0; padding: 12px 14px; font: 13px/1.45 'DejaVu Sans Mono', monospace; color: #16212b;
  white-space: pre-wrap; max-width: 104ch }
b { background: #fff1b8; font-weight: 700 } i { color: #52616b; font-style: normal }
u { color: #1d4e6b; text-decoration: none; font-weight: 700 }
"""


def said_and_written() -> tuple[str, str]:
    """What the command says of the letter, and the record that it writes."""
    with tempfile.TemporaryDirectory() as folder:
        root = copied(CORPUS, Path(folder))
        before = set(root.rglob("*.md"))
        call = ["add", "--archive", str(root), str(LETTER)]
        said = CliRunner().invoke(main, call).stdout.replace(str(LETTER), "lamps.txt")
        [record] = set(root.rglob("*.md")) - before
        return said, record.read_text(encoding="utf-8")


def terminal(said: str) -> str:
    """The page of the terminal: question marks and what was taken out stand out."""
    text = re.sub(r"^\?.*", r"<b>\g<0></b>", html.escape(said), flags=re.MULTILINE)
    prompt = "<u>$ .venv/bin/archive add lamps.txt</u>\n"
    return _page("Terminal", prompt + text)


def review(record: str) -> str:
    """The page of the record as an editor shows it: what is to be decided stands out."""
    fields, words = record.removeprefix("---\n").split("---\n", 1)
    fields = re.sub(r"(sha256: [0-9a-f]{8})[0-9a-f]{56}", r"\1…", fields)
    fields = re.sub(r"^#.*", r"<i>\g<0></i>", html.escape(fields, quote=False), flags=re.M)
    fields = re.sub(r"^(\s*(?:- )?[a-z_]+\d*):(?=\s)", r"<u>\1</u>:", fields, flags=re.M)
    fields = re.sub(r"^<u>proposed</u>:(\n  - .*)*", r"<b>\g<0></b>", fields, flags=re.M)
    words = re.sub(r"\[redacted: [^\]]*\]", r"<b>\g<0></b>", html.escape(words, quote=False))
    return _page("letters/2023-06-14-pm-2023-0412.md", f"---\n{fields}---\n{words}")


def _page(title: str, text: str) -> str:
    head = f"<!doctype html><meta charset=utf-8><style>{_STYLE}</style>"
    return f"{head}<main><header>{title}</header><pre>{text}</pre></main>"


def make() -> None:
    """Writes both pictures."""
    said, record = said_and_written()
    flags, program = ["--no-sandbox", "--disable-gpu"], os.environ.get("ARCHIVE_BROWSER")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        page = browser.new_page(viewport={"width": WIDTH, "height": 400}, device_scale_factor=1.25)
        for name, content in (("intake", terminal(said)), ("review", review(record))):
            page.set_content(content)
            page.locator("main").screenshot(path=TARGET / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    make()
