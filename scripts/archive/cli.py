"""Owns the command `archive`: what it is called with, what it prints, and its exit codes."""

import sys
import time
from pathlib import Path

import click

from archive.archive import Archive
from archive.console import contents, from_here, give, same_archive, say, summary, this_command
from archive.demo.demo_command import demo
from archive.drafting.add_command import add
from archive.drafting.new_command import new
from archive.importing.import_command import import_
from archive.load import load
from archive.measure.benchmark_command import benchmark
from archive.measure.evaluate_command import evaluate
from archive.mkdocs_site import Unpublished
from archive.outputs import write_outputs
from archive.pages.page import counted
from archive.problems import as_github, as_json, as_text
from archive.publish import Place, publish
from archive.reading import site_of
from archive.schema import schema_folder, schema_outputs
from archive.serve import serve as serve_site

FORMATS = {"text": as_text, "github": as_github, "json": as_json}

_archive_option = click.option(
    "--archive",
    "root",
    metavar="DIR",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=".",
    help="The archive's folder, with its mkdocs.yml, letters/ and motions/; else this folder.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
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


main.add_command(add)
main.add_command(new)
main.add_command(demo)
main.add_command(import_)
main.add_command(evaluate)
main.add_command(benchmark)


@main.command()
@_archive_option
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="text for people, github for annotations of a pull request, json for tools.",
)
def check(root: Path, form: str) -> None:
    """Check the whole archive and print every problem.

    Prints one line a problem, in the order of files and lines:

    \b
      path:line:column: found …; wanted …; allowed: …

    Writes nothing. Exit code 1 if there is any problem.
    """
    found = load(root)
    if isinstance(found, Archive):
        give(FORMATS[form](()))
        say(f"{contents(found)}: no problems.")
        return
    give(FORMATS[form](found))
    say(summary(found))
    sys.exit(1)


@main.command()
@_archive_option
@click.option("--strict", is_flag=True, help="Fail on any warning of MkDocs; always so.")
def build(root: Path, strict: bool) -> None:
    """Check the archive, then make its site in build/site.

    If the archive has any problem, prints all of them and writes nothing. The site that was built
    before stays as it is until the new one is complete, then the new one takes its place.
    """
    started = time.monotonic()
    archive = _checked(root)
    place = Place(root.resolve())
    pages = _published(place, archive)
    seconds = time.monotonic() - started
    shown = from_here(place.site)
    say(
        f"Built {counted(pages, 'page')} from {contents(archive)} in {seconds:.1f} seconds."
        f" The site is in {shown}. To look at it: {this_command()} serve{same_archive(root)}, or"
        f" python3 -m http.server --directory {shown}; then open the address that it prints."
    )


@main.command()
@_archive_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, help="The port to listen on.")
def serve(root: Path, host: str, port: int) -> None:
    """Preview the site, and make it again whenever a record, template or style changes.

    Problems are printed here as they arise; the preview goes on with the last good site. Open the
    address that it prints; end it with Ctrl-C.
    """
    place, site = Place(root.resolve()), site_of(root)
    _again(place)
    say(f"Serving at http://{host}:{port}/ and below; Ctrl-C ends it.")
    try:
        serve_site(place, site.site_url if site else "/", (host, port), lambda: _again(place))
    except OSError as error:
        raise click.ClickException(f"cannot listen on {host}:{port}: {error.strerror}") from None


@main.command()
@_archive_option
def schema(root: Path) -> None:
    """Write the JSON Schemas of records and vocabularies into .schemas/.

    The first line of each record points an editor to them, which then completes and checks fields
    as one types. They are made from the same model that `archive check` uses.
    """
    outputs = schema_outputs()
    write_outputs(schema_folder(root), outputs)
    say(f"Wrote {counted(len(outputs), 'schema')} into {from_here(schema_folder(root))}.")


def _checked(root: Path) -> Archive:
    """The archive, or the end of the command with every problem printed."""
    found = load(root)
    if isinstance(found, Archive):
        return found
    give(as_text(found))
    say(summary(found))
    sys.exit(1)


def _published(place: Place, archive: Archive) -> int:
    try:
        return publish(place, archive)
    except Unpublished as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise click.ClickException(f"cannot write: {error.strerror}{where}") from None


def _again(place: Place) -> None:
    """Build once more for the preview; whatever is wrong is printed and nothing else happens."""
    found = load(place.root)
    if not isinstance(found, Archive):
        give(as_text(found))
        say(summary(found))
        return
    try:
        say(f"Built {counted(_published(place, found), 'page')}.")
    except click.ClickException as error:
        error.show()
