"""Owns where each noun has its page: addresses relative to the site, ending in a slash."""

import re
import unicodedata
from urllib.parse import quote

from archive.settings import Site

LETTERS = "letters/"
MOTIONS = "motions/"
MEETINGS = "meetings/"
TOPICS = "topics/"
PEOPLE = "people/"
ABBREVIATIONS = "abbreviations/"
LEDGER = "ledger/"
REPLIES = "ledger/replies/"
COMMITMENTS = "ledger/commitments/"
GAPS = "ledger/gaps/"
ECHOES = "ledger/echoes/"
FIGURES = "ledger/figures/"
CHANGES = "changes/"
FOLLOW = "follow/"


def letter_address(letter: str) -> str:
    """The page of a letter."""
    return f"{LETTERS}{letter}/"


def motion_address(motion: str) -> str:
    """The page of a motion."""
    return f"{MOTIONS}{motion}/"


def meeting_address(meeting: str) -> str:
    """The page of a meeting."""
    return f"{MEETINGS}{meeting}/"


def topic_address(topic: str) -> str:
    """The page of a topic."""
    return f"{TOPICS}{topic}/"


def person_address(person: str) -> str:
    """The page of a person."""
    return f"{PEOPLE}{person}/"


def year_address(section: str, year: int) -> str:
    """The page of one year of letters or motions."""
    return f"{section}{year:04}/"


def part_address(section: str, year: int, number: int) -> str:
    """The page of a numbered part of a year, counted from the oldest."""
    return f"{year_address(section, year)}{number}/"


def history_address(address: str) -> str:
    """The page of what became of the record with a page at an address."""
    return f"{address}history/"


def card_address(address: str) -> str:
    """The picture that stands for the page at an address."""
    return f"{address}card.png"


def embed_address(address: str) -> str:
    """The small page about a record that others may show within theirs."""
    return f"{address}embed/"


def oembed_address(address: str) -> str:
    """What tells other sites how to show a record within theirs."""
    return f"{address}oembed.json"


def dossier_address(address: str) -> str:
    """The motion at an address with all replies to it, on one page."""
    return f"{address}replies/"


def file_of(address: str) -> str:
    """The Markdown file that becomes the page at an address."""
    return f"{address}index.md"


def relative(address: str, here: str) -> str:
    """The way from the page at `here` to an address (which may end in a #fragment)."""
    return "../" * here.count("/") + address or "./"


def slug(text: str) -> str:
    """A text as an anchor: small letters, digits and hyphens; letters of any script are kept."""
    plain = unicodedata.normalize("NFC", text).lower()
    return re.sub(r"[^\w]+", "-", plain).strip("-_") or "section"


def edit_url(site: Site, path: str) -> str | None:
    """Where the repository's host lets a reader edit the file at `path`."""
    if site.repo_url is None:
        return None
    return f"{site.repo_url.rstrip('/')}/{site.edit_uri.strip('/')}/{quote(path)}"


def source_url(site: Site, path: str) -> str | None:
    """Where the repository's host shows the file at `path`: as for editing, without the pencil."""
    if (edit := edit_url(site, path)) is None:
        return None
    return edit.replace("/edit/", "/blob/", 1)


def tree_url(site: Site, commit: str) -> str | None:
    """Where the repository's host shows everything as of a commit."""
    return f"{site.repo_url.rstrip('/')}/tree/{commit}" if site.repo_url else None


def report_url(site: Site, title: str, address: str) -> str | None:
    """Where a reader reports a problem with the record at `address`."""
    if site.repo_url is None:
        email = site.settings.corrections_email
        return f"mailto:{email}?subject={quote(f'Problem with: {title}')}" if email else None
    about = quote(f"{site.site_url.rstrip('/')}/{address}", safe="")
    subject = quote(f"Problem with: {title}", safe="")
    form = "template=correction.yml"
    return f"{site.repo_url.rstrip('/')}/issues/new?{form}&title={subject}&record={about}"
