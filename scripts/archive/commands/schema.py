"""Owns the command `archive schema`: the model's schemas for editors' tools."""

from pathlib import Path

import click

from archive.console import from_here, say
from archive.counting import counted
from archive.outputs import write_outputs
from archive.schema import schema_folder, schema_outputs
from archive.which_archive import archive_option


@click.command()
@archive_option()
def schema(root: Path) -> None:
    """Write the JSON Schemas of records and vocabularies into .schemas/.

    The first line of each record points an editor to them, which then completes and checks fields
    as one types. They are made from the same model that `archive check` uses.
    """
    outputs = schema_outputs()
    write_outputs(schema_folder(root), outputs)
    say(f"Wrote {counted(len(outputs), 'schema')} into {from_here(schema_folder(root))}.")
