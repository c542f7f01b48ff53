"""Owns the command `archive`: which commands it has, and where each of them is."""

from collections.abc import MutableMapping
from typing import cast

import click

from archive.commands.lazily import Lazily

MODULES = {
    "add": "archive.drafting.add_command:add",
    "benchmark": "archive.measure.benchmark_command:benchmark",
    "build": "archive.commands.build:build",
    "check": "archive.commands.check:check",
    "demo": "archive.demo.demo_command:demo",
    "evaluate": "archive.measure.evaluate_command:evaluate",
    "import": "archive.importing.import_command:import_",
    "new": "archive.drafting.new_command:new",
    "schema": "archive.commands.schema:schema",
    "serve": "archive.commands.serve:serve",
}


@click.group(
    commands=cast("MutableMapping[str, click.Command]", Lazily(MODULES)),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@click.version_option(package_name="assembly-archive", prog_name="archive")
def main() -> None:
    """Check, build and preview a public archive of motions and the letters that answer them.

    An archive is a folder with letters/, motions/ and mkdocs.yml. Records are text files: fields
    between two lines ---, then the words of the document. README.md says how to add one.

    \b
    A normal day:
      archive add FILE  make a draft of a letter or a motion
      archive check     is everything right? if not: where, and what is allowed
      archive serve     look at it while writing
      archive build     make the site in build/site

    Exit codes: 0 all is well; 1 the archive has problems, or the site could not be made; 2 the
    command was called wrongly.
    """
