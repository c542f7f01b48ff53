"""Owns what the index takes from the words of some documents, as `terms` of analysis.py says it.

That is said there of one text; here it happens to many at once, in arrays.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from archive.search.cutting import BREAK, LINE, LINKED, POINT, Cut
from archive.search.lexicon import CAPITALS, DOUBTFUL, GONE, NO_STEM, SMALL, Form, Lexicon
from archive.search.numbers import Bools, Ints
from archive.search.postings import Postings, counted

_NEAR = 2


@dataclass(frozen=True)
class Rows:
    """The words of all texts in order, in columns: what each is, and of which document and text.

    `written` are places in the spellings of the cut, `words` and `forms` numbers of the lexicon,
    `points` whether a point is before a word, `lines` the number of its line; `texts` and
    `documents` count from 0. A BREAK is behind a text.
    """

    written: Ints
    words: Ints
    forms: Ints
    kinds: Ints
    linked: Bools
    points: Bools
    lines: Ints
    texts: Ints
    documents: Ints


@dataclass(frozen=True)
class Compounds:
    """Words that are connected: the place of the first of each, how many, and the form of all.

    `parts` are the words of those that are written as one too, put together: anti and semitism.
    """

    places: Ints
    spans: Ints
    forms: Ints
    parts: Sequence[tuple[str, ...]]


@dataclass(frozen=True)
class Analysed:
    """The rows of words of some documents, the compounds in them, and how often each has what.

    Documents are counted from 0 here. `forms` and `titles` count numbers of forms and of the stems
    of titles, `lengths` and `title_lengths` all stems.
    """

    rows: Rows
    compounds: Compounds
    forms: Postings
    titles: Postings
    lengths: Ints
    title_lengths: Ints


def analysed(cut: Cut, lexicon: Lexicon) -> Analysed:
    """Analyse what was cut from some documents."""
    spelt = cut.spelt
    rows = _rows(cut, lexicon.table(spelt), lexicon)
    compounds = _compounds(spelt, rows, lexicon)
    count, words = len(cut.texts), rows.words != BREAK
    forms = np.concatenate((rows.forms[words], compounds.forms))
    documents = np.concatenate((rows.documents[words], rows.documents[compounds.places]))
    texts = np.concatenate((rows.texts[words], rows.texts[compounds.places]))
    stems = np.array(lexicon.stem_of)[forms]
    stemmed = stems != NO_STEM
    titled = stemmed & (texts == (np.cumsum(cut.texts) - cut.texts)[documents])
    return Analysed(
        rows,
        compounds,
        counted(forms, documents),
        counted(stems[titled], documents[titled]),
        np.bincount(documents[stemmed], minlength=count),
        np.bincount(documents[titled], minlength=count),
    )


def _rows(cut: Cut, table: Ints, lexicon: Lexicon) -> Rows:
    """The rows of the words, without those of which nothing is left when they are folded."""
    words, forms, kinds = (column[cut.words] for column in table)
    breaks = cut.words == BREAK
    texts = np.cumsum(breaks) - breaks
    documents = np.repeat(np.arange(len(cut.texts)), cut.texts)[texts]
    linked, lines = (cut.marks & LINKED) > 0, np.cumsum((cut.marks & LINE) > 0)
    gone = (kinds & GONE) > 0
    linked[1:] &= ~gone[:-1]
    points = (cut.marks & POINT) > 0
    columns = (cut.words, words, forms, kinds, linked, points, lines, texts, documents)
    rows = Rows(*(column[~gone] for column in columns))
    for place in np.flatnonzero(rows.kinds & DOUBTFUL).tolist():
        if _is_shouted(rows, place):
            rows.forms[place] = lexicon.form(Form(None, lexicon.spelt[rows.words[place]]))
    return rows


def _is_shouted(rows: Rows, place: int) -> bool:
    """Whether a word is one of a line in capitals; see `_shouted` of analysis.py."""
    near = [
        rows.kinds[other]
        for other in range(max(0, place - _NEAR), min(place + _NEAR + 1, len(rows.words)))
        if other != place
        and rows.words[other] != BREAK
        and rows.texts[other] == rows.texts[place]
        and rows.lines[other] == rows.lines[place]
    ]
    capitals = sum(1 for kinds in near if kinds & CAPITALS)
    return capitals >= _NEAR and not any(kinds & SMALL for kinds in near)


def _compounds(spelt: list[str], rows: Rows, lexicon: Lexicon) -> Compounds:
    following = np.append(rows.linked[1:], False)
    firsts = np.flatnonzero(~rows.linked & following)
    spans = np.flatnonzero(rows.linked & ~following) - firsts + 1
    known: dict[tuple[int, ...], int] = {}
    parts: dict[tuple[str, ...], None] = {}
    forms = np.empty(len(firsts), np.int64)
    # Each word with its point in one number, as most compounds have been seen before.
    marked = rows.written.astype(np.int64) << 1 | rows.points
    for at, row in enumerate(_taken(marked, firsts, spans)):
        if row not in known:
            points = [place > 0 and bool(one & 1) for place, one in enumerate(row)]
            written = [spelt[one >> 1] for one in row]
            known[row], split = lexicon.compound(written, points)
            if lexicon.forms[known[row]].exact == "".join(split):
                parts[split] = None
        forms[at] = known[row]
    return Compounds(firsts, spans, forms, [*parts])


def _taken(row: Ints, places: Ints, spans: Ints) -> Iterator[tuple[int, ...]]:
    for place, span in zip(places.tolist(), spans.tolist(), strict=True):
        yield tuple(row[place : place + span].tolist())
