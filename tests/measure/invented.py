"""A small judged collection for the tests: twelve invented letters, queries, and what is right."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

DOCUMENTS = [
    {"id": id, "title": title, "text": text, "date": date}
    for id, title, text, date in (
        ("1", "Night buses", "The night bus to Marlbeck Quay will run again from June.", "2021-06"),
        (
            "2",
            "Harbour lights",
            "The lamps along the harbour are mended.\n\nNo bus runs there.",
            "2021-07",
        ),
        ("3", "", "A letter without a title, on the price of ferry tickets.", "2021-07"),
        (
            "4/é ü",
            "Library hours",
            "The library opens on Sundays, as was promised in the spring.",
            "",
        ),
        (
            "5",
            "Otters",
            "Otters were seen below the weir; <b>nobody</b> & no dog disturbed them.",
            "",
        ),
        ("6", "Weir", "The weir is to be rebuilt. *Works* begin in # autumn, it_is said.", ""),
        ("7", "Bins", "Bins are emptied on Mondays and the paper on Fridays.", ""),
        ("8", "School meals", "Every school meal shall have a vegetable of the season.", ""),
        ("9", "Noise", "Noise from the quarry was measured on nine days in May.", ""),
        ("10", "Trees", "Forty lime trees were planted along the road to the station.", ""),
        ("11", "Station", "The station keeps its waiting room and its clock.", ""),
        ("12", "Tickets", "Ferry tickets keep their price until the end of the season.", ""),
    )
]
QUERIES = {
    "buses": "night buses",
    "phrase": '"price of ferry tickets"',
    "lights": "harbour lights",
    "nothing": "zeppelin",
    "not judged": "quarry",
}
GAINS = {
    "buses": {"1": 2, "2": 1},
    "phrase": {"3": 1},
    "lights": {"2": 1, "12": 0},
    "nothing": {"9": 1},
}


def lines(rows: Iterable[object]) -> str:
    """JSON Lines."""
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)


def write_collection(folder: Path) -> Mapping[str, Path]:
    """The three files, by the name of their option."""
    files = {name: folder / name for name in ("docs.jsonl", "queries.jsonl", "qrels.tsv")}
    files["docs.jsonl"].write_text(lines(DOCUMENTS), encoding="utf-8")
    queries = lines({"id": id, "text": text} for id, text in QUERIES.items())
    files["queries.jsonl"].write_text(queries, encoding="utf-8")
    rows = [f"{q}\t{id}\t{gain}\n" for q, given in GAINS.items() for id, gain in given.items()]
    files["qrels.tsv"].write_text("".join(rows), encoding="utf-8")
    return {f"--{name.partition('.')[0]}": path for name, path in files.items()}
