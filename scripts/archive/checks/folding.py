"""Owns the small letters of a text, in which words are sought without regard to capitals.

To seek words with `in` is many times quicker than to seek them with a pattern that ignores case.
"""

_LETTERS = {"\u017f": "s", "\u212a": "k", "\u0130": "i", "\u0131": "i"}


def folded(text: str) -> str:
    """The text with each letter that `re.IGNORECASE` takes for one of a-z as that letter.

    Beside capitals these are the long s, the Kelvin sign and the Turkish i with and without dot.
    Other letters are left as they are: of bytes, only those of ASCII are made small, and quickly.
    """
    if text.isascii():
        return text.lower()
    for letter, plain in _LETTERS.items():
        text = text.replace(letter, plain)
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")
