"""Owns showing that what a build has left is believed to stand only where it does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from archive import publish as publishing
from archive.archive import Archive
from archive.load import load
from archive.memory import NAME as MADE
from archive.publish import Place, publish
from archive.stands import Standing, looked_for, mark_of, standing
from tests.building.changing import build, built, change, tree

LETTER = "letters/2018-05-22-pm-2018-0417.md"
PAGE = "site/about/index.html"

HARMS: dict[str, Callable[[Path], object]] = {
    "a page gone": lambda build: (build / PAGE).unlink(),
    "a page shorter": lambda build: (build / PAGE).write_text("x"),
    "a page more": lambda build: (build / PAGE).with_name("y").touch(),
    "the memory cut off": lambda build: _cut_off(build / MADE),
    "no memory": lambda build: (build / MADE).unlink(),
}


def _cut_off(file: Path) -> None:
    """The first half of a file."""
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def _published(root: Path, stood: Standing) -> publishing.Left:
    archive = load(root)
    assert isinstance(archive, Archive)
    return publish(Place(root), archive, stood=stood)


def test_all_stands_that_a_build_has_left(corpus_built: Path) -> None:
    place = corpus_built / "build"
    assert mark_of(place) is not None
    assert standing(place) == mark_of(place)
    with looked_for(place) as stood:
        assert stood() == mark_of(place)


@pytest.mark.parametrize("harm", HARMS)
def test_what_was_harmed_does_not_stand(corpus_built: Path, harm: str) -> None:
    place = corpus_built / "build"
    HARMS[harm](place)
    assert standing(place) is None
    with looked_for(place) as stood:
        assert stood() is None


def test_nothing_stands_where_nothing_was_built(tmp_path: Path) -> None:
    assert standing(tmp_path / "build") is None
    with looked_for(tmp_path / "build") as stood:
        assert stood() is None


def test_what_stood_of_another_build_is_looked_for_again(corpus_built: Path) -> None:
    """Another build was at work after it was seen what stands; then somebody harmed its page."""
    place = corpus_built / "build"
    before = mark_of(place)
    with looked_for(place) as stood:
        assert stood() == before
    change(corpus_built / LETTER, "kind: reply", "kind: follow-up")
    build(corpus_built, "everything")
    clean = tree(corpus_built)
    (place / PAGE).unlink()
    assert _published(corpus_built, lambda: before).mark not in (None, before)
    assert tree(corpus_built) == clean


def test_who_knows_what_stands_need_not_look_for_it(
    corpus_built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = _published(corpus_built, lambda: None)
    assert left.mark == mark_of(corpus_built / "build")
    looked = list[Path]()
    monkeypatch.setattr(publishing, "standing", looked.append)
    _published(corpus_built, lambda: left.mark)
    assert looked == []
    clean = built(corpus_built)
    (corpus_built / "build" / PAGE).unlink()
    _published(corpus_built, lambda: None)
    assert looked == [corpus_built / "build"]
    assert tree(corpus_built) == clean, "all was made anew, as nothing was seen to stand"
