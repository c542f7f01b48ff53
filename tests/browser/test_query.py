"""What is typed and what it is taken for: a table of examples, and any string at all."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.browser.hosting import Hosted, hosted
from tests.conftest import TOP

TABLE = TOP / "tests" / "search" / "queries.yml"
SCRIPTS = TOP / "scripts" / "site" / "theme" / "js" / "search"
NAMES = {
    "topic": [
        ["night-buses", "Night buses"],
        ["buses", "Buses", "omnibuses", "coaches"],
        ["flooding", "Flooding"],
    ],
    "person": [
        ["leonie-abara", "Dr Léonie Abara MMA", "Léonie Abara", "Leonie Abara"],
        ["soren-thwaite", "Søren Thwaite MMA", "Søren Thwaite"],
    ],
}
READ = """
async ([home, short, typed, names]) => {
  const { parse } = await import(`${home}query.js`);
  const { inWords, plain } = await import(`${home}saying.js`);
  const brief = await import(URL.createObjectURL(new Blob([short], { type: "text/javascript" })));
  return typed.map((text, at) => {
    const { query, mistakes } = parse(text, names[at]);
    return {
      is: query.clauses.map(brief.short),
      said: plain(inWords(query, names[at])),
      never: query.never,
      mistakes: mistakes.map(({ message, correction }) => ({ told: message, meant: correction })),
    };
  });
}
"""
FUZZ = """
async ([home, pieces, rounds, names]) => {
  const { parse } = await import(`${home}query.js`);
  const { inWords, plain } = await import(`${home}saying.js`);
  const { marksOf } = await import(`${home}carried.js`);
  const { withFilter, without } = await import(`${home}editing.js`);
  let seed = 20261122;
  const below = (most) => (seed = (seed * 1103515245 + 12345) % 2147483648) % most;
  const wrong = [];
  for (let round = 0; round < rounds; round += 1) {
    const text = Array.from({ length: 1 + below(11) }, () => pieces[below(pieces.length)]).join("");
    const known = round % 2 ? names : null;
    try {
      const { query, mistakes } = parse(text, known);
      const fault = faultOf(text, query, mistakes) ?? endless(text, mistakes, known);
      if (fault) wrong.push(`${fault}: ${text}`);
      plain(inWords(query, known));
      parse(marksOf(query, ["other name"]).words);
      const { clauses } = parse(withFilter({ query, mistakes }, "kind", "letter"), known).query;
      const filtered = clauses.some((one) => one.filter?.name === "kind" || one.alternatives);
      if (!filtered) wrong.push(`no filter: ${text}`);
      parse(without(text, query.clauses));
    } catch (error) {
      wrong.push(`${error}: ${text}`);
    }
  }
  return wrong.slice(0, 10);

  function faultOf(text, query, mistakes) {
    const silent = mistakes.length === 0, { clauses } = query;
    const quotes = text.match(/["\\u201c\\u201d]/g)?.length ?? 0;
    const negative = clauses.length && clauses.every((one) => one.presence === "prohibited");
    if (silent && text.trim() && !clauses.length) return "nothing, and nothing said";
    if (silent && query.never) return "never, and nothing said";
    if (silent && quotes % 2) return "an open quotation mark, and nothing said";
    if (silent && negative) return "only negations, and nothing said";
    const { length } = text;
    const out = clauses.find(({ start, end }) => !(start >= 0 && start < end && end <= length));
    return out && "a clause outside of the text";
  }

  function endless(text, mistakes, known) {
    const seen = new Set([text]);
    for (let left = mistakes; left.some((one) => one.correction); ) {
      const next = left.find((one) => one.correction).correction;
      if (seen.has(next) || seen.size > 40) return "corrections without end";
      seen.add(next);
      left = parse(next, known).mistakes;
    }
    return undefined;
  }
}
"""
ALIKE = """
async ([home, words, rounds]) => {
  const { parse } = await import(`${home}query.js`);
  const { plainly } = await import(`${home}plain.js`);
  let seed = 20261122, plain = 0, phrases = 0;
  const below = (most) => (seed = (seed * 1103515245 + 12345) % 2147483648) % most;
  const sorted = (value) => JSON.stringify(value, (_, one) =>
    one && typeof one === "object" && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort()) : one);
  const wrong = [];
  for (let round = 0; round < rounds; round += 1) {
    const text = Array.from({ length: 1 + below(6) }, () => words[below(words.length)])
      .join([" ", "  ", "\\u00a0", "\\t"][below(4)]) + " ".repeat(below(2));
    const quick = plainly(text);
    if (!quick) continue;
    plain += 1;
    phrases += quick.clauses.some((one) => one.kind === "phrase") ? 1 : 0;
    if (sorted({ query: quick, mistakes: [] }) !== sorted(parse(text))) wrong.push(text);
  }
  return [plain, phrases, wrong.slice(0, 10)];
}
"""
WORDS = "a bus Khan é 🚌 5 2021 2021-06 2021-13 letter motion constructor __proto__"
SIGNS = r"""\\ " “ ” ( ) - + ! * ~ ^ ~1 ^2 : ? … – & || && . ' \\ < > % // שלום 交通"""
OPERATORS = "OR AND NOT NEAR NEAR/5 NEAR/x"
FIELDS = "topic: from: date: after: before: kind: foo: title:"
PIECES = [" "] * 14 + ["\n", "\0", "\ud83d", "\u2212", "\u200b", "June 2021"]
QUOTED = [
    '"public health"',
    "“a,\t5% of£1,250 ”",
    '"AND or not"',
    '"a* b"',
    '"%"',
    '"topic: x"',
    "«é»",
    '"b"^2',
]
for several in (WORDS, SIGNS, OPERATORS, FIELDS):
    PIECES += several.split(" ")


@cache
def examples() -> list[dict[str, Any]]:
    """Every example of the table, read once: it takes a tenth of a second."""
    table: dict[str, list[dict[str, Any]]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return [example for part in table.values() for example in part]


@pytest.fixture(scope="module")
def scripts() -> Iterator[Hosted]:
    """The scripts of the search, served."""
    with hosted(SCRIPTS) as site:
        yield site


@pytest.fixture(scope="module")
def page(browser: Browser, scripts: Hosted) -> Iterator[Page]:
    """A page on which the scripts can be imported."""
    page = browser.new_page(bypass_csp=True)
    page.goto(f"{scripts.home}query.js")
    yield page
    page.close()


@pytest.fixture(scope="module")
def read(page: Page, scripts: Hosted) -> list[dict[str, Any]]:
    """What the browser makes of every example, in their order."""
    short = (TOP / "tests" / "search" / "short.js").read_text(encoding="utf-8")
    typed = [example["typed"] for example in examples()]
    names = [NAMES if example.get("named") else None for example in examples()]
    found: list[dict[str, Any]] = page.evaluate(READ, [scripts.home, short, typed, names])
    return found


@pytest.mark.parametrize("number", range(len(examples())), ids=lambda n: examples()[n]["typed"])
def test_a_query_is_taken_for_what_the_table_says(number: int, read: list[dict[str, Any]]) -> None:
    wanted = examples()[number]
    found = read[number]
    mistakes = [{"meant": None} | mistake for mistake in wanted.get("mistakes", [])]
    assert found["is"] == wanted["is"]
    assert found["said"] == wanted.get("said", "")
    assert found["never"] == wanted.get("never", False)
    assert found["mistakes"] == mistakes


def test_no_example_stands_twice() -> None:
    typed = [json.dumps([one["typed"], one.get("named", False)]) for one in examples()]
    assert len(set(typed)) == len(typed)


def test_any_string_is_read_and_no_mistake_is_silent(page: Page, scripts: Hosted) -> None:
    assert page.evaluate(FUZZ, [scripts.home, PIECES, 60_000, NAMES]) == []


def test_a_very_long_text_is_cut_and_that_is_said(page: Page, scripts: Hosted) -> None:
    [found] = page.evaluate(
        READ, [scripts.home, "export const short = String", ["word " * 900], [None]]
    )
    assert [one["told"] for one in found["mistakes"]] == [
        "Only the first 1,000 characters were read."
    ]
    assert found["mistakes"][0]["meant"].endswith("word")


def test_mere_words_and_phrases_are_read_alike_without_the_language(
    page: Page, scripts: Hosted
) -> None:
    pieces = [*PIECES, *4 * QUOTED, "a bus by the bridge in a row of words that is a long one"]
    plain, phrases, wrong = page.evaluate(ALIKE, [scripts.home, pieces, 60_000])
    assert plain > 2_000
    assert phrases > 1_000
    assert wrong == []
