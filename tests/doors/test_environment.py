"""When the environment is made, when it is filled, and when it is left alone."""

import importlib.util
from pathlib import Path

import pytest

from door import NotReadyError
from environment import Environment
from tests.doors.machine import Machine


def test_a_fresh_clone_gets_an_environment_with_the_locked_packages(
    repository: Path, machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    Environment(repository).prepare("build")
    assert machine.done == ["venv", "build.txt", repository.name]
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "Setting up .venv" in said
    assert "takes a minute" in said


def test_the_second_run_does_nothing_and_says_nothing(
    repository: Path, machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    Environment(repository).prepare("build")
    first = list(machine.done)
    capsys.readouterr()
    Environment(repository).prepare("build")
    assert machine.done == first
    assert capsys.readouterr().out == ""


def test_building_after_testing_installs_nothing(repository: Path, machine: Machine) -> None:
    Environment(repository).prepare("test")
    assert machine.done == ["venv", "test.txt", repository.name]
    Environment(repository).prepare("build")
    assert machine.done == ["venv", "test.txt", repository.name]


def test_testing_after_building_adds_to_the_same_environment(
    repository: Path, machine: Machine
) -> None:
    Environment(repository).prepare("build")
    Environment(repository).prepare("test")
    assert machine.done.count("venv") == 1
    assert "test.txt" in machine.done


@pytest.mark.parametrize("changed", ["pyproject.toml", "scripts/locked/build.txt"])
def test_a_change_of_what_is_locked_is_installed_in_the_same_environment(
    repository: Path, machine: Machine, changed: str
) -> None:
    Environment(repository).prepare("test")
    machine.done.clear()
    with (repository / changed).open("a") as file:
        file.write("# changed\n")
    Environment(repository).prepare("build")
    assert machine.done == ["build.txt", repository.name]
    Environment(repository).prepare("test")
    assert machine.done[2:] == ["test.txt", repository.name]


def test_a_change_of_the_test_packages_does_not_concern_the_build(
    repository: Path, machine: Machine
) -> None:
    Environment(repository).prepare("test")
    machine.done.clear()
    (repository / "scripts" / "locked" / "test.txt").write_text("# changed\n")
    Environment(repository).prepare("build")
    assert machine.done == []


@pytest.mark.parametrize("failing", ["build.txt", "a clone"])
def test_an_installation_that_did_not_finish_is_done_again(
    repository: Path, machine: Machine, failing: str
) -> None:
    machine.failing = failing
    with pytest.raises(NotReadyError):
        Environment(repository).prepare("build")
    machine.failing = ""
    machine.done.clear()
    Environment(repository).prepare("build")
    assert machine.done == ["build.txt", repository.name]


def test_an_update_that_did_not_finish_is_done_again_even_when_it_is_taken_back(
    repository: Path, machine: Machine
) -> None:
    Environment(repository).prepare("build")
    lock = repository / "scripts" / "locked" / "build.txt"
    before = lock.read_text()
    lock.write_text("# changed\n")
    machine.failing = "build.txt"
    with pytest.raises(NotReadyError):
        Environment(repository).prepare("build")
    lock.write_text(before)
    machine.failing = ""
    machine.done.clear()
    Environment(repository).prepare("build")
    assert machine.done == ["build.txt", repository.name]


def test_a_directory_that_was_moved_gets_a_new_environment(
    repository: Path, machine: Machine
) -> None:
    Environment(repository).prepare("build")
    moved = repository.rename(repository.with_name("moved"))
    machine.done.clear()
    Environment(moved).prepare("build")
    assert machine.done == ["venv", "build.txt", "moved"]


def test_an_environment_whose_python_is_gone_is_made_again(
    repository: Path, machine: Machine
) -> None:
    Environment(repository).prepare("build")
    Environment(repository).tool("python").unlink()
    machine.done.clear()
    Environment(repository).prepare("build")
    assert machine.done[0] == "venv"


@pytest.mark.parametrize("other", ["cpython-399 linux-x86_64 3.99.0", "pypy311 any-other 3.11.7"])
def test_an_environment_of_another_python_is_made_again(
    repository: Path, machine: Machine, other: str
) -> None:
    Environment(repository).prepare("build")
    machine.done.clear()
    machine.python = other
    machine.failing = "venv"
    with pytest.raises(NotReadyError):
        Environment(repository).prepare("build")
    assert machine.done == ["venv"]


def test_a_python_with_a_new_patch_version_is_filled_again(
    repository: Path, machine: Machine
) -> None:
    Environment(repository).prepare("build")
    machine.done.clear()
    machine.python += "9"
    Environment(repository).prepare("build")
    assert machine.done == ["build.txt", repository.name]


def test_a_python_without_ensurepip_is_told_which_package_to_install(
    repository: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(NotReadyError, match="apt install python3-venv"):
        Environment(repository).prepare("build")
    assert machine.done == []
