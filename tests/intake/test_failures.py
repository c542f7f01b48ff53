"""Every file that cannot be taken is refused in one line that says what to do."""

import os
import stat
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from archive.intake import receive as receiving
from archive.intake.limits import run_apart
from archive.intake.mending.mend import mend
from archive.intake.mending.mended import body_text
from archive.intake.receive import receive, receive_bytes
from archive.intake.received import Received, Refusal
from tests.intake.pdfs import At, encrypted, pdf
from tests.intake.words import docx, p

LETTER = pdf([At(72, 700, "Dear Andrew,")])
PICTURES = pdf([])


def refused(name: str, content: bytes) -> str:
    refusal = receive_bytes(name, content)
    assert isinstance(refusal, Refusal)
    text = str(refusal)
    assert text.isprintable()
    assert text.startswith(f"{name}: ")
    return text.removeprefix(f"{name}: ")


def zipped(name: str, content: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.pdf", b"", "is empty; get it once more from where it came"),
        ("a.txt", b" \n\n", "is empty; get it once more from where it came"),
        ("a.pdf", LETTER[:9], "is damaged and cannot be read; get it once more from"),
        ("a.pdf", encrypted(LETTER), "is encrypted; open it with its password, print or save"),
        (
            "a.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600,
            "is an old Word file or an Out",
        ),
        ("a.rtf", b"{\\rtf1 Dear}", "is a file in Rich Text Format; open it and save it as PDF"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"x" * 90, "is a picture; make a PDF with a text layer"),
        ("a.mp3", b"ID3\x03" + b"x" * 90, "is a recording; add its words as .txt"),
        ("a.zip", zipped("a.txt", b"Dear"), "is a compressed file; unpack it, then add the letter"),
        ("a.odt", zipped("content.xml", b"x"), "is a compressed file; unpack it"),
        ("a.docx", docx(p("Dear"))[:-60], "is damaged and cannot be read; get it once more"),
        ("a.docx", docx("<w:p>"), "is damaged and cannot be read; get it once more"),
        ("a.docx", docx(""), "is a Word file without any words; check that it is the right file"),
        ("a.txt", b"\x81\x00\x02\x03\x8d" * 40, "is in a character set that cannot be told; open"),
        ("a.html", b"<html><body></body></html>", "is a web page without any words; save the page"),
        ("a.eml", b"MIME-Version: 1.0\nFrom: a\nTo: b\n\n", "is an e-mail without a text; save wh"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(name: str, content: bytes, says: str) -> None:
    assert refused(name, content).startswith(says)


def test_too_large_a_file_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    path.touch()
    os.truncate(path, 60_000_000)
    assert str(receive(path)) == (
        "large.pdf: has 60,000,000 bytes, too many for a letter; take the letter itself out of it"
    )


@pytest.mark.parametrize("size", [2_000_000, 60_000_000])
def test_a_zip_bomb_is_not_unpacked(size: int) -> None:
    bomb = docx(p("Dear"), styles="x" * size)
    assert len(bomb) < 100_000
    assert refused("a.docx", bomb).startswith(
        "unpacks to far more than a letter has (a zip bomb?); do not open it"
    )


def test_entities_that_unfold_are_a_bomb_too() -> None:
    with zipfile.ZipFile(BytesIO(docx(""))) as file:
        document = file.read("word/document.xml")
    body = b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + document
    assert refused("a.docx", zipped("word/document.xml", body)).startswith("unpacks to far more")


def test_one_word_without_an_end_is_read_at_once() -> None:
    read = receive_bytes("a.txt", b"Dear Ann,\n\n" + b"a" * 150_000 + b"\n")
    assert not isinstance(read, Refusal)
    assert max(len(word) for word in body_text(mend(read).paragraphs).split()) == 150_000


def test_more_characters_than_a_letter_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "MOST", 20)
    assert refused("a.txt", b"lamps and oil\n" * 2) == (
        "has 26 characters, too many for a letter; take the letter itself out of it"
    )


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    said = "is a directory; name the files in it, as in DIR/*.pdf"
    assert str(receive(tmp_path)) == f"{tmp_path.name}: {said}"
    assert str(receive(tmp_path / "no.pdf")).startswith("no.pdf: is not there; check the name")
    os.mkfifo(tmp_path / "pipe")
    assert str(receive(tmp_path / "pipe")) == (
        "pipe: is a device or pipe; use - for standard input"
    )


def test_a_reader_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(form: str, content: bytes, seconds: float) -> None:
        raise TimeoutError

    monkeypatch.setattr(receiving, "run_apart", late)
    assert refused("a.pdf", LETTER) == (
        "could not be read within 60 seconds;"
        " check that it is a letter; print it to a new PDF, or add its text as .txt"
    )


def test_the_process_of_a_reader_is_killed_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.intake.limits._READER", "http.server")
    with pytest.raises(TimeoutError):
        run_apart("0", b"", seconds=1.0)


def test_a_reader_has_no_more_memory_than_it_needs() -> None:
    program = (
        "from archive.intake.limits import MEMORY, limit_memory\n"
        "limit_memory()\n"
        "try:\n    bytearray(2 * MEMORY)\nexcept MemoryError:\n    print('refused')\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert ended.stdout.strip() == b"refused"


def test_a_reader_that_breaks_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.intake.limits._READER", "archive.no_such_reader")
    assert refused("a.pdf", LETTER) == (
        "is damaged or no real PDF; get it once more, or open it and save it as PDF"
    )


def stand_in(folder: Path, name: str, program: str) -> None:
    """A program of this name on the path, written in Python."""
    path = folder / name
    path.write_text(f"#!{sys.executable}\n{program}", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def test_pictures_of_pages_need_ocr(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    said = "has no text, only pictures of pages; it needs OCR: "
    assert refused("a.pdf", PICTURES).startswith(f"{said}install ocrmypdf (Debian: apt install")
    stand_in(tmp_path, "tesseract", "")
    assert refused("a.pdf", PICTURES).startswith(f"{said}save each page as a picture, run: tess")
    stand_in(tmp_path, "ocrmypdf", "import sys; sys.exit(2)")
    assert refused("a.pdf", PICTURES) == (
        f"{said}add it with --ocr, or run: ocrmypdf a.pdf read.pdf"
    )
    assert str(receive_bytes("a.pdf", PICTURES, with_ocr=True)) == (
        "a.pdf: has no text, only pictures of pages, and ocrmypdf failed;"
        " run ocrmypdf by hand and add that"
    )


def test_ocr_reads_what_the_pictures_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "read.pdf").write_bytes(LETTER)
    copying = f"import sys, shutil; shutil.copy({str(tmp_path / 'read.pdf')!r}, sys.argv[-1])"
    stand_in(tmp_path, "ocrmypdf", copying)
    monkeypatch.setenv("PATH", str(tmp_path))
    received = receive_bytes("a.pdf", PICTURES, with_ocr=True)
    assert isinstance(received, Received)
    assert received.pages[0][0].text == "Dear Andrew,"
    assert received.notes == (
        "The words were read from pictures by ocrmypdf: compare every one with the original.",
    )
