"""A web server that behaves like GitHub Pages: a site below a path, its 404 page for the rest."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

MOUNT = "/some-archive/"
"""Where a project's site stands on GitHub Pages: below the repository's name."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""The strictest that a host can send; what breaks it shows as an error on the browser's console."""


class Pages(SimpleHTTPRequestHandler):
    """Answers from a folder as if it stood at MOUNT."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        """The file of an address; outside of MOUNT there is none."""
        if not path.startswith(MOUNT):
            return str(Path(self.directory) / "no-such-file")
        return super().translate_path(path[len(MOUNT) - 1 :])

    def end_headers(self) -> None:
        """Every answer forbids other hosts."""
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for addresses that are not there."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the tests say what they asked for."""


class Server(ThreadingHTTPServer):
    """Serves until the tests end; a browser that leaves in the middle of an answer is no fault."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Show errors other than a closed connection."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@dataclass(frozen=True)
class Hosted:
    """A site that is being served: its folder, and the address of its home page."""

    folder: Path
    home: str


@contextmanager
def hosted(folder: Path) -> Iterator[Hosted]:
    """Serve a site on a free port until the block ends."""
    server = Server(("127.0.0.1", 0), partial(Pages, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Hosted(folder, f"http://127.0.0.1:{server.server_port}{MOUNT}")
    finally:
        server.shutdown()
        server.server_close()
