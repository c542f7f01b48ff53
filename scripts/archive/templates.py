"""Owns what templates are compiled to, which is kept beside what Python's own code is compiled to.

A build uses most templates, and to compile them takes as long as to make a hundred pages.
"""

from contextlib import suppress
from pathlib import Path
from pickle import UnpicklingError

from jinja2 import Environment, FileSystemBytecodeCache
from jinja2 import __version__ as version
from jinja2.bccache import Bucket

FOLDER = Path(__file__).parent / "__pycache__"


class Compiled(FileSystemBytecodeCache):
    """Jinja compares the sources with what is kept; all else that matters is in the names."""

    def __init__(self) -> None:
        """In the folder of the program; where that cannot be written, nothing is kept."""
        super().__init__(str(FOLDER), "template-%s.cache")

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """What a template was compiled to in an environment of such options."""
        options = (environment.trim_blocks, environment.lstrip_blocks, environment.autoescape)
        return super().get_bucket(environment, name, f"{filename} {version} {options}", source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what a template was compiled to, if it is there and whole."""
        try:
            super().load_bytecode(bucket)
        except (OSError, UnpicklingError, ValueError, LookupError, AttributeError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to, if the disk takes it."""
        with suppress(OSError):
            FOLDER.mkdir(exist_ok=True)
            super().dump_bytecode(bucket)
