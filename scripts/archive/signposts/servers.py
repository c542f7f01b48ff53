"""Owns the rules of caching.py as each server and each tool wants them written."""

from collections.abc import Iterable

from archive.outputs import Output
from archive.signposts.caching import ASKED, FOREVER, kept_for_ever

HEADERS = "_headers"
"""What Netlify and Cloudflare Pages read at the top of a site, and do not publish.

They add one rule to the other where both are about a file, and say by themselves of all others
that they are to be asked for; so it names only files that there are, and for ever only those.
"""

_NGINX = """\
gzip on;
gzip_types text/css text/javascript application/javascript application/json image/svg+xml;
error_page 404 /404.html;
location / {{
    add_header Cache-Control "{asked}";
}}
location ~ "^/{paths}" {{
    add_header Cache-Control "{forever}";
}}
"""

_CADDY = """\
encode gzip
@forever path_regexp ^/{paths}
@asked not path_regexp ^/{paths}
header @forever Cache-Control "{forever}"
header @asked Cache-Control "{asked}"
handle_errors {{
    header Cache-Control "{asked}"
    rewrite * /404.html
    file_server
}}
file_server
"""

_RCLONE = """\
rclone copy build/site remote:bucket --checksum \\
  --include '{filter}' \\
  --header-upload 'Cache-Control: {forever}'
rclone copy build/site remote:bucket --checksum \\
  --exclude '{filter}' \\
  --header-upload 'Cache-Control: {asked}'
rclone sync build/site remote:bucket --checksum
"""


def headers_output(paths: Iterable[str]) -> Output:
    """The rules for a site with files at these paths, as Netlify and Cloudflare Pages read them."""
    lines = (
        f"/{path}{'*' if path.endswith('/') else ''}\n  Cache-Control: {FOREVER.cache_control}\n"
        for path in kept_for_ever(paths)
    )
    return Output(HEADERS, "".join(lines).encode())


def nginx() -> str:
    """The rules as a part of a `server` of nginx."""
    return _NGINX.format(**_words())


def caddy() -> str:
    """The rules as a part of a site in a Caddyfile."""
    return _CADDY.format(**_words())


def rclone() -> str:
    """The commands that bring a site with its rules to an object store: the parts first."""
    return _RCLONE.format(**_words())


def _words() -> dict[str, str]:
    return {
        "paths": FOREVER.paths,
        "forever": FOREVER.cache_control,
        "asked": ASKED.cache_control,
        "filter": f"/{{{{{FOREVER.paths.removesuffix('/)')}/.*)}}}}",
    }
