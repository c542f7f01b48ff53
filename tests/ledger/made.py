"""Owns small archives for the tests of the ledger: a few letters, with the words they need."""

from collections.abc import Mapping
from dataclasses import replace

from archive.archive import Archive
from archive.body import parse_body
from archive.held import HeldLetter
from archive.model.dates import PartialDate
from tests.altered import altered

MODEL = "2018-06-fund"
"""The letter of the invented archive whose fields these letters borrow."""


def with_letters(corpus: Archive, texts: Mapping[str, str]) -> Archive:
    """An archive of nothing but letters, each with the date that its id begins with."""
    letters = {name: _letter(corpus, name, text) for name, text in sorted(texts.items())}
    return replace(corpus, letters=dict(reversed(letters.items())), motions={}, versions={})


def _letter(corpus: Archive, name: str, text: str) -> HeldLetter:
    day = PartialDate.parse(name[:10])
    fields = {"date": day, "answers": (), "commitments": (), "in_reply_to": None}
    held = corpus.letters[MODEL]
    return altered(held, held.noun.model_copy(update=fields), parse_body(text, 1), name)
