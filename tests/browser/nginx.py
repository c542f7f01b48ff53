"""A real nginx, with the rules for caches that the README gives, and what it was asked for."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pytest

from archive.signposts.servers import nginx

VARIABLE = "ARCHIVE_NGINX"

_CONFIGURATION = """
daemon off; pid {folder}/pid; error_log {folder}/errors; worker_processes 1; {user}
events {{ }}
http {{
    types {{ text/html html; text/css css; text/javascript js; application/json json;
            image/svg+xml svg; image/png png; application/atom+xml atom; }}
    client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
    uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
    log_format asked "$status $request_uri"; access_log {folder}/asked asked;
    server {{
        listen 127.0.0.1:{port}; root {site};
{rules}
    }}
}}
"""


class Asked(NamedTuple):
    """A request: what was answered, and the path below the site, without a query."""

    status: int
    path: str


@dataclass
class Served:
    """A site behind nginx."""

    home: str
    site: Path
    log: Path
    _read: int = field(default=0)

    def asked(self) -> list[Asked]:
        """What has been asked for since the last look."""
        lines = self.log.read_text(encoding="utf-8").splitlines()
        new, self._read = lines[self._read :], len(lines)
        pairs = (line.split(" ", 1) for line in new)
        return [Asked(int(status), uri.partition("?")[0][1:]) for status, uri in pairs]


@contextmanager
def served(site: Path, folder: Path) -> Iterator[Served]:
    """A site behind nginx, until the block ends."""
    program = os.environ.get(VARIABLE)
    if not program:
        pytest.skip(f"{VARIABLE} names no nginx: there is none, and none could be installed")
    port = _free_port()
    user = "user root;" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    configuration = folder / "nginx.conf"
    configuration.write_text(
        _CONFIGURATION.format(folder=folder, port=port, site=site, rules=nginx(), user=user)
    )
    command = [program, "-p", str(folder), "-e", str(folder / "errors"), "-c", str(configuration)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            _wait(process, port)
            yield Served(f"http://127.0.0.1:{port}/", site, folder / "asked")
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait(process: "subprocess.Popen[str]", port: int) -> None:
    """Until it answers; what it says where it does not."""
    for _ in range(100):
        if process.poll() is not None:
            assert process.stderr
            pytest.fail(f"nginx ended at once: {process.stderr.read()}")
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("nginx does not answer")
