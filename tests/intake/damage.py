"""Owns doing to a clean text what PDFs and scans do: cut words, running heads, garbled signs."""

import random
import textwrap
from pathlib import Path

LONGEST_PAGE = 24
LONGEST_HEAD = 40
SIGNS = {"fi": "\ufb01", "fl": "\ufb02", "ff": "\ufb00"}


def damaged(text: str, name: str) -> str:
    """The text as a text layer may have it; the same name does the same damage."""
    chance = random.Random(name)
    lines = [line for part in text.rstrip("\n").split("\n") for line in _wrapped(part, chance)]
    lines = [_signs(line, chance) for line in lines]
    headed = chance.random() < 0.5 and len(lines[0]) <= LONGEST_HEAD
    return "\f".join(_pages(lines, [lines[0], ""] if headed else []))


def folder(source: Path, target: Path) -> Path:
    """A folder with every document of another one damaged, its truth and its true words."""
    target.mkdir()
    for path in sorted(source.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        (target / path.name).write_text(damaged(text, path.stem), encoding="utf-8")
        (target / f"{path.stem}.truth.txt").write_text(text, encoding="utf-8")
        truth = path.with_suffix(".yml").read_text(encoding="utf-8")
        (target / f"{path.stem}.yml").write_text(truth, encoding="utf-8")
    return target


def _wrapped(line: str, chance: random.Random) -> list[str]:
    """A long line as several, now and then with a word cut at the end of one."""
    width = 78
    if len(line) <= width:
        return [line]
    rows = textwrap.wrap(line, width, break_on_hyphens=False)
    for index in range(len(rows) - 1):
        word, _, rest = rows[index + 1].partition(" ")
        if len(word) >= 8 and word.isalpha() and word.islower() and chance.random() < 0.5:
            cut = len(word) // 2
            rows[index] += f" {word[:cut]}-"
            rows[index + 1] = f"{word[cut:]} {rest}".rstrip()
    return rows


def _signs(line: str, chance: random.Random) -> str:
    for plain, sign in SIGNS.items():
        if chance.random() < 0.3:
            line = line.replace(plain, sign)
    if chance.random() < 0.1:
        line = line.replace(" ", "  ", 1)
    if chance.random() < 0.1:
        line = line.replace(" – ", " â€“ ")
    if chance.random() < 0.1 and len(line) > 60:
        place = line.find(" ", 30)
        line = f"{line[:place]}\u00a0{line[place + 1 :]}"
    return line


def _pages(lines: list[str], head: list[str]) -> list[str]:
    """Pages with their numbers; at the top of later ones the letterhead, if it is repeated."""
    starts = range(0, len(lines), LONGEST_PAGE)
    count = len(starts)
    pages = []
    for number, start in enumerate(starts, 1):
        own = lines[start : start + LONGEST_PAGE]
        foot = ["", f"Page {number} of {count}"] if count > 1 else []
        pages.append("\n".join([*(head if number > 1 else []), *own, *foot]))
    return pages
