"""Owns how a command makes a site, and says in one line why it could not."""

import click

from archive.archive import Archive
from archive.extents import Extent
from archive.mkdocs_site import Unpublished
from archive.phases import Phases
from archive.publish import Left, Place, Shown, publish
from archive.stands import Standing


def published(
    place: Place,
    archive: Archive,
    *extents: Extent,
    shown: Shown = lambda _: False,
    stood: Standing = lambda: None,
    phases: Phases | None = None,
) -> Left:
    """Make the site, to one extent after the other; raises `click.ClickException`."""
    try:
        return publish(place, archive, extents=extents, shown=shown, stood=stood, phases=phases)
    except Unpublished as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise click.ClickException(f"cannot write: {error.strerror}{where}") from None
