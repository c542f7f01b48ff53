"""Owns the process that reads one file: bytes on standard input, JSON on standard output."""

import json
import sys
from importlib import import_module

from archive.intake.limits import limit_memory
from archive.intake.received import Content, Form, as_plain

READERS: dict[Form, tuple[str, str]] = {
    "pdf": ("pdf", "read_pdf"),
    "docx": ("docx", "read_docx"),
    "eml": ("eml", "read_eml"),
    "html": ("html", "read_html"),
    "txt": ("plain", "read_txt"),
    "md": ("plain", "read_md"),
}
"""The module and the function for each form; only the one that is needed is loaded."""

TOO_MUCH = ("needs more memory than a letter does", "check that it is one; add its text as .txt")


def read(form: Form, content: bytes) -> Content:
    """What the reader of this form makes of some bytes."""
    module, name = READERS[form]
    reader = getattr(import_module(f"archive.intake.{module}"), name)
    try:
        made = reader(content)
    except MemoryError:
        return Content(refusal=TOO_MUCH)
    assert isinstance(made, Content)
    return made


def main() -> None:
    """Reads what comes in as the form that the command names."""
    limit_memory()
    [form] = [form for form in READERS if form == sys.argv[1]]
    sys.stdout.write(json.dumps(as_plain(read(form, sys.stdin.buffer.read()))))


if __name__ == "__main__":
    main()
