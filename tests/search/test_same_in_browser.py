"""The analysis in Python and in a real browser: the same words and terms from every text."""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from archive.search.analysis import in_order, joins, terms, words
from archive.search.rules import reviewed_rules
from archive.search.stemming import stem
from tests.browser.conftest import FLAGS, VARIABLE
from tests.browser.hosting import hosted
from tests.conftest import TOP
from tests.search.material import (
    BROKEN,
    ODD,
    assigned,
    framed_words,
    plain_words,
    random_texts,
    texts,
)

SCRIPTS = TOP / "scripts" / "site" / "theme" / "js" / "search"
RULES = reviewed_rules()
KNOWN = ["antisemitism", "ab", "abc", "noone", "202425", "sy", "ii"]

# Texts go over as JSON in ASCII, since half a surrogate pair would not survive in a string.
PAGE = """
async ([home, message]) => {
  const { stem } = await import(`${home}stemming.js`);
  const { words, terms, joins } = await import(`${home}analysis.js`);
  const { rulesFrom } = await import(`${home}rules.js`);
  const { task, plain, known, texts } = JSON.parse(message);
  const rules = rulesFrom(plain);
  const all = new Set(known);
  const tasks = {
    stems: (text) => stem(text),
    unassigned: (text) => /^\\p{Cn}$/u.test(text),
    analysed: (text) => {
      const found = terms(text, rules);
      const pick = (fields) => (value) => fields.split(" ").map((field) => value[field]);
      const term = pick("position exact stem span joined");
      return [
        words(text).map(pick("start end position surface compound")),
        found.map(term),
        joins(found, all, rules).map(term),
      ];
    },
    sorted: (text) => text.split(" ").sort(),
  };
  return JSON.stringify(texts.map(tasks[task]));
}
"""
Ask = Callable[[str, Sequence[str]], list[Any]]


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    """What the browser answers for each of some texts.

    In a thread, because Playwright allows one browser session in each and tests/browser has one.
    """
    program = os.environ.get(VARIABLE)
    if not program:
        pytest.fail(f"{VARIABLE} names no browser. Run python3 scripts/test.py.", pytrace=False)
    with hosted(SCRIPTS) as site, ThreadPoolExecutor(1) as thread:
        playwright = thread.submit(lambda: sync_playwright().start()).result()
        launch = playwright.chromium.launch
        browser = thread.submit(lambda: launch(executable_path=program, args=FLAGS)).result()
        page = thread.submit(browser.new_page).result()
        thread.submit(lambda: page.goto(site.home)).result()

        def answers(task: str, texts: Sequence[str]) -> list[Any]:
            parcel = {"task": task, "plain": RULES.plain(), "known": KNOWN, "texts": list(texts)}
            message = json.dumps(parcel)
            answer = thread.submit(lambda: page.evaluate(PAGE, [site.home, message])).result()
            return list(json.loads(answer))

        yield answers
        thread.submit(browser.close).result()
        thread.submit(playwright.stop).result()


def units(text: str) -> list[int]:
    """The offset in UTF-16 units of each character, and of the end."""
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + 1 + (character > "\uffff"))
    return offsets


def analysed(text: str) -> list[list[list[Any]]]:
    """All that the analysis says of a text, with offsets as the browser counts them."""
    offset, found = units(text), terms(text, RULES)
    return [
        [[offset[word.start], offset[word.end], *word[2:]] for word in words(text)],
        [[*term, term.joined] for term in found],
        [[*term, term.joined] for term in joins(found, frozenset(KNOWN), RULES)],
    ]


def assert_same(ask: Ask, some: Sequence[str]) -> None:
    theirs = ask("analysed", some)
    differing = [
        (text, ours, other)
        for text, other in zip(some, theirs, strict=True)
        if (ours := analysed(text)) != other
    ]
    assert differing[:5] == []


def known_to_both(ask: Ask) -> str:
    """The characters that the Unicode of Python, that of `regex` and the browser's all know."""
    ours = assigned()
    return "".join(c for c, new in zip(ours, ask("unassigned", ours), strict=True) if not new)


def test_stems(ask: Ask) -> None:
    some = plain_words()
    assert len(some) >= 50_000
    assert ask("stems", some) == [stem(word) for word in some]


def test_words_alone(ask: Ask) -> None:
    assert len(framed_words()) >= 50_000
    assert_same(ask, framed_words())


def test_odd_texts(ask: Ask) -> None:
    assert_same(ask, [*ODD, *BROKEN, " ".join(ODD), "-".join(ODD)])


def test_every_character(ask: Ask) -> None:
    # Of the many in Han, Hangul and private use a few will do.
    usual = [c for c in known_to_both(ask) if c < "\u3400" or ord(c) % 59 == 0 or c > "\U0001e000"]
    letters = [c for c in usual if c < "\U00020000" or ord(c) % 295 == 0]
    assert_same(ask, [f"{c} a{c}b A{c}B {c}{c}s A{c}’s a-{c}" for c in letters])


def test_random_texts(ask: Ask) -> None:
    assert_same(ask, random_texts(known_to_both(ask), 10_000, seed=2))


def test_whole_texts(ask: Ask) -> None:
    assert_same(ask, texts())


def test_order_of_terms(ask: Ask) -> None:
    some = sorted({c for c in random_texts(known_to_both(ask), 500, seed=3) if " " not in c})
    assert ask("sorted", [" ".join(some)]) == [sorted(some, key=in_order)]
