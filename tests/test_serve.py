"""Owns showing that the preview follows changes, and outlives a record with problems."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archive import serve as archive_serve
from tests.conftest import CORPUS, copied

PATIENCE = 30
"""Seconds to wait for something that takes two; only a failure takes this long."""


def until(what: Callable[[], bool]) -> bool:
    """Whether something comes true in time."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.1)
    return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Preview:
    """A running `archive serve`, its pages and what it has printed."""

    def __init__(self, root: Path, log: Path) -> None:
        self.root, self.log, self.port = root, log, free_port()
        command = [sys.executable, "-m", "archive", "serve", "--archive", str(root)]
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                [*command, "--port", str(self.port)], stdout=output, stderr=subprocess.STDOUT
            )

    def page(self, address: str) -> str:
        try:
            url = f"http://127.0.0.1:{self.port}/{address}"
            with urllib.request.urlopen(url, timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""

    def printed(self) -> str:
        return self.log.read_text()


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    running = Preview(copied(CORPUS, tmp_path / "archive"), tmp_path / "log")
    yield running
    running.process.kill()
    running.process.wait()


def site_path(root: Path) -> str:
    """The path below which the preview serves: that of site_url."""
    [line] = [x for x in (root / "mkdocs.yml").read_text().split("\n") if x.startswith("site_url")]
    return line.rstrip("/").split("://")[1].partition("/")[2].strip("\"'")


def test_the_preview_follows_changes_and_outlives_problems(preview: Preview) -> None:
    people = preview.root / "letters" / "people.yml"
    path = f"{site_path(preview.root)}/people/".lstrip("/")
    assert until(lambda: "<h1>People</h1>" in preview.page(path)), preview.printed()
    assert "livereload(" in preview.page(path), "what has browsers load what is new"

    sound = people.read_text()
    people.write_text(sound + "\nnew-person:\n  name: Wilhelmina Newcomer\n")
    assert until(lambda: "Wilhelmina Newcomer" in preview.page(path)), preview.printed()

    people.write_text(sound + "\nnew-person:\n  nam: Nobody\n")
    assert until(lambda: 'found the field "nam"' in preview.printed())
    assert "Wilhelmina Newcomer" in preview.page(path)
    assert preview.process.poll() is None

    people.write_text(sound)
    assert until(lambda: "Wilhelmina Newcomer" not in preview.page(path) != ""), preview.printed()
    assert "Traceback" not in preview.printed()


def test_a_port_in_use_is_said_in_one_line(tmp_path: Path) -> None:
    root = copied(CORPUS, tmp_path / "archive")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "archive", "serve", "--archive", str(root), "--port", port]
        result = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert result.returncode == 1
    assert f"Error: cannot listen on 127.0.0.1:{port}" in result.stderr
    assert "Traceback" not in result.stderr


def test_each_time_something_is_shown_browsers_load_it(tmp_path: Path) -> None:
    server = archive_serve.Preview(lambda: None, "127.0.0.1", free_port(), str(tmp_path), "/")
    versions = [server._visible_epoch]
    for _ in range(3):
        server.show()
        versions.append(server._visible_epoch)
    assert versions == sorted(set(versions)), "a browser waits for a version that is newer"
    assert server._wanted_epoch == versions[-1], "the end of the build takes none of them back"
    server.server_close()
