"""The tester's door: finds a browser and makes the environment, then runs every check."""

import sys

if sys.version_info < (3, 11):
    sys.exit("The archive needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")

from browser import VARIABLE, browser
from checks import run_checks
from door import open_door
from environment import Environment
from web_server import VARIABLE as SERVER
from web_server import web_server


def test() -> int:
    """Run all checks, or none without a browser for them. Arguments go to pytest."""
    variables = {VARIABLE: browser(), SERVER: web_server()}
    environment = Environment()
    environment.prepare("test")
    return run_checks(environment, sys.argv[1:], variables)


if __name__ == "__main__":
    open_door(test)
