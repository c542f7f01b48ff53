"""Owns reading plain text and Markdown: their encoding, and the few signs that Markdown has."""

import re

from charset_normalizer import from_bytes

from archive.intake.received import Content, Line, Page

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_HEADING = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t#]*$")
_QUOTED = re.compile(r" {0,3}(?:> ?)+")
"""The sign of a quotation at the beginning of a line."""

_STRONG = re.compile(r"(?<![\w*_\\])(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1(?![\w*_])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")
UNREADABLE = (
    "is in a character set that cannot be told",
    "open it in its program and save it as text in UTF-8, then add that",
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_WESTERN = "\u2018\u2019“”–—•…£€°½¼¾§©®«»\xa0éèêëáàâäíîïóôöúûüçñÉÅåøæß"
"""Signs beyond ASCII that British letters have."""

MOST_USUAL = 0.8
"""Of a text's signs beyond ASCII; with fewer usual ones it is in another encoding."""

MOST_CONTROLS = 0.02
"""Of a text's characters; one with more is no text."""


def read_txt(content: bytes) -> Content:
    """The lines of a plain text; a form feed begins a page."""
    text = decoded(content)
    if text is None:
        return Content(refusal=UNREADABLE)
    return Content(tuple(tuple(map(Line, page)) for page in pages_of(text)))


def read_md(content: bytes) -> Content:
    """The lines of a Markdown file without its signs for headings and emphasis."""
    text = decoded(content)
    if text is None:
        return Content(refusal=UNREADABLE)
    return Content(tuple(tuple(map(_marked, page)) for page in pages_of(text)))


def decoded(content: bytes, said: str | None = None) -> str | None:
    """The text of some bytes, by the charset that is said of them or the one they seem to have."""
    for bom, marked in _BOMS:
        if content.startswith(bom):
            return _sound(content, marked)
    for encoding in (said, "utf-8"):
        if encoding and (text := _sound(content, encoding)) is not None:
            return text
    for first, wide in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = content[first::2]
        if half.count(0) > MOST_CONTROLS * len(half):
            return _sound(content, wide) if half.count(0) > len(half) / 2 else None
    return _mostly(content) or _western(content) or _guessed(content)


def pages_of(text: str) -> list[list[str]]:
    """The lines of each page of a text, whatever its line ends are."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n\f")
    return [page.split("\n") for page in whole.split("\f")]


def _sound(content: bytes, encoding: str) -> str | None:
    """The text in an encoding, unless the bytes are none or hardly any of it is text."""
    try:
        text = content.decode(encoding)
    except (UnicodeError, LookupError):
        return None
    return None if len(_CONTROLS.findall(text)) > MOST_CONTROLS * len(text) else text


def _mostly(content: bytes) -> str | None:
    """A text in UTF-8 with a few broken letters, as where it was cut; they become U+FFFD."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(sign > "\x7f" for sign in text) - broken
    controls = len(_CONTROLS.findall(text))
    return text if whole > broken and controls <= MOST_CONTROLS * len(text) else None


def _western(content: bytes) -> str | None:
    """The text in the encoding of Windows, where its signs beyond ASCII are those of letters."""
    text = _sound(content, "cp1252")
    strange = re.findall(r"[^\x00-\x7f]", text or "")
    usual = [sign for sign in strange if sign in _WESTERN]
    return text if text and len(usual) >= MOST_USUAL * len(strange) else None


def _guessed(content: bytes) -> str | None:
    best = from_bytes(content).best()
    return str(best) if best and not _CONTROLS.search(str(best)) else None


def _marked(whole: str) -> Line:
    line = _QUOTED.sub("", whole, count=1) if _QUOTED.match(whole) else whole
    if heading := _HEADING.match(line):
        return Line(_without_signs(heading[2]), heading=len(heading[1]))
    bold = line.strip().startswith(("**", "__")) and line.strip().endswith(("**", "__"))
    return Line(_without_signs(line), bold=bold)


def _without_signs(text: str) -> str:
    return _ESCAPE.sub(r"\1", _STRONG.sub(r"\2", _STRONG.sub(r"\2", text)))


def lines_of(text: str) -> Page:
    """A text without pages as lines."""
    return tuple(Line(line) for page in pages_of(text) for line in page)
