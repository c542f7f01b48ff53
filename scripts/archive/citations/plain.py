"""Owns a citation in plain words: ours, and the only form that says which office a writer held."""

from archive.citations.cited import Cited


def plain(cited: Cited) -> str:
    """One line: who said it, its title and day, what else is known, the archive and the address."""
    facts = f"{cited.source}, {cited.details}" if cited.details else cited.source
    sentences = [facts, cited.publisher, cited.url]
    return ". ".join(sentence for sentence in sentences if sentence)
