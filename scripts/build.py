"""The builder's door: makes the environment if there is none, then builds the site."""

import os
import sys

if sys.version_info < (3, 11):
    sys.exit("The archive needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")

from door import open_door
from environment import TOP, Environment


def build() -> int:
    """Build strictly: an archive with a problem gives no site. Arguments go to `archive build`."""
    environment = Environment()
    environment.prepare("build")
    arguments = [*_this_archive(sys.argv[1:]), *sys.argv[1:]]
    return environment.run([environment.tool("archive"), "build", "--strict", *arguments])


def _this_archive(arguments: list[str]) -> list[str]:
    """This repository's archive, from whichever folder one builds, unless another one is named."""
    named = any(argument.startswith("--archive") for argument in arguments)
    return [] if named else ["--archive", os.path.relpath(TOP)]


if __name__ == "__main__":
    open_door(build)
