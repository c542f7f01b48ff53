"""Owns the invented topics and abbreviations, each with names of its own."""

from collections.abc import Iterator

from archive.demo.words import Words
from archive.drafting.yamlwriter import Value

FEWEST = 24
MOST = 400
RECORDS_A_TOPIC = 60
WIDTH = 4
"""So many topics are under one broader topic."""
_RARE = 20_000
"""Ranks of words that no text has often, so that the names of topics are seldom met by chance."""

Entries = dict[str, dict[str, Value]]


class Subjects:
    """Topics by id, the commonest first, and abbreviations by their short form."""

    def __init__(self, words: Words, records: int) -> None:
        self._words = words
        count = min(max(FEWEST, records // RECORDS_A_TOPIC), MOST)
        names = [f"{a} {b}" for a, b in _pairs(words, count)]
        self._labels = {name.replace(" ", "-"): name for name in names}
        ids = list(self._labels)
        self.topics: Entries = {id: self._topic(ids, at) for at, id in enumerate(ids)}
        self.abbreviations: Entries = dict(self._short_forms(ids))
        self._weights = [1 / (rank + 2) for rank in range(count)]

    def some(self, count: int) -> list[str]:
        """The ids of one to so many topics, the common ones more often."""
        chance = self._words.chance
        number = chance.randint(1, count)
        return list(dict.fromkeys(chance.choices(list(self.topics), self._weights, k=number)))

    def label(self, topic: str) -> str:
        """The name of a topic, as a text has it."""
        return self._labels[topic]

    def _topic(self, ids: list[str], at: int) -> dict[str, Value]:
        label = self._labels[ids[at]].capitalize()
        fields: dict[str, Value] = {
            "label": label,
            "sentence": f"What the invented assembly asked about {label.lower()}.",
        }
        if at % 3 == 0:
            fields["other_names"] = [f"{label.lower()} scheme"]
        if at % 5 == 0:
            fields["not_for"] = [f"{label} Street Records"]
        if at >= WIDTH:
            fields["broader"] = [ids[at // WIDTH - 1]]
        if at % 2 and at > 1:
            fields["related"] = [ids[at - 1]]
        return fields

    def _short_forms(self, ids: list[str]) -> Iterator[tuple[str, dict[str, Value]]]:
        """A short form for every second topic; its letters are of a number, so all differ."""
        for at, id in enumerate(ids[::2]):
            letters = "".join(chr(ord("A") + at // 26**place % 26) for place in (0, 1))
            short = f"V{letters}X"
            yield (
                short,
                {
                    "stands_for": f"{self._labels[id]} board",
                    "also_written": [f"{short}s"],
                    "not_for": [f"{short} Records"],
                    "topic": id,
                },
            )


def _pairs(words: Words, count: int) -> Iterator[tuple[str, str]]:
    rare = words.ranked[_RARE : _RARE + 2 * count]
    return zip(rare[:count], rare[count:], strict=True)
