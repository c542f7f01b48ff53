"""Owns what a repair may change: the form of the words, never a letter or a figure of them."""

import re
import unicodedata

from archive.checks.encodings import completed, fixed

ALLOWED = (
    "spaces, a hyphen where a word is cut, ligatures, wrongly decoded signs, invisible characters,"
    " the form of quotation marks, private-use signs for bullets, doubled footnote marks"
)
"""The kinds of repair, for messages."""

_CUT = re.compile(r"(?<=\w)[-\u2010\u00ad]\s+(?=\w)")
_SINGLE = str.maketrans(dict.fromkeys("\u2018\u2019\u201a\u201b\u0060\u00b4", "'"))
_DOUBLE = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u201f«»", '"'))
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_RAISED, "0123456789")
_DOUBLED_MARK = re.compile(
    rf"([{_RAISED}]+|\[\d{{1,3}}\]|\(\d{{1,3}}\))\s*\1"  # policy¹ ¹, policy[1][1]
    rf"|(?<=[^\d\s])([{_RAISED}]+)\s?(\d{{1,3}})(?!\d)"  # policy¹1
)
_INVISIBLE = ("Cf", "Cc")
_FORMS = re.compile("[\ufb00-\ufdff\ufe70-\ufefc]")
"""Ligatures and the forms that letters have at their places in a word (Unicode's FB00 to FEFC)."""

_BULLETS = str.maketrans(dict.fromkeys("•▪◦‣●■", "•"))


def keeps_the_letters(found: str, mended: str) -> bool:
    """Whether the mended words have the letters and figures of those found, in their order.

    What may differ is told in `ALLOWED`. Text that was read in a wrong encoding is compared as
    ftfy decodes it, or as it is with the byte that programs lose, so that any other guess at its
    letters is refused.
    """
    wanted = _letters(mended)
    return any(_may_become(form, wanted) for form in {found, fixed(found), completed(found)})


def _may_become(found: str, wanted: str) -> bool:
    """Whether a text has these letters when each hyphen at a cut is either kept or dropped."""
    parts = [re.escape(_letters(part)) for part in _CUT.split(found)]
    return bool(re.fullmatch("-?".join(parts), wanted)) or _letters(found) == wanted


def _letters(text: str) -> str:
    """A text in the one form in which all texts that a repair may exchange are equal."""
    text = _DOUBLED_MARK.sub(_once, text)
    text = _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), text)
    text = text.translate(_SINGLE).translate(_DOUBLE).translate(_BULLETS).replace("\u2010", "-")
    seen = ("•" if unicodedata.category(char) == "Co" else char for char in text)
    kept = (char for char in seen if unicodedata.category(char) not in _INVISIBLE)
    return unicodedata.normalize("NFC", "".join("".join(kept).split()))


def _once(marks: "re.Match[str]") -> str:
    """The mark that stands twice, once; a raised figure before another one is left alone."""
    if marks[1]:
        return marks[1]
    return marks[2] if marks[2].translate(_PLAIN) == marks[3] else marks[0]
