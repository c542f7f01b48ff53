"""Owns which files stand at the top of the site for machines, and what robots are told."""

from collections.abc import Iterator

from archive.archive import Archive
from archive.outputs import Output
from archive.settings import Security, Site
from archive.signposts.llms import llms_text

_ROBOTS = "User-agent: *\nAllow: /\n\nSitemap: {address}sitemap.xml\n"
"""As in RFC 9309; every page may be read, and sitemaps.org says how the list is named."""
_SECURITY = (".well-known/security.txt", "security.txt")
"""Where RFC 9116 wants it, and where it may stand too: some hosts leave out folders with a dot."""


def signpost_outputs(archive: Archive) -> Iterator[Output]:
    """`robots.txt`, `llms.txt`, and `security.txt` where the body says whom to tell."""
    site = archive.site
    yield Output("robots.txt", _ROBOTS.format(address=_top(site)).encode())
    yield Output("llms.txt", llms_text(archive).encode())
    if security := site.settings.security:
        content = _security(site, security).encode()
        yield from (Output(path, content) for path in _SECURITY)


def _security(site: Site, security: Security) -> str:
    """Whom to tell of a hole in the site, as in RFC 9116."""
    contact = security.contact
    lines = {
        "Contact": contact if contact.startswith("https:") else f"mailto:{contact}",
        "Expires": f"{security.expires.last_day.isoformat()}T23:59:59Z",
        "Preferred-Languages": site.settings.language.partition("-")[0],
        "Canonical": f"{_top(site)}{_SECURITY[0]}",
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items())


def _top(site: Site) -> str:
    return f"{site.site_url.rstrip('/')}/"
