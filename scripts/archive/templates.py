"""Owns what templates were compiled to: kept in memory, so that a preview compiles them once."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """For the templates of one kind of environment; Jinja compares their sources with it."""

    def __init__(self) -> None:
        """With nothing compiled."""
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what a template was compiled to; Jinja drops it if the source is another by now."""
        if (code := self._kept.get(bucket.key)) is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to."""
        self._kept[bucket.key] = bucket.bytecode_to_string()
