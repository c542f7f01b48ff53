"""Owns where the nginx comes from that the rules for caches are tried with."""

import os
import shutil

from debian import can_install, install
from door import NotReadyError, say

# Names the nginx to use: to us, and from us to the tests. Without any, its tests are left out.
VARIABLE = "ARCHIVE_NGINX"

# Debian keeps it where only root looks for commands.
PLACES = ("nginx", "/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx")

ADVICE = f"Install nginx, or name the program in the environment variable {VARIABLE}."


def web_server() -> str:
    """The path of an nginx, installed first where that is possible; empty where there is none."""
    found = installed_server()
    if not found and can_install():
        say("The tests want a web server and none was found: installing nginx with apt-get.")
        try:
            install("nginx", ADVICE)
        except NotReadyError as problem:
            say(f"{problem} The tests that need it are left out.")
        found = installed_server()
    return found


def installed_server() -> str:
    """The nginx that the variable names, or else the first that is there; empty without any."""
    places = (os.environ.get(VARIABLE), *PLACES)
    return next((found for place in places if place and (found := shutil.which(place))), "")
