"""Owns what guards a build: nobody else at work, no link in the way, each fault in one line."""

from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from jinja2 import TemplateError, TemplateSyntaxError

from archive.decided import INCOMING, MOVING, recover
from archive.insite import SITE
from archive.memory import NAME as MADE
from archive.mkdocs_site import Unpublished
from archive.outputs import Claimed
from archive.paging import DOCS
from archive.recalled import Changed
from archive.settings import PATH as CONFIGURATION

LOCK, KEPT = ".lock", ".kept"
"""Below build/: what one build holds, and what is kept for the next."""


@contextmanager
def faults_in_a_line() -> Iterator[None]:
    """A fault of a template, of two parts against each other, or of the computer, in one line."""
    try:
        yield
    except TemplateSyntaxError as error:
        raise Unpublished(f"{error.filename}:{error.lineno}: {error.message}") from None
    except TemplateError as error:
        raise Unpublished(f"a template cannot be used: {error}") from None
    except (Claimed, Changed) as error:
        raise Unpublished(str(error)) from None
    except BrokenExecutor:
        why = "a part of this command was ended from outside, perhaps for want of memory"
        raise Unpublished(f"{why}; build again, with fewer other programs running") from None


@contextmanager
def alone(build: Path) -> Iterator[None]:
    """No other build meanwhile, and no link that would lead writing or deleting elsewhere."""
    names = (DOCS.strip("/"), SITE.strip("/"), INCOMING, MOVING, LOCK, KEPT, MADE, CONFIGURATION)
    for path in (build, *(build / name for name in names)):
        if path.is_symlink():
            raise Unpublished(f"{path} is a symbolic link; remove it, then build again")
    build.mkdir(exist_ok=True)
    try:
        with FileLock(build / LOCK, timeout=0):
            recover(build)
            yield
    except Timeout:
        raise Unpublished("another build of this archive is at work; wait for its end") from None
