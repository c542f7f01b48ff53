"""Owns the command `archive build`: a checked archive becomes a site, if anything has changed."""

import time
from pathlib import Path

import click

from archive.commands.checked import checked
from archive.commands.sweeping import without_sweeping
from archive.console import contents, from_here, same_archive, say, this_command
from archive.pages.page import counted
from archive.unchanged import put_seal, sealed, went_in
from archive.which_archive import archive_option

SEAL = Path("build", ".built")
SITE = Path("build", "site")


@click.command()
@archive_option()
@click.option("--strict", is_flag=True, help="Fail on any warning of MkDocs; always so.")
def build(root: Path, strict: bool) -> None:
    """Check the archive, then make its site in build/site.

    If the archive has any problem, prints all of them and writes nothing. The site that was built
    before stays as it is until the new one is complete, then the new one takes its place. If
    nothing has changed since it was built, it stays.
    """
    shown = from_here(root.resolve() / SITE)
    look = (
        f"The site is in {shown}. To look at it: {this_command()} serve{same_archive(root)}, or"
        f" python3 -m http.server --directory {shown}; then open the address that it prints."
    )
    if said := sealed(root / SEAL, root, root / SITE):
        say(f"Nothing has changed since the site was built from {said}. {look}")
        return
    say(f"{_build(root)} {look}")


def _build(root: Path) -> str:
    """Build, and tell what came of it."""
    # What building needs takes longer to load than to see that nothing is to be built.
    from archive.commands.published import published
    from archive.publish import Place

    started, before = time.monotonic(), went_in(root)
    with without_sweeping():
        archive = checked(root)
        pages = published(Place(root.resolve()), archive)
    put_seal(root / SEAL, before, root / SITE, contents(archive))
    seconds = time.monotonic() - started
    return f"Built {counted(pages, 'page')} from {contents(archive)} in {seconds:.1f} seconds."
