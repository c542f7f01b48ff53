"""Owns showing that a page can be told from others, so that it lasts while it is the same."""

from dataclasses import replace

from archive.archive import Archive
from archive.history.past import NO_HISTORY
from archive.ledger.echoes import echoes
from archive.pages.echoes import echo_pages
from archive.pages.every import other_bundles, record_bundles
from archive.pages.shown import shown


def test_every_page_can_be_told_from_others(corpus: Archive) -> None:
    bundles = (*record_bundles(corpus, NO_HISTORY), *other_bundles(corpus, NO_HISTORY))
    pages = [*(page for bundle in bundles for page in bundle.make()), *echo_pages(echoes(corpus))]
    digests = [shown(page) for page in pages]
    unlike = [page.address for page, one in zip(pages, digests, strict=True) if one is None]
    assert unlike == ["follow/"], "a single page, in a bundle of its own"
    assert len(set(digests)) == len(pages)


def test_a_page_of_other_echoes_is_another(corpus: Archive) -> None:
    found = echoes(corpus)
    moved = replace(found[0], places=found[0].places[::-1])
    [page], [same], [other] = (
        list(echo_pages(some)) for some in (found, found, [moved, *found[1:]])
    )
    assert shown(page) == shown(same) != shown(other)
