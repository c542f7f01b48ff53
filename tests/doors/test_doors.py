"""The two doors as a newcomer starts them: what they run, what they say, how they end."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from door import fault, open_door
from environment import Environment
from tests.doors.machine import EXEC_PYTHON, Machine, write_command

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in commands are shell scripts")

# Answers the probe as itself; as `-m ruff`, `-m mypy` and `-m pytest` it does what is told here.
CHECKING_PYTHON = f"""
if [ "$1" = -c ]; then {EXEC_PYTHON}; fi
echo "ran $* with $ARCHIVE_BROWSER in $PWD"
case "$2" in
  mypy) exit 1 ;;
  pytest) echo "=== 3 passed in 0.01s ===" ;;
esac
"""
FAILING_PIP = f"""
if [ "$1" = -c ]; then {EXEC_PYTHON}; fi
echo "WARNING: Retrying after connection broken" >&2
echo "ERROR: No matching distribution found for click==8.5.1" >&2
exit 1
"""


def start(door: Path, *arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Start a door from an empty home, on a machine whose only browser stands there."""
    write_command(home / "chromium-headless-shell", "exit 0")
    variables = {**os.environ, "HOME": str(home), "PATH": f"{home}{os.pathsep}{os.environ['PATH']}"}
    variables.pop("ARCHIVE_BROWSER", None)
    return subprocess.run(
        [sys.executable, door, *arguments],
        capture_output=True,
        text=True,
        cwd=home,
        env=variables,
        check=False,
    )


def test_the_builders_door_passes_on_arguments_and_exit_code(
    repository: Path, machine: Machine, tmp_path: Path
) -> None:
    environment = Environment(repository)
    environment.prepare("build")
    write_command(environment.tool("archive"), 'printf "%s|" "$@"; pwd; exit 7')
    done = start(repository / "scripts" / "build.py", "--to", "a place", home=tmp_path)
    archive = os.path.relpath(repository, tmp_path)
    assert done.stdout == f"build|--strict|--archive|{archive}|--to|a place|{tmp_path}\n"
    assert done.returncode == 7
    assert machine.done.count("venv") == 1


def test_the_testers_door_runs_every_check_and_sums_up(
    repository: Path, machine: Machine, tmp_path: Path
) -> None:
    environment = Environment(repository)
    environment.prepare("test")
    write_command(environment.tool("python"), CHECKING_PYTHON)
    done = start(repository / "scripts" / "test.py", "-k", "dates", home=tmp_path)
    ran = [line for line in done.stdout.splitlines() if line.startswith("ran ")]
    place = f"with {tmp_path / 'chromium-headless-shell'} in {repository}"
    assert ran == [
        f"ran -m ruff check . {place}",
        f"ran -m ruff format --check . {place}",
        f"ran -m mypy {place}",
        "ran -m pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder -k dates "
        f"{place}",
    ]
    assert "\n=== 3 passed in 0.01s ===\n" in done.stdout
    assert done.stdout.split("\n\n")[-1].startswith("Failed: mypy (")
    assert done.returncode == 1
    assert machine.done.count("venv") == 1


def test_a_failed_installation_gives_one_line_and_no_traceback(
    repository: Path, machine: Machine, tmp_path: Path
) -> None:
    environment = Environment(repository)
    environment.prepare("build")
    environment.stamp_file.unlink()
    write_command(environment.tool("python"), FAILING_PIP)
    done = start(repository / "scripts" / "build.py", home=tmp_path)
    assert done.returncode == 1
    assert done.stderr == (
        "Could not install the packages: No matching distribution found for click==8.5.1. "
        "They come over the network: check the connection (or the proxy), then try again.\n"
    )
    assert machine.done.count("venv") == 1


@pytest.mark.parametrize("door", ["build.py", "test.py"])
def test_an_old_python_can_read_the_door_and_is_refused_in_one_line(top: Path, door: str) -> None:
    path = top / "scripts" / door
    ast.parse(path.read_text(), feature_version=(3, 7))
    pretend = (
        "import runpy, sys; sys.version_info = (3, 10, 1); sys.version = '3.10.1 (old)';"
        f"runpy.run_path({str(path)!r}, run_name='__main__')"
    )
    command = [sys.executable, "-c", pretend]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "The archive needs Python 3.11 or newer; this is 3.10.1.\n"


def test_an_interruption_from_the_keyboard_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> int:
        raise KeyboardInterrupt

    with pytest.raises(SystemExit) as end:
        open_door(interrupted)
    assert end.value.code == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("output", "named"),
    [
        ("WARNING: a\nERROR: first\nERROR: second\n", "first"),
        ("E: Unable to fetch\n  E: last  \n\n", "E: last"),
        ("", ""),
    ],
)
def test_the_fault_is_the_first_error_or_else_the_last_line(output: str, named: str) -> None:
    assert fault(output) == named
