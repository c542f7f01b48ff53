"""An invented collection: small, always the same, and with everything that is hard to index."""

import random
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from archive.search.analysis import Term
from archive.search.documents import Document, Passage


def _words(text: str) -> list[str]:
    return text.split()


_ROOTS = _words(
    "house report motion council fund school night bus signal river bridge flood market tenant park"
    " crime child train lamp garden meeting letter vote budget street shelter engine policy police"
    " university universe survey journey money highway"
)
_ENDINGS = ("", "", "", "s", "ing", "ed", "er", "'s", "’s")
_STOP = ("the", "of", "and", "to", "in", "who", "it", "us", "not", "be")
_ODD = _words(
    "anti-semitism antisemitism ACEs ACE aces US IT WHO PASs pass MGLA150621-5878 2024/25 £6 café"
    " naïve 😀ﬁne 𝒜𝓁𝓅𝒽𝒶 \ue000x \uff21\uff22 constructor __proto__ toString length 000 1 10"
    " night-time nighttime tax-payer taxpayer O'Brien עברית 北京 \U00010400a \ufa0e"
)
_PHRASES = ("anti semitism", "tax payer", "night time", "state of the art", "to be or not to be")


def invented_documents(count: int = 240, seed: int = 7) -> tuple[Document, ...]:
    """Documents of random words, some in phrases, from 2019 on."""
    chance = random.Random(seed)
    return tuple(_document(number, chance) for number in range(count))


def _document(number: int, chance: random.Random) -> Document:
    day = (date(2019, 1, 1) + timedelta(days=number * 6)).isoformat()
    kind = chance.choice(("letter", "letter", "motion"))
    passages = tuple(
        Passage(f"p{at}", at, _text(chance, 4, 40)) for at in range(1, chance.randint(2, 4))
    )
    return Document(
        number=number,
        id=f"{day}-{kind}",
        kind=kind,
        address=f"{kind}s/{day}/",
        title=_text(chance, 0, 6),
        passages=passages,
        day=day if number % 5 else day[:7],
        spoken=day,
        topics=tuple(chance.sample(("housing", "policing", "buses"), chance.randint(0, 2))),
        sender=(chance.choice(("ann-bell", "cyril-dunn")),),
        recipients=("eve-ford",),
        reference=f"PM 2019/{number:04}" if number % 7 == 0 else None,
    )


def _text(chance: random.Random, least: int, most: int) -> str:
    return " ".join(_piece(chance) for _ in range(chance.randint(least, most)))


def _piece(chance: random.Random) -> str:
    """A word, mostly a frequent one; sometimes a stop word, an odd one or a phrase."""
    die = chance.random()
    if die < 0.15:
        return chance.choice(_STOP)
    if die < 0.25:
        return chance.choice(_ODD)
    if die < 0.28:
        return chance.choice(_PHRASES)
    root = _ROOTS[int(len(_ROOTS) * chance.random() ** 2)]
    return root + chance.choice(_ENDINGS) + chance.choice(("", "", "", ",", ".", "?"))


def usual_compounds(read: Sequence[Sequence[Sequence[Term]]]) -> set[str]:
    """The joined forms by which words are joined, of the terms of all texts of all documents.

    At least two documents have each of them, as a compound or as one word.
    """
    having = Counter(
        exact for texts in read for exact in {term.exact for text in texts for term in text}
    )
    joined = {term.exact for texts in read for text in texts for term in text if term.joined}
    return {exact for exact in joined if having[exact] > 1}
