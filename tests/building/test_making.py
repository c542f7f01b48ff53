"""Owns showing when what another process makes meanwhile is taken in."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from archive import cores
from archive.looks import Notes
from archive.making import Bundle, Workshop
from archive.memory import NAME, Memory
from archive.outputs import Output
from archive.phases import Phases
from archive.remembering import Remembering
from archive.tree import Tree


@contextmanager
def workshop(folder: Path) -> Iterator[Workshop]:
    """One in which nothing has been made before."""
    memory = Memory()
    with memory.copied(folder / NAME) as copy:
        remembering = Remembering(copy, lambda _: "")
        yield Workshop(Tree(folder, memory.files), Notes(), remembering, Phases())


def bundle(name: str) -> Bundle:
    return Bundle(name, lambda: [Output(f"site/{name}", b"x")])


@pytest.fixture(params=["fork", "alone"])
def several(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Two cores, or one, on which nothing is made elsewhere."""
    if request.param == "fork" and not hasattr(os, "fork"):
        pytest.skip("no process can be forked here")
    monkeypatch.setattr(cores, "number", lambda: 2 if request.param == "fork" else 1)
    monkeypatch.setattr(cores, "method", lambda: "fork")
    return str(request.param) == "fork"


def test_what_is_made_meanwhile_is_taken_in_before_more_is_made(
    tmp_path: Path, several: bool
) -> None:
    with workshop(tmp_path) as now:
        with now.meanwhile("meanwhile", [bundle("other")]):
            until = time.monotonic() + 30
            while several and "site/other" not in now.files and time.monotonic() < until:
                now.make("phase", [])
            assert ("site/other" in now.files) == several
            now.make("phase", [bundle("one")])
        assert set(now.files) == {"site/one", "site/other"}


def test_it_is_taken_in_between_the_parts_of_a_long_phase(tmp_path: Path, several: bool) -> None:
    begun = tmp_path / "begun"

    def other() -> list[Output]:
        until = time.monotonic() + 30
        while several and not begun.exists() and time.monotonic() < until:
            time.sleep(0.01)
        return [Output("site/other", b"x")]

    def slow(number: int) -> list[Output]:
        begun.touch()
        time.sleep(0.3)
        return [Output(f"site/{number}", b"x")]

    with workshop(tmp_path) as now, now.meanwhile("meanwhile", [Bundle("other", other)]):
        now.make("phase", [Bundle(f"{n}", partial(slow, n)) for n in range(4)], few=1)
        assert ("site/other" in now.files) == several


def test_a_fault_of_what_is_made_meanwhile_is_told_once(tmp_path: Path, several: bool) -> None:
    def fails() -> list[Output]:
        raise ValueError("nothing comes of it")

    with (
        workshop(tmp_path) as now,
        pytest.raises(ValueError, match="nothing comes of it"),
        now.meanwhile("meanwhile", [Bundle("other", fails)]),
    ):
        now.make("phase", [bundle("one")])
