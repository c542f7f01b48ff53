"""Owns the sentences of a paper that may decide on its motion: not its clauses, nor amendments."""

import re
from collections.abc import Iterator, Sequence

from archive.recognition.amendments import of_amendment

_SENTENCE = re.compile(r"(?<![A-Z])(?<!\bCllr)(?<!\bNo)[.?!:][”’\"')]*\s+(?=[A-Z“\"(])")
BEGINS = re.compile(
    r"^\W*(?:outcome|result|decision|status)?\W*(?:(?:unanimously|duly)\s+)?(?:agreed|carried|lost|passed"
    r"|approved|adopted|rejected|withdrawn|deferred|defeated|resolved|voted|not (?:agreed"
    r"|carried))\b",
    re.IGNORECASE,
)
"""The first words of a sentence that says what was decided."""

_OF_THE_MOTION = re.compile(
    r"^\W*(?:(?:(?:that )?(?:this|the) )?(?:council|assembly|house|committee|board|conference|synod"
    r"|union|branch|senedd|parliament)\b(?:\s+(?:also"
    r"|further|"
    r"therefore))?\s+(?:notes?|believes?|resolves?|calls?|welcomes?|recogni[sz]es|regrets"
    r"|asks|supports)"
    r"|whereas\b|now,? therefore|(?:[a-z]|\d{1,2}|[ivx]{1,4})[.)]\s)",
    re.IGNORECASE,
)
_RESOLVED = re.compile(r"\W*(?:be it )?(?:further )?resolved\b", re.IGNORECASE)
"""With this the motion itself begins behind "whereas"; in British minutes it says the outcome."""

_ALONE = re.compile(
    r"\W*(?:the )?(?:motion |resolution )?(?:was |is |declared |duly |and )*(?:unanimously )?"
    r"(?:carried|lost|agreed|passed|approved|adopted|defeated|rejected|withdrawn|resolved)"
    r"(?: as amended| unanimously)?\W*",
    re.IGNORECASE,
)
"""A line that says an outcome and nothing else."""


def deciding(paragraphs: Sequence[str]) -> Iterator[str]:
    """The sentences that may decide: not those of the motion itself, nor of an amendment."""
    american = any(paragraph[:7].lower() == "whereas" for paragraph in paragraphs)
    for paragraph in paragraphs:
        own = False
        for sentence in parted(paragraph):
            clause = _OF_THE_MOTION.match(sentence) or (american and _RESOLVED.match(sentence))
            own = bool(clause) or (own and not BEGINS.match(sentence))
            if not own and not only_amended(sentence):
                yield sentence
            own = own and not sentence.endswith(("”", '"'))


def parted(paragraph: str) -> Iterator[str]:
    """The sentences of a paragraph with the signs at their ends; a line may be one of its own."""
    lines: list[str] = []
    for line in [*paragraph.split("\n"), ""]:
        if not line or _ALONE.fullmatch(line.strip()):
            yield from _ended(" ".join(" ".join(lines).split()))
            yield from filter(None, [line.strip()])
            lines = []
        else:
            lines.append(line)


def _ended(text: str) -> Iterator[str]:
    begin = 0
    for end in _SENTENCE.finditer(text):
        yield text[begin : end.end()].strip()
        begin = end.end()
    yield from filter(None, [text[begin:]])


def only_amended(sentence: str) -> bool:
    """Whether a sentence is about an amendment and not about the motion."""
    return of_amendment(sentence) and not re.search(r"\bmotion\b|\bas amended\b", sentence, re.I)
