"""Where the nginx comes from that the rules for caches are tried with; there may be none."""

import os
import shutil
from pathlib import Path

import pytest

import web_server
from tests.doors.machine import write_command

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in commands are shell scripts")


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only directory of commands, with no nginx in it or in the usual places."""
    for needed in ("env", "touch", "chmod"):
        (tmp_path / needed).symlink_to(shutil.which(needed) or needed)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(web_server.VARIABLE, raising=False)
    monkeypatch.setattr(web_server, "PLACES", ("nginx",))
    return tmp_path


def test_the_one_that_the_variable_names_is_taken(
    commands: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("nginx", "mine"):
        write_command(commands / name, "exit 0")
    monkeypatch.setenv(web_server.VARIABLE, str(commands / "mine"))
    assert web_server.web_server() == str(commands / "mine")


def test_root_on_debian_gets_it_installed(commands: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new = f"touch {commands / 'nginx'}; chmod +x {commands / 'nginx'}"
    write_command(commands / "apt-get", f'[ "$*" != "install -y nginx" ] || {{ {new}; }}')
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert web_server.web_server() == str(commands / "nginx")


@pytest.mark.parametrize("user", [0, 1000])
def test_without_any_the_other_tests_run_all_the_same(
    commands: Path, monkeypatch: pytest.MonkeyPatch, user: int
) -> None:
    write_command(commands / "apt-get", "echo 'E: no network' >&2; exit 100")
    monkeypatch.setattr(os, "geteuid", lambda: user)
    assert web_server.web_server() == ""
