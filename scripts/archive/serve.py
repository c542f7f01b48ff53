"""Owns the live preview: a local server whose site is made again whenever something changes."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

from archive.pages.page import SITE_FOLDER
from archive.publish import Place

WATCHED = ("letters", "motions", "mkdocs.yml")


def serve(place: Place, site_url: str, address: tuple[str, int], build: Callable[[], None]) -> None:
    """Serve an archive's site at a host and port until interrupted; `build` after every change.

    `build` reports its own failures; the site that was built last stays. Raises OSError where the
    address cannot be used.
    """
    place.site.mkdir(parents=True, exist_ok=True)
    host, port = address
    path = urlsplit(site_url).path or "/"
    server = LiveReloadServer(build, host, port, root=str(place.site), mount_path=path)
    server.error_handler = partial(_error_page, place.site)
    for watched in (*(place.root / name for name in WATCHED), SITE_FOLDER):
        if watched.exists():
            server.watch(str(watched))
    with suppress(KeyboardInterrupt):
        server.serve()  # type: ignore[no-untyped-call]
    server.shutdown()


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
