"""Owns telling from its bytes what kind of file something is, whatever it is called."""

import re
from pathlib import PurePath

from archive.intake.received import Form

ENDINGS: dict[str, Form] = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".eml": "eml",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".md": "md",
    ".markdown": "md",
    ".txt": "txt",
    ".text": "txt",
}
_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file or an Outlook message"),
    (b"{\\rtf", "a file in Rich Text Format"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"%!PS", "a PostScript file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"ID3", "a recording"),
    (b"OggS", "a recording"),
    (b"RIFF", "a recording"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_REMEDIES = {
    "a picture": "make a PDF with a text layer of it (ocrmypdf PICTURE letter.pdf), then add that",
    "a compressed file": "unpack it, then add the letter that is in it",
    "a recording": "add its words as .txt",
    "a program": "add the letter itself",
}
_SAVE_AS = "open it and save it as PDF or as Word (.docx), then add that"
_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype html|html|head|body)\b", re.I
)
_MARKED = re.compile(rb"</(?:p|div|html|body|h1|h2|li|span|table)>", re.I)
_HEADER = re.compile(
    rb"(?:(?:From |[A-Za-z][A-Za-z0-9-]*:[^\r\n]*)\r?\n(?:[ \t][^\r\n]+\r?\n)*){2,}\s*"
)
_OF_MAIL = re.compile(
    rb"^(?:received|message-id|mime-version|return-path|from|to|subject|date):", re.I | re.M
)
_TEXTS = ("txt", "md")


def form_of(content: bytes, name: str) -> Form | tuple[str, str]:
    """The form of some bytes; what they are and what to do where they cannot be read.

    The name decides only between forms that bytes cannot tell apart, as text and Markdown.
    """
    start = content[:2_000]
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if start.startswith(b"PK"):
        return _of_zip(content)
    for signature, what in _SIGNATURES:
        if start.startswith(signature):
            return what, _REMEDIES.get(what, _SAVE_AS)
    return _of_text(start, named(name))


def named(name: str) -> Form | None:
    """The form that the ending of a name promises."""
    return ENDINGS.get(PurePath(name).suffix.lower())


def misnamed(name: str, form: Form) -> str | None:
    """What to say of a name that promises another form than the bytes have."""
    promised = named(name)
    if promised == form or promised is None or {promised, form} <= set(_TEXTS):
        return None
    return f"It is called {PurePath(name).suffix}, but what is in it is {CALLED[form]}."


CALLED: dict[Form, str] = {
    "pdf": "a PDF",
    "docx": "a Word file",
    "eml": "an e-mail",
    "html": "a web page",
    "txt": "plain text",
    "md": "plain text",
}


def _of_zip(content: bytes) -> Form | tuple[str, str]:
    """A Word file names its document in the zip's table; other zips hold other things."""
    if b"word/document" in content or b"word/_rels/document" in content:
        return "docx"
    if b"mimetypeapplication/vnd.oasis.opendocument" in content[:200]:
        return "an OpenDocument file", _SAVE_AS
    if b"xl/workbook" in content or b"ppt/presentation" in content:
        return "a spreadsheet or a presentation", _SAVE_AS
    if content.startswith(b"PK\x03\x04") and b"[Content_Types].xml" in content[:200]:
        return "docx"
    return "a compressed file", _REMEDIES["a compressed file"]


def _of_text(start: bytes, promised: Form | None) -> Form:
    header = _HEADER.match(start)
    names = {match[0].lower() for match in _OF_MAIL.finditer(header[0])} if header else set()
    if len(names) > 1 and (promised == "eml" or len(names & _MAILERS) > 0):
        return "eml"
    if _HTML.match(start.lstrip(b"\xef\xbb\xbf")) or (promised == "html" and _MARKED.search(start)):
        return "html"
    return "md" if promised == "md" else "txt"


_MAILERS = {b"received:", b"message-id:", b"mime-version:", b"return-path:"}
"""Headers that nobody types: `From:` and `Date:` alone may begin a letter copied as text."""
