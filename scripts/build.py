"""The builder's door: makes the environment if there is none, then builds the site."""

import sys

if sys.version_info < (3, 11):
    sys.exit("The archive needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")

from door import open_door
from environment import Environment


def build() -> int:
    """Build strictly: an archive with a problem gives no site. Arguments go to `archive build`."""
    environment = Environment()
    environment.prepare("build")
    return environment.run([environment.tool("archive"), "build", "--strict", *sys.argv[1:]])


if __name__ == "__main__":
    open_door(build)
