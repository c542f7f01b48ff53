"""Owns showing that what was redacted is in no output: not in a page, an index, a feed, a database,
a picture, nor in what an archive packs or git remembers.
"""

import gzip
import hashlib
import html
import json
import re
import sqlite3
import subprocess
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image

from archive.history.read import read_history
from archive.publish import Place, publish
from tests.conftest import CORPUS, copied, loaded

PLANTED = ("zebedee", "quorndon", "planted.mail", "01632", "960877", "brambleforth", "ottilie")
"""Of a private person's name, an address, a number, and somebody in a letter that was withdrawn."""
INDEXED = ("zebede", "quorndon", "brambleforth", "ottili")
"""The same as a search index may write them."""

HEAD = """---
title: {title}
date: 2023-05-02
kind: request
from: gwen-hartlock
to: leonie-abara
topics: [buses]
{fields}source:
  file: sources/{id}.txt
  sha256: {digest}
{original}  received: 2023-05-03
---
"""
QUOTING = "commitments:\n  - quote: {quote}\n"
REDACTED = """redactions:
  - {what: a resident's name, why: personal data}
  - {what: an e-mail address, why: personal data}
"""
NAMED = "We will write to Zebedee Quorndon about his shelter."
OPEN = "We will write to [redacted: a resident's name] about his shelter."
REST = " The shelter is to stand again. Answers to {mail}, or ring {number}."
PERSONAL = REST.format(mail="planted.mail@quorndon.example", number="01632 960877")
MILD = REST.format(mail="the office", number="the bell")
TAKEN_OUT = REST.format(mail="[redacted: an e-mail address]", number="the bell")


def git(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=Planted Quorndon", "-c", "user.email=planted.mail@git.example"]
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


def put(archive: Path, name: str, title: str, fields: str, text: str) -> None:
    """Write a letter with its source."""
    (archive / "letters" / "sources" / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    digest = hashlib.sha256(f"{text}\n".encode()).hexdigest()
    original = f"  original_sha256: {'e' * 64}\n" if "redactions" in fields else ""
    head = HEAD.format(id=name, title=title, fields=fields, digest=digest, original=original)
    (archive / "letters" / f"{name}.md").write_text(f"{head}{text}\n", encoding="utf-8")


def committed(archive: Path, why: str) -> None:
    git(archive, "add", "letters", "motions", "mkdocs.yml")
    git(archive, "commit", "-q", "-m", why)


def remove(archive: Path, name: str) -> None:
    (archive / "letters" / f"{name}.md").unlink()
    (archive / "letters" / "sources" / f"{name}.txt").unlink()


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is below `build/` of an archive that was published with names, and then without."""
    archive = copied(CORPUS, tmp_path_factory.mktemp("redacted"))
    git(archive, "init", "-q", "-b", "main")
    letter, withdrawn = "2023-05-02-shelter", "2023-05-02-withdrawn"
    put(
        archive,
        letter,
        "The shelter of Zebedee Quorndon",
        QUOTING.format(quote=NAMED),
        NAMED + PERSONAL,
    )
    put(archive, withdrawn, "On Ottilie Brambleforth", "", "Ottilie Brambleforth has moved away.")
    committed(archive, "Add the letter about Zebedee Quorndon")
    put(
        archive,
        letter,
        "The shelter of Zebedee Quorndon",
        QUOTING.format(quote=NAMED),
        NAMED + MILD,
    )
    committed(archive, "Take out the telephone number 01632 960877")
    publish(Place(archive), loaded(archive))
    assert found(archive / "build" / "site", PLANTED[:2]), "what is planted would be seen"
    quote = QUOTING.format(quote=json.dumps(OPEN))
    put(archive, letter, "A shelter", quote + REDACTED, OPEN + TAKEN_OUT)
    remove(archive, withdrawn)
    committed(archive, "Redact Zebedee Quorndon and planted.mail@quorndon.example")
    assert read_history(archive, "GB").commit
    publish(Place(archive), loaded(archive))
    return archive / "build"


def texts(name: str, content: bytes) -> Iterator[str]:
    """Everything that a file says, unpacked and decoded as its readers do."""
    if name.endswith(".zip"):
        with zipfile.ZipFile(BytesIO(content)) as file:
            for member in file.infolist():
                yield f"{member.filename} {member.comment.decode()}"
                yield from texts(member.filename, file.read(member))
        return
    if name.endswith(".gz"):
        content = gzip.decompress(content)
    if name.endswith(".png"):
        yield str(Image.open(BytesIO(content)).info)
    if name.endswith((".sqlite", ".db")):
        connection = sqlite3.connect(":memory:")
        connection.deserialize(content)
        yield "\n".join(connection.iterdump())
    plain = content.decode("utf-8", "ignore")
    escaped = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), plain)
    yield from {plain, escaped, html.unescape(escaped), unquote(html.unescape(plain))}


def found(folder: Path, planted: tuple[str, ...]) -> list[str]:
    """The files that have something planted in their names or in what they say."""
    places = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        said = " ".join((str(path.relative_to(folder)), *texts(path.name, path.read_bytes())))
        places += [
            f"{path.relative_to(folder)}: {one}" for one in planted if one in said.casefold()
        ]
    return places


def test_nothing_redacted_is_in_any_file_of_the_site(build: Path) -> None:
    assert found(build / "site", PLANTED) == []


def test_nor_in_the_index_of_the_search_in_any_form(build: Path) -> None:
    assert found(build / "site" / "search", INDEXED) == []


def test_nor_in_what_the_pages_are_made_from(build: Path) -> None:
    assert found(build / "docs", PLANTED) == []


def test_nor_in_what_is_kept_for_the_next_build(build: Path) -> None:
    connection = sqlite3.connect(build / ".kept")
    rows = connection.execute("SELECT key, value FROM kept").fetchall()
    connection.close()
    said = "".join(
        f"{key} {zlib.decompress(value).decode('utf-8', 'ignore')}" for key, value in rows
    )
    assert rows
    assert [one for one in (*PLANTED, *INDEXED) if one in said.casefold()] == []
    raw = (build / ".kept").read_bytes().decode("utf-8", "ignore").casefold()
    assert [one for one in PLANTED if one in raw] == []
    remembered = (build / ".made").read_bytes().decode("utf-8", "ignore").casefold()
    assert [one for one in (*PLANTED, *INDEXED) if one in remembered] == []


def test_the_words_that_stand_in_their_place_are_there(build: Path) -> None:
    page = build / "site" / "letters" / "2023-05-02-shelter" / "index.html"
    assert "[redacted: a resident" in html.unescape(page.read_text(encoding="utf-8"))
    history = build / "site" / "letters" / "2023-05-02-shelter" / "history" / "index.html"
    assert history.is_file()
