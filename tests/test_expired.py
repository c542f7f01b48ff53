"""What a build says of statements that have run out, on a day that the tests choose."""

from datetime import date

from archive.archive import Archive
from archive.commands.expired import expired


def test_an_expired_security_txt_is_told_from_the_day_after_its_last(corpus: Archive) -> None:
    assert expired(corpus.site.settings.security, date(2024, 6, 30)) == ""
    told = expired(corpus.site.settings.security, date(2024, 7, 1))
    assert "expired on 30 June 2024" in told and "`security` in mkdocs.yml" in told


def test_a_site_without_security_txt_has_nothing_to_expire() -> None:
    assert expired(None, date(2099, 1, 1)) == ""
