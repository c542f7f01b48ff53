"""Odd and hostile queries in a real browser: each gets an answer, or is told why not."""

import random
from collections.abc import Iterator
from typing import Any

import pytest

from archive.search.index import index_outputs
from archive.search.rules import reviewed_rules
from tests.search.engine_page import Asked, engine_page
from tests.search.invented import invented_documents

DOCUMENTS = 240

ASKED = """
async (texts) => {
  const { Engine } = await import("./js/engine.js");
  const { parse } = await import("./js/query.js");
  const { inWords, plain } = await import("./js/saying.js");
  window.engine ??= new Engine(new URL("invented/search/", location.href));
  const mended = (text) => {
    for (let step = 0; step < 40; step += 1) {
      const left = parse(text).mistakes.filter((one) => one.correction !== null);
      if (!left.length) return { mended: text, left: parse(text).mistakes.length };
      text = left[0].correction;
    }
    return { mended: null, left: null };
  };
  const answers = [];
  for (const text of texts) {
    try {
      const { query, mistakes } = parse(text);
      const answer = await window.engine.search(query, { size: 3, facets: true });
      answers.push({
        total: answer.total, shown: answer.hits.length, notes: answer.notes, never: query.never,
        clauses: query.clauses.length, said: plain(inWords(query)),
        positive: query.clauses.some((one) => one.presence !== "prohibited"),
        mistakes: mistakes.map((one) => one.message), ...mended(text),
      });
    } catch (error) {
      answers.push({ thrown: String(error?.stack ?? error) });
    }
  }
  return answers;
}
"""

ANSWERED = (
    "house",
    "OR house",
    'say "the "house" of" cards',
    "שלום house עברית",
    "😀 🚌 house",
    "__proto__",
    "constructor:house",
    "toString hasOwnProperty valueOf",
    "house.*+?^${}()|[]",
    "a*",
    "h~2",
    "house NEAR/0 report",
    "house NEAR/999999 report",
    "house " * 500,
    "x" * 400 + " house",
    "house\0river",
    "\ud83d house",
    '"house" OR topic:housing',
    "house OR -topic:housing",
    "NOT (river OR bridge) house",
    '"state of the art" NEAR/50 house',
    "HOUSE AND THE BRIDGE OVER THE RIVER",
)
"""Queries that have something to find, whatever else is wrong with them."""

REFUSED = (
    "OR",
    "AND OR NOT NEAR/3",
    "NOT",
    "NOT house",
    "-topic:housing",
    "*",
    "**",
    "~",
    "~2",
    "^",
    '"',
    '""',
    '"""""',
    "()",
    "((((",
    "topic:",
    "date:2021-13",
    "after:2022 before:2021",
    "house after:2022 before:2021",
    "kind:letter kind:motion",
    "+ - ! ?",
    "… — «»",
    ".*",
    "\u200b",
)
"""Queries that nothing can match: they find nothing, and say why."""

WORDS = "house river the report a 2021 ACEs café 😀 שלום 北京 __proto__ constructor x"
SIGNS = r"""\ " “ ” ( ) - + ! * ~ ^ ~1 ~2 ^2 : ? … – & | . ' \\ < > / #"""
OPERATORS = "OR AND NOT NEAR NEAR/5 NEAR/0 NEAR/x topic:housing from:bell -kind:motion"
FIELDS = "date: date:2021-13 after:2020 before:2021 ref:0014 title:house hous* *s foo:"
PIECES = [*[" "] * 25, "\n", "\0", "\ud83d", "\u2212"]
for several in (WORDS, SIGNS, OPERATORS, FIELDS):
    PIECES += several.split(" ")


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    indexes = {"invented": index_outputs(invented_documents(DOCUMENTS), reviewed_rules())}
    with engine_page(tmp_path_factory.mktemp("hostile"), indexes) as asked:
        yield asked


def fault_of(text: str, answer: dict[str, Any]) -> str | None:
    """What is wrong with how a text was answered."""
    if "thrown" in answer:
        return str(answer["thrown"])
    sought, told, total = answer["clauses"], answer["mistakes"], answer["total"]
    faults = {
        "nothing is sought, and nothing is said": text.strip() and not sought and not told,
        "it is not said in words": sought and not answer["said"].strip(),
        "nothing can match, but something does": answer["never"] and total,
        "nothing can match, and nothing is said": answer["never"] and not told,
        "everything is found": total and not answer["positive"],
        "corrections without end": answer["mended"] is None,
        "counts without hits": bool(answer["shown"]) != bool(total),
    }
    return next((fault for fault, found in faults.items() if found), None)


@pytest.mark.parametrize("text", ANSWERED, ids=lambda text: text[:24])
def test_what_has_something_to_find_is_answered(text: str, ask: Asked) -> None:
    [answer] = ask(ASKED, [text])
    assert fault_of(text, answer) is None
    assert answer["said"]
    assert answer["total"] or answer["notes"] or answer["mistakes"]
    assert answer["left"] == 0


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: text[:24])
def test_what_nothing_can_match_finds_nothing_and_says_why(text: str, ask: Asked) -> None:
    [answer] = ask(ASKED, [text])
    assert fault_of(text, answer) is None
    assert answer["total"] == 0
    assert answer["mistakes"]


def test_ten_thousand_characters_are_read_as_far_as_a_query_goes(ask: Asked) -> None:
    [answer] = ask(ASKED, ["house " * 1_700])
    assert answer["mistakes"] == ["Only the first 1,000 characters were read."]
    assert answer["total"] > 0


def test_any_string_is_answered_or_told_why_not(ask: Asked) -> None:
    chance = random.Random(20261122)
    texts = ["".join(chance.choices(PIECES, k=chance.randint(1, 14))) for _ in range(4_000)]
    faults = [
        f"{fault}: {text!r}"
        for text, answer in zip(texts, ask(ASKED, texts), strict=True)
        if (fault := fault_of(text, answer))
    ]
    assert faults[:5] == []
