"""Owns a page of the site as one of the offline copy: the same words, links that a disk knows."""

import re

_FOLDER = re.compile(r'( (?:href|action)="(?:[^":?#/]+/)+)(?=[?#"])')
_UPWARDS = re.compile(r'( (?:href|action)="(?:\.\./)*\.\.?)(?=[?#"])')
"""Links within the site to a folder, of which a server shows `index.html`: with the last slash, and
without. Nowhere else has a page these signs: quotation marks in texts are written `&#34;`."""
_AHEAD = re.compile(r'<link rel="modulepreload"[^>]*>')
_MODULE, _DEFERRED = '<script type="module" ', "<script defer "
_SELF, _HERE = "'self'", "'self' file:"
"""To some browsers, a page on a disk is of another place than the files beside it."""


def offline_page(html: str, way_up: str) -> str:
    """The page with the file of each page named in its links, and scripts that are no modules.

    `way_up` leads from the page to the top of the site.
    """
    policy, link, rest = html.partition("<link")
    policy = policy.replace(_SELF, _HERE)
    changed = _AHEAD.sub("", f"{policy}{link}{rest}").replace(_MODULE, _DEFERRED)
    changed = _FOLDER.sub(r"\1index.html", changed)
    changed = _UPWARDS.sub(r"\1/index.html", changed)
    return changed.replace("<script", f'<script src="{way_up}js/offline.js"></script>\n<script', 1)
