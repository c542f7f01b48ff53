"""Whose changes are told under which title."""

from datetime import UTC, datetime

from archive.archive import Archive
from archive.history.past import Change, Commit, History
from archive.history.subjects import subjects

COMMIT = Commit("a" * 40, datetime(2026, 11, 22, tzinfo=UTC))


def test_a_renamed_record_has_its_title_in_older_lines_too(corpus: Archive) -> None:
    now, before = "letters/2018-06-fund.md", "letters/2018-06-a-fund.md"
    reused = next(path for path in (held.path for held in corpus.letters.values()) if path != now)
    changes = (
        Change("renamed", now, COMMIT, before),
        Change("changed", before, COMMIT),
        Change("added", reused, COMMIT),
    )
    about = subjects(corpus, History(COMMIT, "", changes={now: changes}))
    assert about.of(before) == about.of(now)
    assert about.of(now).held
    assert about.of(reused).title != about.of(now).title
    assert not about.of("letters/2018-06-never.md").held
