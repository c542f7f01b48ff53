"""Owns the command `archive serve`: a preview that tells of its problems and goes on."""

import gc
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click

from archive.archive import Archive
from archive.catalogue import Catalogue
from archive.cataloguefile import put_catalogue, read_catalogue
from archive.commands.published import published
from archive.console import give, say, summary
from archive.counting import counted
from archive.extents import Extent
from archive.load import looked_over
from archive.phases import Phases
from archive.problems import as_text
from archive.publish import Left, Place
from archive.reading import site_of
from archive.serve import serve as serve_site
from archive.stands import Standing, looked_for
from archive.sweeping import without_sweeping
from archive.which_archive import archive_option


@click.command()
@archive_option()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, help="The port to listen on.")
def serve(root: Path, host: str, port: int) -> None:
    """Preview the site, and make it again whenever a record, template or style changes.

    As `archive build --quick` does: what is beside the pages and the search, and the pages of
    echoes, stay as they were built last.

    Problems are printed here as they arise; the preview goes on with the last good site. Open the
    address that it prints; end it with Ctrl-C.
    """
    place, site = Place(root.resolve()), site_of(root)
    again = _Again(place)
    again()
    say(f"Serving at http://{host}:{port}/ and below; Ctrl-C ends it.")
    try:
        address = site.site_url if site else "/"
        serve_site(place, address, (host, port), again)
    except OSError as error:
        raise click.ClickException(f"cannot listen on {host}:{port}: {error.strerror}") from None


EXTENTS: tuple[Extent, ...] = ("records", "pages", "quick")


class _Again:
    """Builds once more for the preview; whatever is wrong is printed and nothing else happens.

    What somebody has just edited is shown first, then what lists it, before the search is made:
    that takes longest and is seldom looked at. Whatever is still to be made when something else has
    changed is left to the next build, which makes it good.
    """

    def __init__(self, place: Place) -> None:
        self._place = place
        self._left: Left | None = None
        self._known: Catalogue | None = None

    def __call__(
        self,
        show: Callable[[], None] = lambda: None,
        has_changed: Callable[[], bool] = lambda: False,
    ) -> None:
        gc.unfreeze()  # of what was read for the build before
        with self._looked_for() as stood:
            with without_sweeping():
                before = self._known or read_catalogue(self._place.root)
                found, known = looked_over(self._place.root, Phases(), before)
            if not isinstance(found, Archive):
                give(as_text(found))
                say(summary(found))
                return
            self._publish(found, stood, show, has_changed)
        if known and known != before:
            put_catalogue(self._place.root, known)
        self._known = known

    def _looked_for(self) -> AbstractContextManager[Standing]:
        """What tells of which build all stands: for the last one of ours nobody need look."""
        left = self._left
        return nullcontext(lambda: left.mark) if left else looked_for(self._place.build)

    def _publish(
        self,
        found: Archive,
        stood: Standing,
        show: Callable[[], None],
        has_changed: Callable[[], bool],
    ) -> None:
        def shown(extent: Extent) -> bool:
            if extent != "quick":  # of the search there is nothing to be seen
                show()
            return has_changed()

        try:
            self._left = published(self._place, found, *EXTENTS, shown=shown, stood=stood)
            say(f"Built {counted(self._left.pages, 'page')}.")
        except click.ClickException as error:
            self._left = None
            error.show()
