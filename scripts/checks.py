"""Owns what a full test run is: which checks, in which order, and how they are summed up."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from door import say
from environment import Environment

CHECKS = {
    "ruff check": ("ruff", "check", "."),
    "ruff format": ("ruff", "format", "--check", "."),
    "mypy": ("mypy",),
    # A file is tested in one process: what it has prepared is prepared once. In the order of their
    # names, for the longest files have few tests, and would be the last to begin.
    "pytest": ("pytest", "--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder"),
}


def run_checks(
    environment: Environment, pytest_arguments: Sequence[str], variables: Mapping[str, str]
) -> int:
    """Run every check, whatever the ones before it said; 1 when any failed."""
    failed = []
    for name, arguments in CHECKS.items():
        more = pytest_arguments if name == "pytest" else ()
        say(f"\n> {' '.join([*arguments, *more])}")
        command: list[str | Path] = [environment.tool("python"), "-m", *arguments, *more]
        if environment.run(command, variables, environment.top) != 0:
            failed.append(name)
    say(f"\n{summary(failed)}")
    return 1 if failed else 0


def summary(failed: Sequence[str]) -> str:
    """The closing paragraph of a run."""
    if not failed:
        return f"All checks passed: {', '.join(CHECKS)}."
    passed = [name for name in CHECKS if name not in failed]
    return (
        f"Failed: {', '.join(failed)} (what each found is printed above, after its '>' line).\n"
        f"Passed: {', '.join(passed) or 'none'}."
    )
