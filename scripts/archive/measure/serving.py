"""Owns a web server that counts: what each visit asked for, and the bytes that it was sent.

It serves folders as a static host does (packing.py), over lasting connections of HTTP/1.1. Only
contents are counted, no headers.

It is one loop over all connections, as hosts' servers are: six answers at once take .5 ms, and took
1.2 ms with a thread for each connection (two cores), of a visit that takes 30.
"""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from threading import Thread
from typing import NamedTuple, cast
from urllib.parse import unquote, urlsplit

from archive.measure.packing import File, packed

END = b"\r\n\r\n"
"""Of the head of a request or an answer."""


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


class CountingServer:
    """Serves each visit below an address of its own; `delay` is seconds before each answer."""

    def __init__(self, port: int) -> None:
        """For what is asked for at this port."""
        self.port = port
        self.delay = 0.0
        self._visits: dict[str, Visit] = {}
        self._files: dict[Path, File] = {}

    def visit(self, folder: Path) -> Visit:
        """A new visit to a folder."""
        name = str(len(self._visits))
        self._visits[name] = Visit(f"http://127.0.0.1:{self.port}/{name}/", folder)
        return self._visits[name]

    def asked(self, target: str) -> tuple[Visit, str] | None:
        """The visit that an address belongs to, and the path below it."""
        name, _, path = unquote(urlsplit(target).path).removeprefix("/").partition("/")
        visit = self._visits.get(name)
        return (visit, path) if visit and ".." not in path.split("/") else None

    def file(self, path: Path) -> File | None:
        """A file as it is sent; a folder's is its index.html."""
        if path not in self._files:
            found = path / "index.html" if path.is_dir() else path
            if not found.is_file():
                return None
            self._files[path] = packed(found)
        return self._files[path]


@contextmanager
def counting_server() -> Iterator[CountingServer]:
    """A server on a free port, until the block ends."""
    loop = asyncio.new_event_loop()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = CountingServer(listening.getsockname()[1])
        opened = loop.create_task(loop.create_server(lambda: _Answers(server), sock=listening))
        thread = Thread(target=loop.run_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            loop.call_soon_threadsafe(loop.stop)
            thread.join()
            opened.result().close()
            loop.close()


class _Answers(asyncio.Protocol):
    """One connection: what is asked over it, one request after the other, and answered."""

    def __init__(self, server: CountingServer) -> None:
        self._server = server
        self._held = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody is there."""
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        """Answer each request that is whole; a GET has nothing behind its headers."""
        *requests, self._held = (self._held + data).split(END)
        for request in requests:
            answer = self._answer(request.decode("latin-1").split("\r\n"))
            # In one piece: else a reader may wait 40 ms for what comes behind the head.
            later = asyncio.get_running_loop().call_later
            later(self._server.delay, self._transport.write, answer)

    def _answer(self, lines: list[str]) -> bytes:
        """Note the answer, and give it."""
        target = lines[0].split(" ")[1]
        asked = self._server.asked(target)
        file = self._server.file(asked[0].folder / asked[1]) if asked else None
        status = _status(file, lines)
        content = file.content if file and status == HTTPStatus.OK else b""
        if asked:
            asked[0].sent.append(Sent(asked[1], len(content)))
        headers = dict(file.headers) if file else {}
        if status != HTTPStatus.NOT_MODIFIED:
            headers["Content-Length"] = str(len(content))
        head = [f"HTTP/1.1 {status.value} {status.phrase}", *map(": ".join, headers.items())]
        return "\r\n".join(head).encode("latin-1") + END + content


def _status(file: File | None, lines: list[str]) -> HTTPStatus:
    if not file:
        return HTTPStatus.NOT_FOUND
    same = f"if-none-match: {file.headers['ETag']}" in map(str.lower, lines)
    return HTTPStatus.NOT_MODIFIED if same else HTTPStatus.OK
