"""Owns what a record quotes of its own words: answers, undertakings, asks."""

from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.quotation import Quotation
from archive.model.version import Version


def own_quotations(noun: Letter | Motion | Version) -> tuple[Quotation, ...]:
    """What a record quotes of its own words, in its order; a version quotes nothing."""
    if isinstance(noun, Letter):
        answers = (quote for answer in noun.answers for one in answer.asks for quote in one.quotes)
        return (*answers, *(one.quote for one in noun.commitments))
    if isinstance(noun, Motion):
        return tuple(ask.quote for ask in noun.asks if ask.quote)
    return ()
