"""Owns saying what of the site's own statements has run out by today: the one clock is here."""

from datetime import UTC, date, datetime

from archive.console import say
from archive.settings import Security, Site


def say_what_expired(site: Site) -> None:
    """Say so where nobody may rely on security.txt any more."""
    if told := expired(site.settings.security, datetime.now(UTC).date()):
        say(told)


def expired(security: Security | None, today: date) -> str:
    """What had run out on a day, in a sentence; empty where nothing had."""
    if security is None or security.expires.last_day >= today:
        return ""
    return (
        f"Note: security.txt says that it expired on {security.expires.spoken}; after looking"
        " whether its contact still holds, set a later day under `security` in mkdocs.yml."
    )
