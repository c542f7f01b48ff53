"""Broken and random bytes of every kind end in a text or in one line, and soon."""

import random
import time

import pytest

from archive.intake.limits import run_apart
from archive.intake.reader import read
from archive.intake.receive import receive_bytes
from archive.intake.received import FORMS, Content, Form, Received, Refusal
from tests.intake.pdfs import At, pdf
from tests.intake.words import docx, item_parts, p

SECONDS = 60
MAIL = (
    b"MIME-Version: 1.0\r\nFrom: =?utf-8?q?M=C3=A9?= <a@example.org>\r\nTo: b\r\n"
    b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n'
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\nDear =E2=80=99\r\n--x--\r\n"
)
SAMPLES: dict[Form, bytes] = {
    "pdf": pdf([At(72, 700, "Dear Andrew,"), At(400, 700, "Our ref")], [At(72, 80, "2")]),
    "docx": docx(p("Dear"), numbering=item_parts()),
    "eml": MAIL,
    "html": b"<!doctype html><meta charset=utf-16><ol start=x><li>a<sup>2<p>b</table>",
    "txt": "Dear Andrew – £3".encode("cp1252"),
    "md": b"# a\n\n**b* _c_ \\",
}


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The bytes cut short, with some changed, or with a passage twice."""
    cut = content[: chance.randrange(1, len(content) + 1)]
    some = bytearray(cut)
    for _ in range(chance.randrange(6)):
        some[chance.randrange(len(some))] = chance.randrange(256)
    at = chance.randrange(len(some))
    return bytes(some[:at] + some[at // 2 :])


@pytest.mark.parametrize("form", [form for form in FORMS if form != "pdf"])
def test_broken_files_are_read_or_refused(form: Form) -> None:
    chance, start = random.Random(form), time.monotonic()
    for _ in range(150):
        for content in (damaged(SAMPLES[form], chance), chance.randbytes(chance.randrange(1, 400))):
            made = read(form, content)
            assert made.pages or made.refusal
    assert time.monotonic() - start < SECONDS


def test_broken_pdfs_are_read_or_refused_apart() -> None:
    chance, start = random.Random(5), time.monotonic()
    for _ in range(12):
        made = receive_bytes("a.pdf", b"%PDF-1.4\n" + damaged(SAMPLES["pdf"], chance))
        assert isinstance(made, Received | Refusal)
        assert "\n" not in str(made) or isinstance(made, Received)
    assert time.monotonic() - start < SECONDS


def test_what_a_reader_makes_comes_back_whole() -> None:
    plain = run_apart("eml", MAIL)
    assert plain is not None
    assert read("eml", MAIL).headers == tuple(map(tuple, plain["headers"]))
    assert isinstance(read("txt", b"x"), Content)
