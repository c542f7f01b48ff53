"""Owns a web server that counts: what each visit asked for, and the bytes that it was sent.

It serves folders as a static host does: gzipped (level 6, once for each file) where that is
smaller, to be kept for ten minutes, with a tag by which a browser asks whether it still has the
newest, over lasting connections of HTTP/1.1. Only contents are counted, no headers.
"""

import gzip
import hashlib
import mimetypes
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

LEVEL = 6
KEPT = "max-age=600"
TYPES = {".js": "text/javascript", ".json": "application/json", ".css": "text/css"}
"""What a Windows registry may say otherwise; a browser runs no script of another type."""


class Sent(NamedTuple):
    """One answer: the path below the visit's address, without a query, and its bytes as sent."""

    path: str
    size: int


@dataclass
class Visit:
    """Everything that one reader asks for; the address is new, so that no cache knows it."""

    home: str
    folder: Path
    sent: list[Sent] = field(default_factory=list)


class _File(NamedTuple):
    content: bytes
    headers: dict[str, str]


class CountingServer(ThreadingHTTPServer):
    """Serves each visit below an address of its own; `delay` is seconds before each answer."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.delay = 0.0
        self._visits: dict[str, Visit] = {}
        self._files: dict[Path, _File] = {}

    def visit(self, folder: Path) -> Visit:
        """A new visit to a folder."""
        name = str(len(self._visits))
        self._visits[name] = Visit(f"http://127.0.0.1:{self.server_port}/{name}/", folder)
        return self._visits[name]

    def asked(self, target: str) -> tuple[Visit, str] | None:
        """The visit that an address belongs to, and the path below it."""
        name, _, path = unquote(urlsplit(target).path).removeprefix("/").partition("/")
        visit = self._visits.get(name)
        return (visit, path) if visit and ".." not in path.split("/") else None

    def file(self, path: Path) -> _File | None:
        """A file as it is sent; a folder's is its index.html."""
        if path not in self._files:
            found = path / "index.html" if path.is_dir() else path
            if not found.is_file():
                return None
            self._files[path] = _packed(found)
        return self._files[path]


@contextmanager
def counting_server() -> Iterator[CountingServer]:
    """A server on a free port, until the block ends."""
    server = CountingServer()
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def _packed(path: Path) -> _File:
    plain = path.read_bytes()
    small = gzip.compress(plain, LEVEL, mtime=0)
    kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
    headers = {
        "Content-Type": kind or "application/octet-stream",
        "Cache-Control": KEPT,
        "ETag": f'"{hashlib.sha256(plain).hexdigest()[:16]}"',
    }
    if len(small) < len(plain):
        return _File(small, {**headers, "Content-Encoding": "gzip"})
    return _File(plain, headers)


class _Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and content leave in one piece, and at once; else a reader may wait 40 ms for the second.
    wbufsize = -1
    disable_nagle_algorithm = True
    server: CountingServer

    def do_GET(self) -> None:
        """Note the answer, then give it."""
        time.sleep(self.server.delay)
        asked = self.server.asked(self.path)
        file = self.server.file(asked[0].folder / asked[1]) if asked else None
        status = self._status(file)
        content = file.content if file and status == HTTPStatus.OK else b""
        if asked:
            asked[0].sent.append(Sent(asked[1], len(content)))
        self.send_response(status)
        for name, value in file.headers.items() if file else ():
            self.send_header(name, value)
        if status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _status(self, file: _File | None) -> HTTPStatus:
        if not file:
            return HTTPStatus.NOT_FOUND
        same = self.headers.get("If-None-Match") == file.headers["ETag"]
        return HTTPStatus.NOT_MODIFIED if same else HTTPStatus.OK

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: what is noted are the visits."""
