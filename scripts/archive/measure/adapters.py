"""Owns the adapters: ES modules, one for each engine that a browser runs, by which it is asked."""

import shutil
from pathlib import Path

ADAPTERS = Path(__file__).with_name("js")
ADAPTER = "adapter.js"
"""The usual address of an adapter below the folder that is served."""


def put_adapter(name: str, folder: Path) -> None:
    """Write the adapter of this name into a folder that is served."""
    shutil.copy(ADAPTERS / name, folder / ADAPTER)
