"""Owns telling that a text is not in English, so that its words are looked at with more care."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from archive.intake.received import Page

_FEWEST = 30
"""Words below which nothing is said of a language."""

_OTHER_SCRIPT = 0.3
"""Of a text's letters; with more of another script it is called by that."""

_MOST_LETTERS = 20_000
_WORDS = {
    "English": "the of and to in that is for on with as by this are be at from your our we",
    "Welsh": "y yr yn a i o ar am gan wrth mae ei eu ein nid bod sydd wedi gyda ac",
    "French": "le la les de des du et en un une que qui dans pour est sur au par nous vous",
    "German": "der die das und in zu den von mit ist nicht ein eine auf für dem wir sie im des",
    "Spanish": "el la los las de y en que un una por para con se del es su al nos como",
    "Italian": "il la di e che un una per in con del della non sono le dei alla si nel ci",
    "Polish": "i w na z do się nie że o to jest za od po jak ale dla przez oraz są",
    "Portuguese": "o a os as de e em que um uma para com não do da dos das se por ao",
    "Dutch": "de het een en van in is dat op te voor met niet zijn aan er om wij u bij",
    "Irish": "an na agus ar i le go is do a ag as ón leis seo sin bhí tá níl mar",
}
_COMMON = {name: frozenset(words.split()) for name, words in _WORDS.items()}
_RIGHT_TO_LEFT = ("ARABIC", "HEBREW", "SYRIAC", "THAANA")


def language_note(pages: Iterable[Page]) -> str | None:
    """What is to be said of the language of some pages; nothing where they are in English."""
    text = "\n".join(line.text for page in pages for line in page)
    script, share = _script(text)
    if share > _OTHER_SCRIPT:
        order = ", and their order" if script in _RIGHT_TO_LEFT else ""
        return f"The language looks like one in {script.title()} script: check the words{order}."
    words = re.findall(r"[^\W\d_]+", text.lower())[:_MOST_LETTERS]
    if len(words) < _FEWEST:
        return None
    counts = Counter(words)
    found = {name: sum(counts[word] for word in common) for name, common in _COMMON.items()}
    best = max(found, key=lambda name: found[name])
    if found[best] <= found["English"]:
        return None
    return f"The language looks like {best}: check the words, which are mended as English."


def _script(text: str) -> tuple[str, float]:
    """The script that most letters other than Latin ones are of, and their share of all."""
    letters = [char for char in text[:_MOST_LETTERS] if char.isalpha()]
    names = Counter(unicodedata.name(char, "?").split()[0] for char in letters)
    del names["LATIN"]
    script, count = names.most_common(1)[0] if names else ("", 0)
    return script, count / len(letters) if letters else 0.0
