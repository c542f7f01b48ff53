"""Owns how a command makes a site, and says in one line why it could not."""

import click

from archive.archive import Archive
from archive.mkdocs_site import Unpublished
from archive.phases import Phases
from archive.publish import Extent, Place, publish


def published(place: Place, archive: Archive, extent: Extent, phases: Phases) -> int:
    """Make the site, and count its pages; raises `click.ClickException`."""
    try:
        return publish(place, archive, extent=extent, phases=phases)
    except Unpublished as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise click.ClickException(f"cannot write: {error.strerror}{where}") from None
