"""Owns the live preview: a local server whose site is made again whenever something changes."""

from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from time import monotonic_ns
from typing import TypeAlias
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

from archive.pages.page import SITE_FOLDER
from archive.publish import Place
from archive.watching import watch


class Preview(LiveReloadServer):
    """MkDocs' server; the script that it writes into each page is allowed there by its digest."""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        script = page.rpartition(b"<script>")[2].partition(b"</script>")[0]
        digest = b64encode(sha256(script).digest())
        return page.replace(b"script-src 'self'", b"script-src 'self' 'sha256-%b'" % digest, 1)

    def changed(self) -> None:
        """Have the site built again, as soon as nothing more changes."""
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def show(self) -> None:
        """Have the browsers load their pages anew, although the builder has not ended.

        Each time there is a newer version of the site; a later change makes a newer one still.
        """
        with self._epoch_cond:
            self._wanted_epoch = max(self._visible_epoch + 1, monotonic_ns() // 1_000_000)
            self._visible_epoch = self._wanted_epoch
            self._epoch_cond.notify_all()


Build: TypeAlias = Callable[[Callable[[], None]], None]
"""Builds, given what it may call to have browsers show what is new before it ends."""

WATCHED = ("letters", "motions", "mkdocs.yml")


def serve(place: Place, site_url: str, address: tuple[str, int], build: Build) -> None:
    """Serve an archive's site at a host and port until interrupted; `build` after every change.

    `build` reports its own failures; the site that was built last stays. Raises OSError where the
    address cannot be used.
    """
    place.site.mkdir(parents=True, exist_ok=True)
    host, port = address
    path = urlsplit(site_url).path or "/"
    server = Preview(lambda: build(server.show), host, port, str(place.site), path)
    server.error_handler = partial(_error_page, place.site)
    paths = (*(place.root / name for name in WATCHED), SITE_FOLDER)
    observer = watch(filter(Path.exists, paths), server.changed, place.build)
    server.observer = observer  # type: ignore[assignment]  # it is only stopped there
    with suppress(KeyboardInterrupt):
        server.serve()  # type: ignore[no-untyped-call]
    server.shutdown()


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
