"""Owns recognising what a letter is for, and which earlier letter it replies to."""

import re

from archive.model.dates import PartialDate
from archive.model.letter import LetterKind
from archive.recognition.dating import Dated, dates, dates_before
from archive.recognition.paper import Told

_REPLIES = re.compile(
    r"\b(?:thank you (?:very much )?for|thanks for|further to|in (?:reply|response|answer) to"
    r"|i (?:refer|write in (?:reply|response)) to|with reference to|i am replying to)"
    r"\s+(?P<what>(?:your|the)\b[^.?!]{0,160}?\b(?:letters?|e-?mails?|correspondence|note)\b"
    r"[^.?!]{0,120})",
    re.IGNORECASE,
)
_SIGNS: tuple[tuple[LetterKind, str], ...] = (
    (
        "holding reply",
        r"\b(?:substantive|full(?:er)?|detailed|further) (?:reply|response|answer)\b[^.]{0,80}"
        r"\b(?:soon|shortly|in due course|later|follow|as soon as|when|by|once)\b"
        r"|\b(?:will|shall|aim to|hope to) (?:reply|respond|write(?: to you| back)?|be in touch)"
        r"[^.]{0,40}\b(?:soon|shortly|in due course|substantively|more fully|in full|as soon as)\b"
        r"|\backnowledg(?:e|ing|es) (?:the )?receipt\b|\bholding (?:reply|response)\b",
    ),
    (
        "correction",
        r"\b(?:correct(?:ion|ing|s)? (?:an|the|my)\b|an error in my"
        r"|(?:figure|date|letter) was (?:wrong|incorrect)"
        r"|i (?:wrongly|incorrectly|mistakenly)|should have (?:read|said))\b",
    ),
    (
        "follow-up",
        r"\b(?:further to my (?:letter|reply|response|e-?mail)"
        r"|i (?:promised|said (?:that )?i would)"
        r"|follow(?:ing)?[ -]up (?:to|on) my|since i (?:last )?wrote|update you|write again)\b",
    ),
    (
        "request",
        r"\b(?:i (?:would be|am) grateful (?:if|for)|i would (?:welcome|be glad of)|i write to"
        r" (?:send|inform|draw|ask|forward)|i am writing to (?:ask|inform|draw|forward|share|send)"
        r"|please (?:could|would|can) you|(?:we|the assembly) (?:ask|call|request)s? (?:on |that )?"
        r"you|look forward to (?:your|receiving))\b",
    ),
)
_SHORT = 1_600
"""Characters of a holding reply at most: one with more has something to say."""


def kind_of(text: str) -> tuple[LetterKind, Told | None]:
    """What a letter is for, and the words that say so; a reply where nothing is said."""
    replies = _REPLIES.search(text)
    for kind, sign in _SIGNS:
        match = re.search(sign, text, re.IGNORECASE)
        if match is None or (kind == "holding reply" and len(text) > _SHORT):
            continue
        if kind == "request" and replies:
            continue
        return kind, Told(kind, match[0], sure=kind in ("holding reply", "request"))
    return "reply", Told("reply", replies[0]) if replies else None


def replied_to(text: str, letter: PartialDate) -> Dated | None:
    """The date of the letter that a letter thanks for or refers to."""
    for match in _REPLIES.finditer(text):
        what = match["what"]
        found = next(dates(what), None) or next(dates_before(what, letter), None)
        if found and found.date.first_day <= letter.last_day:
            return found
    return None
