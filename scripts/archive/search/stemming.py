"""Owns stemming: an English word to the stem that its other forms share.

The Snowball English stemmer ("Porter2") as Martin Porter describes it, with the changes of
Snowball 3.0 and 3.1: https://snowballstem.org/algorithms/english/stemmer.html
Step 0 and the removal of a first apostrophe are not here: folded words have no apostrophes.
The same steps, under the same names, are in `scripts/site/theme/js/search/stemming.js`.
"""

import re
from functools import lru_cache


def _table(lines: str) -> dict[str, str]:
    """Each word before a colon with what follows it."""
    return dict(pair.split(":") for pair in lines.split())


_SPECIAL = _table("""
    skies:sky idly:idl gently:gentl ugly:ugli early:earli only:onli singly:singl
    sky:sky news:news howe:howe atlas:atlas cosmos:cosmos bias:bias andes:andes
""")
_STEP_2 = _table("""
    tional:tion enci:ence anci:ance abli:able entli:ent izer:ize ization:ize ational:ate ation:ate
    ator:ate alism:al aliti:al alli:al fulness:ful fulli:ful ousli:ous ousness:ous iveness:ive
    iviti:ive biliti:ble bli:ble ogist:og ogi:og lessli:less li:
""")
_STEP_3 = _table("tional:tion ational:ate alize:al icate:ic iciti:ic ical:ic ful: ness: ative:")
_STEP_4 = _table("""
    al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: ism: ate: iti: ous: ive: ize: ion:
""")
_ONLY_AFTER = {"li": tuple("cdeghkmnrt"), "ogi": ("l",), "ion": ("s", "t")}


def _ending(*suffixes: str) -> "re.Pattern[str]":
    """Finds the longest of the suffixes, since a search takes the leftmost beginning."""
    return re.compile(f"(?:{'|'.join(suffixes)})$")


_R1_AFTER = re.compile("gener|commun|arsen|past|univers|later|emerg|organ|inter")
_REGION = re.compile("[aeiouy][^aeiouy]")
_SHORT_SYLLABLE = re.compile("[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$|past$")
_VOWEL = re.compile("[aeiouy]")
_PLURAL = _ending("sses", "ied", "ies", "s", "us", "ss")
_VERBAL = _ending("eedly", "eed", "edly", "ed", "ingly", "ing")
_KEPT_EED = ("proc", "exc", "succ")
_KEPT_ING = ("inn", "out", "cann", "herr", "earr", "even")
_DOUBLE = re.compile("(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$")
_ENDING_2, _ENDING_3, _ENDING_4 = _ending(*_STEP_2), _ending(*_STEP_3), _ending(*_STEP_4)


@lru_cache(maxsize=2**18)
def stem(word: str) -> str:
    """The stem of a folded word of letters a to z: `stem("motions") == "motion"`."""
    if len(word) <= 2 or word in _SPECIAL:  # noqa: PLR2004
        return _SPECIAL.get(word, word)
    # A y that is a consonant is written Y until the end.
    word = re.sub("([aeiouy])y", r"\1Y", re.sub("^y", "Y", word))
    r1, r2 = _regions(word)
    word = _step_1c(_step_1b(_step_1a(word), r1))
    word = _replaced(word, _ENDING_2, _STEP_2, r1)
    word = _replaced(word, _ENDING_3, _STEP_3, r2 if word.endswith("ative") else r1)
    word = _replaced(word, _ENDING_4, _STEP_4, r2)
    return _step_5(word, r1, r2).replace("Y", "y")


def _regions(word: str) -> tuple[int, int]:
    """Where the regions R1 and R2 begin."""
    prefix = _R1_AFTER.match(word)
    r1 = prefix.end() if prefix else _after(word, 0)
    return r1, _after(word, r1)


def _after(word: str, begin: int) -> int:
    """The place after the first non-vowel that follows a vowel, or the end of the word."""
    found = _REGION.search(word, begin)
    return found.end() if found else len(word)


def _step_1a(word: str) -> str:
    """Plurals."""
    found = _PLURAL.search(word)
    if not found or found[0] in ("us", "ss"):
        return word
    before = word[: found.start()]
    if found[0] == "sses":
        return before + "ss"
    if found[0] == "s":
        return before if _VOWEL.search(before[:-1]) else word
    return before + ("i" if len(before) > 1 else "ie")


def _step_1b(word: str, r1: int) -> str:
    """Endings of verbs: -eed, -ed, -ing, and the same with -ly."""
    found = _VERBAL.search(word)
    if not found:
        return word
    before = word[: found.start()]
    if found[0].startswith("ee"):
        kept = before in _KEPT_EED or len(before) < r1
        return word if kept else before + "ee"
    if found[0] == "ing" and (exception := _ing(word, before)):
        return exception
    return _mended(before, r1) if _VOWEL.search(before) else word


def _ing(word: str, before: str) -> str:
    """What becomes of dying, lying, evening ...; nothing for all other words."""
    if re.fullmatch("[^aeiouy]y", before):
        return before[0] + "ie"
    return word if before in _KEPT_ING else ""


def _mended(word: str, r1: int) -> str:
    """A word that lost its -ed or -ing, with the -e that it had or without its doubled letter."""
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if _DOUBLE.search(word):
        return word if word[:-2] in ("a", "e", "o") else word[:-1]
    return word + "e" if len(word) <= r1 and _SHORT_SYLLABLE.search(word) else word


def _step_1c(word: str) -> str:
    """A last y after a non-vowel that is not the first letter."""
    return re.sub("(.[^aeiouy])[yY]$", r"\1i", word)


def _replaced(word: str, ending: "re.Pattern[str]", table: dict[str, str], begin: int) -> str:
    """Steps 2 to 4: the longest suffix of a table replaced, if it lies in the region."""
    found = ending.search(word)
    if not found or found.start() < begin:
        return word
    before, suffix = word[: found.start()], found[0]
    allowed = before.endswith(_ONLY_AFTER.get(suffix, ""))
    return before + table[suffix] if allowed else word


def _step_5(word: str, r1: int, r2: int) -> str:
    """A last e, or the second of two l."""
    before, last = word[:-1], len(word) - 1
    if word.endswith("e"):
        silent = last >= r2 or (last >= r1 and not _SHORT_SYLLABLE.search(before))
        return before if silent else word
    return before if word.endswith("ll") and last >= r2 else word
