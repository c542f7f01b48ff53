"""Owns joining words that are cut by a hyphen at the end of a line."""

import re
from collections import Counter
from itertools import pairwise

from archive.intake.mending.pieces import Draft, Piece, bare
from archive.intake.mending.wordlist import known, usual

_CUT = re.compile(r"(.*[^\W_])([-\u2010\u00ad])$")
_GOES_ON = re.compile(r"[^\W\d_]+|\d")
_HANGING = ("and", "or", "to", "nor", "but", "und")
"""After these a hyphen belongs to a word that is left out: pre- and post-war."""

_PREFIXES = ("self", "non", "ex", "co")
_BEFORE_CAPITALS = (
    *(
        "anti",
        "pre",
        "post",
        "mid",
        "non",
        "pan",
        "pro",
        "trans",
        "inter",
        "un",
        "ex",
        "neo",
        "sub",
    ),
    *("all", "part", "then", "still", "vice", "semi", "euro", "cross", "intra", "ultra", "early"),
)
_ADDRESS = re.compile(r"://|www\.")
WHY = "a word cut at the end of a line"
IN_DOUBT = "cut at the end of a line: with or without the hyphen?"


def join_cuts(draft: Draft) -> None:
    """Joins the last word of a line with the first of the next, where it is known how."""
    counts = draft.counts()
    filled = [index for index, row in enumerate(draft.pieces) if row]
    for index, below in pairwise(filled):
        if not draft.pieces[index] or not draft.pieces[below]:
            continue
        first, second = draft.pieces[index][-1], draft.pieces[below][0]
        if (cut := _CUT.match(first.text)) is None or not _goes_on(second):
            continue
        text = _whole(cut[1], cut[2], second.text, counts)
        if text is None:
            draft.doubt(index, f"{first.text} {second.text}", IN_DOUBT)
            continue
        draft.pieces[index][-1:] = [first.joined(second, text, WHY)]
        draft.pieces[below] = draft.pieces[below][1:]


def _goes_on(piece: Piece) -> bool:
    return bool(_GOES_ON.match(piece.text)) and bare(piece.text).lower() not in _HANGING


def _takes_capital(before: str, after: str) -> bool:
    """Whether a hyphen stands before a figure or a capital: 2021-22, Anglo-Saxon, post-Brexit.

    Nobody cuts a word there: behind another word the line below is a running head.
    """
    begins = bare(before.rsplit("-", maxsplit=1)[-1])
    return not after[0].isupper() or not begins.islower() or begins in _BEFORE_CAPITALS


def _whole(before: str, sign: str, after: str, counts: Counter[str]) -> str | None:
    """The word that was cut; None where it cannot be known whether it has a hyphen."""
    joined, hyphened = before + after, f"{before}-{after}"
    if sign == "\u00ad":
        return joined
    if not after[0].islower() or _ADDRESS.search(before):
        return hyphened if _takes_capital(before, after) or counts[bare(hyphened).lower()] else None
    seen = counts[bare(joined).lower()], counts[bare(hyphened).lower()]
    if seen[0] != seen[1]:
        return joined if seen[0] > seen[1] else hyphened
    last = before.rsplit("-", maxsplit=1)[-1]
    one, two = bare(last), bare(re.split("[-\u2010/]", after)[0])
    if known(bare(one + two)) and (
        usual(one + two) or not (one.lower() in _PREFIXES and known(two))
    ):
        return joined
    return hyphened if known(one) and known(two) else None
