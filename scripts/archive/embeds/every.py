"""Owns what is published for other sites: a small page of each record, and what tells of it.

The page has no script and is under 5 kB with its style sheet. What tells of it is JSON as in
https://oembed.com, version 1.0; it stands beside the record, for a site of files answers no
questions: a reader of it gets the one size that there is.
"""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from jinja2 import Template

from archive.addresses import (
    card_address,
    embed_address,
    letter_address,
    motion_address,
    oembed_address,
)
from archive.archive import Archive
from archive.cards.drawing import SIZE
from archive.held import HeldLetter, HeldMotion
from archive.making import AS_SEEN, Sheet
from archive.outputs import Output
from archive.pages.embedding import HEIGHT, WIDTH, embedding
from archive.pages.motions import decided
from archive.pages.page import new_environment

POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'"


def embed_sheets(archive: Archive) -> Iterator[Sheet]:
    """The two files of each letter and motion, which are made only if these are others now."""
    template = new_environment().get_template("embed.html")
    for held, address in _records(archive):
        yield Sheet(address, AS_SEEN, partial(_of_record, archive, template, held, address))


def _of_record(
    archive: Archive, template: Template, held: HeldLetter | HeldMotion, address: str
) -> Iterator[Output]:
    page = template.render(
        archive=archive,
        held=held,
        url=f"{archive.site.site_url.rstrip('/')}/{address}",
        policy=POLICY,
        up="../" * embed_address(address).count("/"),
        decided=decided,
    )
    lines = (line.strip() for line in page.splitlines())
    text = "\n".join(line for line in lines if line) + "\n"
    yield Output(f"{embed_address(address)}index.html", text.encode())
    told = json.dumps(_oembed(archive, held, address), ensure_ascii=False, indent=1)
    yield Output(oembed_address(address), f"{told}\n".encode())


def _records(archive: Archive) -> Iterator[tuple[HeldLetter | HeldMotion, str]]:
    for letter in archive.letters.values():
        yield letter, letter_address(letter.id)
    for motion in archive.motions.values():
        yield motion, motion_address(motion.id)


def _oembed(archive: Archive, held: HeldLetter | HeldMotion, address: str) -> dict[str, Any]:
    """What https://oembed.com calls a rich response."""
    top = archive.site.site_url.rstrip("/")
    width, height = SIZE
    return {
        "version": "1.0",
        "type": "rich",
        "title": held.title,
        "provider_name": archive.site.site_name,
        "provider_url": f"{top}/",
        "html": embedding(archive, held, address, "").frame,
        "width": WIDTH,
        "height": HEIGHT,
        "thumbnail_url": f"{top}/{card_address(address)}",
        "thumbnail_width": width,
        "thumbnail_height": height,
    }
