"""Owns the installing of Debian's packages, where that is possible."""

import os
import shutil

from door import quietly


def can_install() -> bool:
    """Whether there is `apt-get`, and we are root."""
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def install(package: str, advice: str) -> None:
    """Install a package; raises `NotReadyError` with the advice where that fails."""
    # `env`, so that a package with a question does not wait for an answer.
    for arguments in (["update"], ["install", "-y", package]):
        command = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *arguments]
        quietly(command, f"`apt-get {' '.join(arguments)}` failed", advice)
