"""Owns the entries of the index: for each term, which documents have it, in which forms.

An entry is a JSON array; what is empty at its end is left out:

    [term, documents, titles, forms, masks, compounds]

- `term` is a stem, or "=word" for the exact form of a word that has no stem of its own (a stop
  word) or more than one, or "@n" for all names of a group (names.py).
- `documents` is a row (rows.py) of the numbers of documents and how often each has the term.
- `titles` is one of places in `documents`, as titles are sought in too.
- `forms` are the words with this stem, the most frequent first, parted by blanks; empty where the
  stem itself is the only one. One that begins with "=" has an entry of its own.
- `masks` is a row of places in `documents`, each with the sum of 2**n over the forms n that the
  document has, in the place of times: 1 for the sum 2, and 2 for 0. A document that is not named
  has the first form alone.
- `compounds` are rows of words that begin with one of the forms and are also written as one word.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from archive.search.analysed import Form
from archive.search.analysis import in_order
from archive.search.postings import Gathered, Postings, summed
from archive.search.rows import row, row_with_times
from archive.search.rules import Rules

Entry: TypeAlias = list[str | list[str]]

OWN = "="
"""Begins a term that is a word's exact form, and a form that has such an entry of its own."""

NAMED = "@"
"""Begins a term that is the number of a group of names."""

_AS_TIMES = {2: 1, 0: 2}
"""Masks that are written as others, as 2 is the most frequent one, and times are not 0."""

_MOST_FORMS = 48
"""A mask of more than 53 bits would be no whole number in the browser."""


def entries(gathered: Gathered, rules: Rules) -> Iterator[tuple[str, Entry]]:
    """Each term with its entry, in the order of UTF-16 units."""
    written = _written(gathered)
    stems: defaultdict[str, list[Form]] = defaultdict(list)
    words: defaultdict[str, list[Form]] = defaultdict(list)
    for form in sorted(written, key=lambda form: (-_count(written[form]), form.exact)):
        words[form.exact].append(form)
        if form.stem is not None:
            stems[form.stem].append(form)
    own = {word for word, forms in words.items() if _is_own(word, forms, rules)}
    own |= {form.exact for forms in stems.values() for form in forms[_MOST_FORMS:]}
    compounds = _compounds(gathered, words)
    named = {f"{NAMED}{group}": found for group, found in gathered.named.items()}
    for term in sorted([*stems, *(OWN + word for word in own), *named], key=in_order):
        if term in named:
            yield term, [term, row_with_times(named[term])]
        elif term in stems:
            forms = {form.exact: summed(written[form]) for form in stems[term]}
            yield term, _of_stem(term, forms, own, gathered.titles.get(term), compounds[term])
        else:
            documents = summed(many for form in words[term[1:]] for many in written[form])
            yield term, [term, row(documents)]


def _is_own(word: str, forms: list[Form], rules: Rules) -> bool:
    """Whether a word is not found in the entry of the stem under which the browser seeks it.

    Stop words are sought by themselves; a word may have two stems (PASs, pass), or that of an
    acronym alone.
    """
    return word in rules.stop or [form.stem for form in forms] != [rules.root(word)]


def _written(gathered: Gathered) -> dict[Form, list[Postings]]:
    """The postings of each form, whether it stands in a text or its parts do."""
    both = (gathered.forms, gathered.joined)
    forms = {form: None for many in both for form in many}
    return {form: [many[form] for many in both if form in many] for form in forms}


def _count(postings: list[Postings]) -> int:
    return sum(len(one.documents) for one in postings)


def _of_stem(
    term: str,
    forms: Mapping[str, Mapping[int, int]],
    own: set[str],
    titles: Postings | None,
    compounds: list[str],
) -> Entry:
    """The entry of a stem, from its forms, the most frequent first."""
    times: Counter[int] = Counter()
    masks: Counter[int] = Counter()
    for bit, (word, documents) in enumerate(forms.items()):
        times.update(documents)
        if word not in own:
            masks.update(dict.fromkeys(documents, 1 << bit))
    numbers = sorted(times)
    places = {number: place for place, number in enumerate(numbers)}
    titled = {places[document]: n for document, n in titles or ()}
    spelt = " ".join(OWN + word if word in own else word for word in forms)
    entry: Entry = [
        term,
        row_with_times((number, times[number]) for number in numbers),
        row_with_times(titled.items()),
        "" if spelt == term else spelt,
        _sparse([masks[number] for number in numbers]),
        compounds,
    ]
    while not entry[-1]:
        entry.pop()
    return entry


def _sparse(masks: list[int]) -> str:
    """The masks of documents that have another form than the first, or more than one."""
    odd = ((place, mask) for place, mask in enumerate(masks) if mask != 1)
    return row_with_times((place, _AS_TIMES.get(mask, mask)) for place, mask in odd)


def _compounds(gathered: Gathered, words: Mapping[str, list[Form]]) -> defaultdict[str, list[str]]:
    """The compounds that texts also write as one word, under the stem of their first word."""
    solid = set(gathered.spelt)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for parts in sorted(parts for parts, joined in gathered.parts.items() if joined in solid):
        stems = (form.stem for part in parts for form in words[part] if form.stem is not None)
        if (first := next(stems, None)) and not any(part.isdigit() for part in parts):
            found[first].append(" ".join(parts))
    return found
