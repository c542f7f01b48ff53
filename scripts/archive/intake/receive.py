"""Owns the way in of a file: its bytes, the limits, the reader, and what is said of it."""

import stat
from pathlib import Path

from archive.intake import ocr
from archive.intake.forms import CALLED, form_of, misnamed
from archive.intake.language import language_note
from archive.intake.limits import SECONDS, run_apart
from archive.intake.pdf import NO_TEXT
from archive.intake.reader import read
from archive.intake.received import Content, Form, Received, Refusal, from_plain, received

LARGEST = 50_000_000
"""Bytes of a file. The largest real letter, a scan with enclosures, has a few million."""

MOST = 5_000_000
"""Characters of a text: five hundred full pages have under two million."""

LETTER = 200_000
"""Bytes of a plain text that needs no process of its own to be read."""

_MANY, _MANY_TOO = "has {} characters, too many for a letter", "take the letter itself out of it"
_PLAIN: tuple[Form, ...] = ("txt", "md")
_DAMAGED = ("is damaged or no real {called}", "get it once more, or open it and save it as PDF")
_TOO_LONG = (
    "could not be read within {seconds:.0f} seconds",
    "check that it is a letter; print it to a new PDF, or add its text as .txt",
)


def receive(path: Path, with_ocr: bool = False) -> Received | Refusal:
    """What the file at a path says, or why it cannot be taken. Nothing is written.

    With `with_ocr`, a PDF of pictures is read by ocrmypdf, if that is installed.
    """
    content = _bytes(path)
    if isinstance(content, Refusal):
        return content
    return receive_bytes(path.name, content, with_ocr)


def receive_bytes(
    name: str, content: bytes, with_ocr: bool = False, seconds: float = SECONDS
) -> Received | Refusal:
    """The same for bytes that came in another way, as by standard input or within an e-mail."""
    if len(content) > LARGEST:
        return _too_large(name, f"more than {LARGEST // 1_000_000} million bytes")
    if not content.strip():
        return Refusal(name, "is empty", "get it once more from where it came")
    form = form_of(content, name)
    if isinstance(form, tuple):
        return Refusal(name, f"is {form[0]}", form[1])
    read = _read(form, content, seconds)
    if read.refusal and read.refusal[0] == NO_TEXT:
        return _pictures(name, content, with_ocr, seconds)
    if read.refusal:
        return Refusal(name, *read.refusal)
    return _with_notes(received(name, form, content, read))


def _bytes(path: Path) -> bytes | Refusal:
    """The bytes of a regular file of a sensible size."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return _no_file(path.name, stat.S_ISDIR(status.st_mode))
        if status.st_size > LARGEST:
            return _too_large(path.name, f"{status.st_size:,} bytes")
        return path.read_bytes()
    except FileNotFoundError:
        return Refusal(path.name, "is not there", f"check the name; looked in {path.parent}")
    except OSError as error:
        return Refusal(path.name, f"cannot be opened ({error.strerror})", "check its permissions")
    except ValueError:
        return Refusal(repr(path.name), "is no name of a file", "check the name")


def _no_file(name: str, directory: bool) -> Refusal:
    if directory:
        return Refusal(name, "is a directory", "name the files in it, as in DIR/*.pdf")
    return Refusal(name, "is a device or pipe", "use - for standard input")


def _too_large(name: str, size: str) -> Refusal:
    return Refusal(name, f"has {size}, too many for a letter", "take the letter itself out of it")


def _read(form: Form, content: bytes, seconds: float) -> Content:
    if form in _PLAIN and len(content) <= LETTER:
        return _bounded(read(form, content))  # nothing is parsed, so nothing can run away
    try:
        plain = run_apart(form, content, seconds)
    except TimeoutError:
        return Content(refusal=(_TOO_LONG[0].format(seconds=seconds), _TOO_LONG[1]))
    if plain is None:
        return Content(refusal=(_DAMAGED[0].format(called=CALLED[form][2:]), _DAMAGED[1]))
    return _bounded(from_plain(plain))


def _bounded(read: Content) -> Content:
    """What was read, unless it is far more than a letter."""
    characters = sum(len(line.text) for page in read.pages for line in page)
    return (
        Content(refusal=(_MANY.format(f"{characters:,}"), _MANY_TOO)) if characters > MOST else read
    )


def _pictures(name: str, content: bytes, with_ocr: bool, seconds: float) -> Received | Refusal:
    """A PDF of pictures: read with OCR where that is wanted and installed."""
    if not (with_ocr and ocr.installed()):
        return Refusal(name, NO_TEXT, ocr.remedy(name, with_ocr))
    recognised = ocr.recognised(content)
    if recognised is None:
        return Refusal(name, f"{NO_TEXT}, and ocrmypdf failed", "run ocrmypdf by hand and add that")
    read = _read("pdf", recognised, seconds)
    if read.refusal:
        return Refusal(name, f"{NO_TEXT}, and OCR found none", "type it, and add it as .txt")
    note = "The words were read from pictures by ocrmypdf: compare every one with the original."
    return _with_notes(received(name, "pdf", content, read), note)


def _with_notes(file: Received, *notes: str) -> Received:
    """A file with what is to be said of its name and its language."""
    said = (misnamed(file.name, file.form), language_note(file.pages), *notes)
    every = (*file.notes, *(note for note in said if note))
    return Received(
        file.name,
        file.form,
        file.sha256,
        file.pages,
        every,
        file.headers,
        file.attachments,
    )
