"""A copy of the repository's doors whose environment is made and filled by stand-ins."""

import shutil
from pathlib import Path

import pytest

import environment
from tests.doors.machine import Machine

TOP = Path(__file__).resolve().parents[2]


@pytest.fixture
def top() -> Path:
    """The real repository."""
    return TOP


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A copy of all that the doors read, as fresh as after a clone."""
    copy = tmp_path / "a clone"
    shutil.copytree(TOP / "scripts" / "locked", copy / "scripts" / "locked")
    for door in (TOP / "scripts").glob("*.py"):
        shutil.copy(door, copy / "scripts")
    shutil.copy(TOP / "pyproject.toml", copy)
    return copy


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    """The stand-in, in place."""
    machine = Machine()
    monkeypatch.setattr(environment, "quietly", machine.quietly)
    return machine
