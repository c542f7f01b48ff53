"""Owns the command `archive build`: a checked archive becomes a site, if anything has changed."""

import cProfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

import click

from archive.archive import Archive
from archive.commands.checked import checked
from archive.commands.expired import say_what_expired
from archive.console import contents, from_here, give, same_archive, say, this_command
from archive.cores import alone
from archive.counting import counted
from archive.phases import Phases
from archive.stands import looked_for
from archive.sweeping import without_sweeping
from archive.unchanged import put_seal, sealed, went_in
from archive.which_archive import archive_option

SEAL, QUICK_SEAL = Path("build", ".built"), Path("build", ".built-quickly")
"""A quick build is content with either; a build that begins takes both away."""
SITE = Path("build", "site")


@click.command()
@archive_option()
@click.option("--strict", is_flag=True, help="Fail on any warning of MkDocs; always so.")
@click.option("--quick", is_flag=True, help="Only the pages and the search; see below.")
@click.option("--timings", is_flag=True, help="Tell how long each phase took.")
@click.option(
    "--profile",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="For developers: build in one process, and write there what Python's pstats reads.",
)
def build(root: Path, strict: bool, quick: bool, timings: bool, profile: Path | None) -> None:
    """Check the archive, then make its site in build/site.

    If the archive has any problem, prints all of them and writes nothing. The site that was built
    before stays as it is until all that is new is complete. What nothing has changed in is not
    made again; if nothing at all has changed since the site was built, it stays.

    A quick build makes what one looks at while editing. The rest (data, feeds, citations to
    download, cards, the offline copy; also echoes, for which all texts are compared) stays as the
    last whole build made it, or is not there if settings or program have changed since; never
    publish what a quick build has left.
    """
    shown = from_here(root.resolve() / SITE)
    look = (
        f"The site is in {shown}. To look at it: {this_command()} serve{same_archive(root)}, or"
        f" python3 -m http.server --directory {shown}; then open the address that it prints."
    )
    before = went_in(root)
    if not profile and (said := _built(root, quick, before)):
        say(f"Nothing has changed since the site was built {said}. {look}")
        return
    phases = Phases()
    with _profiled(profile) if profile else nullcontext():
        said = _build(root, quick, phases, before)
    say(f"{said} {look}")
    if timings:
        give(phases.table())


def _built(root: Path, quick: bool, now: tuple[str, int]) -> str | None:
    """From what, and how, the site was built that is there; None where a build has work to do."""
    if said := sealed(root / SEAL, now, root / SITE):
        return f"from {said}"
    said = sealed(root / QUICK_SEAL, now, root / SITE) if quick else None
    return f"quickly, for looking only, from {said}" if said else None


def _build(root: Path, quick: bool, phases: Phases, before: tuple[str, int]) -> str:
    """Build, and tell what came of it; `before` is what went in."""
    started = time.monotonic()
    archive, pages = _made(root, quick, phases)
    say_what_expired(archive.site)
    put_seal(root / (QUICK_SEAL if quick else SEAL), before, root / SITE, contents(archive))
    seconds = time.monotonic() - started
    what = "Built quickly, for looking only:" if quick else "Built"
    return f"{what} {counted(pages, 'page')} from {contents(archive)} in {seconds:.1f} seconds."


def _made(root: Path, quick: bool, phases: Phases) -> tuple[Archive, int]:
    """The archive of which a site was made, and the number of its pages."""
    with looked_for(root.resolve() / "build") as stood:
        # What building needs takes longer to load than to see that nothing is to be built.
        from archive.commands.published import published
        from archive.publish import Place

        with without_sweeping():
            archive = checked(root, phases)
        for seal in (SEAL, QUICK_SEAL):
            with suppress(OSError):  # which publishing will tell of
                (root / seal).unlink(missing_ok=True)
        left = published(
            Place(root.resolve()),
            archive,
            "quick" if quick else "everything",
            stood=stood,
            phases=phases,
        )
        return archive, left.pages


@contextmanager
def _profiled(file: Path) -> Iterator[None]:
    """Where the time of the block goes, into a file; all of it in this process."""
    profile = cProfile.Profile()
    with alone(), profile:
        yield
    profile.dump_stats(file)
