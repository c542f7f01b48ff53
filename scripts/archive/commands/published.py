"""Owns how a command makes a site, and says in one line why it could not."""

from collections.abc import Callable

import click

from archive.archive import Archive
from archive.extents import Extent
from archive.mkdocs_site import Unpublished
from archive.phases import Phases
from archive.publish import Left, Place, publish


def published(
    place: Place,
    archive: Archive,
    *extents: Extent,
    shown: Callable[[Extent], object] = lambda _: None,
    before: Left | None = None,
    phases: Phases | None = None,
) -> Left:
    """Make the site, to one extent after the other; raises `click.ClickException`."""
    try:
        return publish(place, archive, extents=extents, shown=shown, before=before, phases=phases)
    except Unpublished as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise click.ClickException(f"cannot write: {error.strerror}{where}") from None
