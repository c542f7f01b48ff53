"""Scripts in small: comments and blanks go, every token stays, and names that others know too."""

from pathlib import Path

import pytest

from archive.pages.page import SITE_FOLDER
from archive.scripts.grammar import text, tokens, tree
from archive.scripts.modules import read_module
from archive.scripts.small import written

SOURCES = sorted((SITE_FOLDER / "theme" / "js").rglob("*.js"))
SMALL = {
    "a comment goes": ("let a = 1; // one\n/* two */ let b", "let a=1;let b"),
    "signs that would run together stay apart": (
        "a + ++b; c - -d; e / /f/.g",
        "a+ ++b;c- -d;e/ /f/.g",
    ),
    "words stay apart": ("return typeof x in y", "return typeof x in y"),
    "a number is not read with a dot": ("1 .toFixed()", "1 .toFixed()"),
    "a line break that may end a statement stays": ("a = b\n(c)", "a=b\n(c)"),
    "a line break before ++ stays": ("a\n++b", "a\n++b"),
    "a line break behind return stays": ("f(() => { return\n1 })", "f(()=>{return\n1})"),
    "a line break in a chain goes": ("a\n  .b()\n  ?.c", "a.b()?.c"),
    "strings keep their blanks and what looks like a comment": (
        "f('a  // b', \"/* c */\", ` d  ${ e /* f */ } `)",
        "f('a  // b',\"/* c */\",` d  ${ e /* f */ } `)",
    ),
    "templates within templates": ("`${a ? `b ${c}  d` : ''}  e`", "`${a ? `b ${c}  d` : ''}  e`"),
    "regular expressions": ("a.replace(/[/\\]] \\/  /gu, '')", "a.replace(/[/\\]] \\/  /gu,'')"),
    "private fields and the newest signs": (
        "x = class { #b = 1; get c() { return this?.#b ?? 2 ** 3 } static { d ??= 1 } }",
        "x=class{#b=1;get c(){return this?.#b??2**3}static{d??=1}}",
    ),
    "letters of other alphabets": ("typeof é in ü", "typeof é in ü"),
}
SHORT = {
    "locals": ("const one = 1; f(one)", "const a=1;f(a)"),
    "the same name twice": ("x((one) => one); y((one) => one)", "x((a)=>a);y((a)=>a)"),
    "shorthand keeps the property": ("const one = 1; f({ one })", "const a=1;f({one:a})"),
    "destructured with a default": (
        "const { one = 2, two: three } = f(); g(one, three)",
        "const{one:a=2,two:b}=f();g(a,b)",
    ),
    "properties stay": ("const one = f(); one.one()", "const a=f();a.one()"),
    "a global of the same name keeps both": (
        "f((name) => name); g(name)",
        "f((name)=>name);g(name)",
    ),
    "a free name is not taken": ("const one = 1; f(a, one)", "const b=1;f(a,b)"),
    "in templates": ("const one = 1; f(`one ${one}`)", "const a=1;f(`one ${a}`)"),
    "parameters": (
        "function f(one, [two], ...three) { g(one, two, three) }",
        "function d(a,[c],...b){g(a,c,b)}",
    ),
    "loops and what is caught": (
        "for (const one of f()) g(one); try { h() } catch (two) { g(two) }",
        "for(const a of f())g(a);try{h()}catch(b){g(b)}",
    ),
    "exports": ("export const one = 1; const two = one; f(two)", "const one=1;const a=one;f(a)"),
}


def body(folder: Path, script: str) -> str:
    """What becomes of a script."""
    path = folder / "script.js"
    path.write_text(script, encoding="utf-8")
    return written(read_module(path).body)


@pytest.mark.parametrize("what", SMALL)
def test_blanks_go_and_tokens_stay(what: str, tmp_path: Path) -> None:
    script, small = SMALL[what]
    assert body(tmp_path, script) == small


@pytest.mark.parametrize("what", SHORT)
def test_local_names_become_short(what: str, tmp_path: Path) -> None:
    script, short = SHORT[what]
    assert body(tmp_path, script) == short


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_script_of_ours_has_the_same_tokens_in_small(path: Path) -> None:
    module = read_module(path)
    small = written(module.body)
    assert [text(one) for one in tokens(tree(small.encode(), path.name))] == [
        token.text for token in module.body
    ]
    assert len(small) < len(path.read_text(encoding="utf-8"))
