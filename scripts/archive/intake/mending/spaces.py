"""Owns putting back the spaces that were lost between words."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from archive.intake.mending.halves import MANY, SHORTEST, close
from archive.intake.mending.pieces import Draft, Piece, bare
from archive.intake.mending.wordlist import FUNCTION_WORDS, known
from archive.recognition.givennames import GIVEN

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_COUNTED = "million|billion|thousand|years|months|weeks|days|hours|people"
_GAPS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\w-])(\d{{1,2}}(?:st|nd|rd|th)?)(?=(?:{_MONTHS})\b)",
        rf"(?<!\w)({_MONTHS})(?=\d)",
        rf"(?<!\w)(£?\d[\d.,]*)(?=(?:{_COUNTED})\b)",
        r"(?<!\w)(and|of|in|to|by|for|the|with|from|than|were|was)(?=\d)",
        r"([a-z]{3,})(?=£\d)",
        r"(?<![\w-])([A-Z]?[a-z]{2,})(?=(?:19|20)\d\d(?!\w))",
    )
)
"""Where a space is missing whatever the words around are."""

_BETWEEN = re.compile(r"([^\W\d_]{2,})([,;.!?:]|\)[,;:.]?|[.,][”\u2019\"'])([^\W\d_]{2,})")
_BEFORE = re.compile(r"([^\W\d_]{3,})(\()([^\W\d_]{4,})")
_CAPITAL = re.compile(r"(?<!\w)([A-Z]?[a-z]+)()([A-Z][a-z]{2,}|[A-Z]{2,}s?)(?!\w)")
_ADDRESS = re.compile(r"(?<=[\w)][:;,])(?=https?://)|(?<=[a-z)])(?=https?://)")
_NO_PROSE = re.compile(r"@|://|www\.|\.(?:com|org|net|gov|uk|pdf|docx?)\b|[_\\=#]", re.IGNORECASE)
_LOST = "a lost space"
_DOUBTFUL = "it seems to have lost a space"
_ABBREVIATIONS = ("eg", "ie", "no", "st")
LONG = 6
"""Letters of a word before `in`, `on`, `at` or `by`; shorter ones make words as `login`."""

_BEGINNERS, _ENDERS = ("of", "to"), ("of", "to", "is", "as")
"""Short words that hardly any word begins or ends with that is not in the list."""

_BEGINNING = (
    *("the", "this", "these", "that", "there", "they", "our", "your", "with", "from", "for", "we"),
)
"""Words with which a sentence begins, and hardly a name."""

_AFTER_NAMES = ("of", "and", "for", "with", "that", "from", "are", "will", "the")
NO_WORD = 120
"""Characters of what is no word with lost spaces, but data of another kind."""

LONGEST = 22
"""Letters. Longer words of English letters are rare: internationalisation has twenty."""


def mend_spaces(draft: Draft) -> None:
    """Mends the spaces of every line, where the words around them are known."""
    counts = draft.counts()
    counts.update(_pairs(draft))
    for index, row in enumerate(draft.pieces):
        closed = close(row, counts)
        draft.pieces[index] = [_parted(piece, counts) for piece in closed]
        for piece in draft.pieces[index]:
            if _doubtful(bare(piece.text), counts):
                draft.doubt(index, piece.text, _DOUBTFUL)


def _pairs(draft: Draft) -> Iterator[str]:
    """Words that stand beside each other in the text, with a space between them."""
    for row in draft.pieces:
        words = [bare(piece.text).lower() for piece in row]
        yield from (f"{first} {second}" for first, second in pairwise(words))


def _doubtful(word: str, counts: Counter[str]) -> bool:
    """Whether a word is none that is known, stands only once, and may be two."""
    plain = word.isascii() and word.isalpha() and word.islower() and len(word) >= LONG
    if not plain or counts[word] >= MANY or known(word):
        return False
    return len(word) > LONGEST or _seems_two(word)


def _parted(piece: Piece, counts: Counter[str]) -> Piece:
    """A piece with the spaces that it has lost."""
    if piece.text[1:].islower() and piece.text.isalpha() and known(piece.text):
        return piece  # nearly all of them
    if len(piece.text) > NO_WORD:
        return piece
    text = _ADDRESS.sub(" ", piece.text)
    if _NO_PROSE.search(piece.text):
        return piece if text == piece.text else piece.mended(text, _LOST)
    for gap in _GAPS:
        text = gap.sub(r"\1 ", text)
    text = _BETWEEN.sub(lambda m: _if_known(m, m[1], f"{m[1]}{m[2]} {m[3]}", m[3]), text)
    text = _BEFORE.sub(lambda m: _if_known(m, m[1], f"{m[1]} {m[2]}{m[3]}", m[3]), text)
    text = _CAPITAL.sub(lambda m: _capital(m, counts), text)
    text = " ".join(_unglued(word, counts) for word in text.split(" "))
    return piece if text == piece.text else piece.mended(text, _LOST)


def _if_known(match: "re.Match[str]", before: str, parted: str, after: str) -> str:
    """The parted words where both are known; the signs between them as they were otherwise."""
    short = before.lower() in _ABBREVIATIONS or (match[2] == "." and after.islower())
    return parted if known(before) and known(after) and not short else match[0]


def _capital(match: "re.Match[str]", counts: Counter[str]) -> str:
    """A word and a capitalised one, parted; names as YouTube and McDonald are left."""
    before, after = match[1], match[3]
    frequent = before.lower() in FUNCTION_WORDS
    plain = len(before) >= SHORTEST - 1 and before.islower() and known(before)
    there = (known(after) and not after.isupper()) or counts[after.lower()] > 0
    return f"{before} {after}" if there and (frequent or plain) else match[0]


def _unglued(word: str, counts: Counter[str]) -> str:
    """A word that is a frequent one and another, as these two; it must be told in one way only."""
    core = bare(word)
    small = core.lower()
    plain = core.isascii() and core.isalpha() and core[1:].islower() and len(core) >= SHORTEST
    if not plain or counts[small] >= MANY or known(core):
        return word
    places = range(2, len(core) - 1)
    beside = [at for at in places if counts[f"{small[:at]} {small[at:]}"]]
    ways = beside or [at for at in places if _two(small[:at], small[at:], core)]
    if len(ways) != 1:
        return word
    return word.replace(core, f"{core[: ways[0]]} {core[ways[0] :]}", 1)


def _two(first: str, second: str, core: str) -> bool:
    """Whether a word may be these two; a capital only begins a frequent one, as in `Thecity`.

    Names are left: `Bethan` is not `Be than`.
    """
    if core[0].isupper() and (first not in _BEGINNING or core.lower() in GIVEN):
        return False
    if first in FUNCTION_WORDS and second in FUNCTION_WORDS:
        return True
    if first in FUNCTION_WORDS and (len(first) >= SHORTEST - 1 or first in _BEGINNERS):
        return len(second) >= SHORTEST and known(second)
    if second not in FUNCTION_WORDS or not (core.islower() or second in _AFTER_NAMES):
        return False
    room = len(first) >= (SHORTEST if len(second) >= SHORTEST - 1 or second in _ENDERS else LONG)
    return room and known(first)


def _seems_two(word: str) -> bool:
    """Whether a word that is not known may be two that are."""
    ways = range(SHORTEST - 1, len(word) - SHORTEST + 2)
    return any(known(word[:at]) and known(word[at:]) for at in ways)
