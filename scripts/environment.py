"""Owns `.venv`: makes it, installs the locked packages, and knows when that is already done."""

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from door import NotReadyError, quietly, say

Purpose = Literal["build", "test"]

TOP = Path(__file__).resolve().parent.parent

# What each purpose needs, the whole of it last: test.txt also names all that build.txt names.
LOCKS: dict[Purpose, tuple[str, ...]] = {
    "build": ("build.txt",),
    "test": ("build.txt", "test.txt"),
}

# The parts of a Python that compiled packages depend on, then its exact version.
# Importing pip shows that the environment was not left half made.
PROBE = (
    "import pip, platform, sys, sysconfig;"
    "print(sys.implementation.cache_tag, sysconfig.get_platform(), platform.python_version())"
)


@dataclass(frozen=True)
class Environment:
    """The `.venv` of the repository at `top`."""

    top: Path = TOP

    @property
    def folder(self) -> Path:
        """Where the environment lives."""
        return self.top / ".venv"

    @property
    def stamp_file(self) -> Path:
        """Written when an installation is complete, so that its absence means: do it again."""
        return self.folder / "installed.json"

    def tool(self, name: str) -> Path:
        """A command of the environment."""
        if os.name == "nt":
            return self.folder / "Scripts" / f"{name}.exe"
        return self.folder / "bin" / name

    def run(
        self,
        command: Sequence[str | Path],
        extra: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> int:
        """Run a command in a folder (else in the present one) and give its exit code."""
        variables = {**os.environ, **(extra or {})}
        return subprocess.run(command, cwd=folder, env=variables, check=False).returncode

    def prepare(self, purpose: Purpose) -> None:
        """Make the environment fit for the purpose, doing nothing when it already is."""
        version = self._version()
        if version and self._wanted(purpose, version).items() <= self._stamp().items():
            return
        say(
            f"Setting up {self.folder.name} with the locked packages. This needs the network and "
            "takes a minute or two; it is done again only when the locked packages change."
        )
        self.stamp_file.unlink(missing_ok=True)
        if not version:
            self._make()
        self._install(self._lock_file(LOCKS[purpose][-1]))
        self._write_stamp(purpose)

    def _version(self) -> str:
        """The version of the environment's Python, or nothing when it has to be made (again)."""
        if self._stamp().get("place", str(self.folder)) != str(self.folder):
            return ""  # moved or copied: its commands still start the Python of the old place
        try:
            *kind, version = quietly([self.tool("python"), "-c", PROBE], "No Python", "").split()
        except NotReadyError:
            return ""
        ours = [sys.implementation.cache_tag, sysconfig.get_platform()]
        return version if kind == ours else ""

    def _wanted(self, purpose: Purpose, version: str) -> dict[str, str]:
        """What the stamp of an environment that fits the purpose holds: a hash per lock file."""
        seen = hashlib.sha256(version.encode() + (self.top / "pyproject.toml").read_bytes())
        hashes = {}
        for lock in LOCKS[purpose]:
            seen.update(self._lock_file(lock).read_bytes())
            hashes[lock] = seen.hexdigest()
        return hashes

    def _lock_file(self, lock: str) -> Path:
        return self.top / "scripts" / "locked" / lock

    def _stamp(self) -> dict[str, str]:
        try:
            stamp: dict[str, str] = json.loads(self.stamp_file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp

    def _write_stamp(self, purpose: Purpose) -> None:
        stamp = {"place": str(self.folder), **self._wanted(purpose, self._version())}
        self.stamp_file.write_text(json.dumps(stamp, indent=2) + "\n", encoding="utf-8")

    def _make(self) -> None:
        if importlib.util.find_spec("ensurepip") is None:
            raise NotReadyError(
                "This Python cannot make environments: its `venv` module is not complete. On "
                "Debian or Ubuntu run `apt install python3-venv` as root, then try again."
            )
        quietly(
            [sys.executable, "-m", "venv", "--clear", self.folder],
            f"Could not make {self.folder}",
            "Delete that directory and check that you may write there (and on Debian or Ubuntu, "
            "that python3-venv is installed), then try again.",
        )

    def _install(self, lock_file: Path) -> None:
        locked = ["--require-hashes", "--requirement", str(lock_file)]
        project = ["--no-build-isolation", "--no-deps", "--editable", str(self.top)]
        for wanted in (locked, project):
            quietly(
                [self.tool("python"), "-m", "pip", "install", "--no-input", "--quiet", *wanted],
                "Could not install the packages",
                "They come over the network: check the connection (or the proxy), then try again.",
            )
