"""Owns where the tests' browser comes from: a Chromium or Chrome that is there, or a package."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from debian import can_install, install
from door import NotReadyError, say

# Names the browser to use: to us, and from us to the tests.
VARIABLE = "ARCHIVE_BROWSER"

# The same engine without windows, tabs and menus: it opens a page in half of the processor time.
# Playwright too takes it where nobody looks on: https://playwright.dev/docs/browsers
HEADLESS = "chromium-headless-shell"
COMMANDS = (HEADLESS, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPLICATIONS = (
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
)
WINDOWS_PROGRAMS = ("Chromium/Application/chrome.exe", "Google/Chrome/Application/chrome.exe")

ADVICE = (
    "Install Chromium or Chrome (Debian: `apt install chromium`; macOS: `brew install --cask "
    "chromium`; Ubuntu and Windows: Google Chrome from its own site), or name the program in the "
    f"environment variable {VARIABLE}, then try again."
)


def browser() -> str:
    """The path of the browser for the tests, installed first where that is possible."""
    return chosen_browser() or _quick_browser() or installed_browser() or _install()


def chosen_browser() -> str | None:
    """The browser that ARCHIVE_BROWSER names, which has to exist."""
    chosen = os.environ.get(VARIABLE)
    if chosen and not shutil.which(chosen):
        raise NotReadyError(f"{VARIABLE} is {chosen}, which is not a program. Correct or unset it.")
    return shutil.which(chosen) if chosen else None


def installed_browser() -> str | None:
    """The first Chromium or Chrome among the commands and the usual places of this system."""
    for command in COMMANDS:
        if found := shutil.which(command):
            return found
    return next((str(place) for place in _usual_places() if place.is_file()), None)


def _usual_places() -> Iterator[Path]:
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield from (folder / name for name in MAC_APPLICATIONS)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if programs := os.environ.get(variable):
            yield from (Path(programs) / name for name in WINDOWS_PROGRAMS)


def _quick_browser() -> str | None:
    """The browser without windows; Debian's is installed when we are root there."""
    if not shutil.which(HEADLESS) and can_install():
        say(f"The tests take less time in {HEADLESS}: installing it with apt-get.")
        try:
            install(HEADLESS, ADVICE)
        except NotReadyError as problem:
            say(f"{problem} Another browser is looked for.")
    return shutil.which(HEADLESS)


def _install() -> str:
    """Install Debian's Chromium when we are root there; otherwise say what to install."""
    if not can_install():
        raise NotReadyError(f"The tests need a browser and none was found. {ADVICE}")
    say("The tests need a browser and none was found: installing chromium with apt-get.")
    install("chromium", ADVICE)
    if not (found := installed_browser()):
        raise NotReadyError(f"The package chromium brought no browser. {ADVICE}")
    return found
