"""Scripts in small: comments and blanks go, every token stays, and so do names that others know."""

from pathlib import Path

import pytest

from archive.pages.page import SITE_FOLDER
from archive.scripts.calling import called
from archive.scripts.grammar import text, tokens, tree
from archive.scripts.modules import Module, read_module
from archive.scripts.small import Token, written

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
        "x=class{#a=1;get c(){return this?.#a??2**3}static{d??=1}}",
    ),
    "private fields of several classes": (
        "class B { #b = 1; c = this.#b }\nclass D { #d = 2; #b = this.#d }",
        "class B{#a=1;c=this.#a}\nclass D{#b=2;#a=this.#b}",
    ),
    "one word declares all": (
        "f(() => { const a = b; for (const c of a) d(c) })",
        "f(()=>{let a=b;for(let b of a)d(b)})",
    ),
    "letters of other alphabets": ("typeof é in ü", "typeof é in ü"),
}
SHORT = {
    "what holds for all of a module": ("const one = 1; f(one)", "let aa=1;f(aa)"),
    "locals": ("f(() => { const one = 1; g(one) })", "f(()=>{let a=1;g(a)})"),
    "the same name twice": ("x((one) => one); y((one) => one)", "x((a)=>a);y((a)=>a)"),
    "shorthand keeps the property": (
        "const one = 1; f({ one }); g((two) => ({ one, two }))",
        "let aa=1;f({one:aa});g((a)=>({one:aa,two:a}))",
    ),
    "destructured with a default": (
        "const { one = 2, two: three } = f(); g(({ four = one, five: six }) => four + six + three)",
        "let{one:aa=2,two:ab}=f();g(({four:a=aa,five:b})=>a+b+ab)",
    ),
    "properties stay": ("const one = f(); one.one()", "let aa=f();aa.one()"),
    "a global of the same name keeps its own": (
        "f((name) => name); g(name)",
        "f((a)=>a);g(name)",
    ),
    "a free name is not taken": (
        "const one = 1; f(aa, (two) => a + two)",
        "let ab=1;f(aa,(b)=>a+b)",
    ),
    "in templates": (
        "const one = 1; f((two) => `one ${one} ${`é${{ one, two }}`}`)",
        "let aa=1;f((a)=>`one ${aa} ${`é${{ one:aa, two:a }}`}`)",
    ),
    "parameters": (
        "function f(one, [two], ...three) { g(one, two, three) }",
        "function aa(a,[b],...c){g(a,b,c)}",
    ),
    "a body has other names than its parameters, used or not": (
        "f((one, two) => { const three = two; return three })",
        "f((a,b)=>{let c=b;return c})",
    ),
    "the innermost of one name is meant": (
        "f((one) => { g(one, (one) => { for (const one of two) h(one); return one }) })",
        "f((a)=>{g(a,(a)=>{for(let a of two)h(a);return a})})",
    ),
    "names around it that a function uses are taken in it": (
        "f((one, two) => g((three) => three + two, (four) => four + one))",
        "f((a,b)=>g((a)=>a+b,(b)=>b+a))",
    ),
    "loops and what is caught": (
        "for (const one of f()) g(one); try { h() } catch (two) { const three = 1; g(three) }",
        "for(let a of f())g(a);try{h()}catch(a){let b=1;g(b)}",
    ),
    "exports": (
        "export const one = 1; export function two() { return one }",
        "let aa=1;function ab(){return aa}",
    ),
}


def body(folder: Path, script: str) -> Module:
    """A script as a module."""
    path = folder / "script.js"
    path.write_text(script, encoding="utf-8")
    return read_module(path)


def all_tokens(module: Module) -> list[Token]:
    """What it does, token by token."""
    return [token for statement in module.statements for token in statement.tokens]


@pytest.mark.parametrize("what", SMALL)
def test_blanks_go_and_tokens_stay(what: str, tmp_path: Path) -> None:
    script, small = SMALL[what]
    assert written(all_tokens(body(tmp_path, script)), {}) == small


@pytest.mark.parametrize("what", SHORT)
def test_names_become_short(what: str, tmp_path: Path) -> None:
    script, short = SHORT[what]
    module = body(tmp_path, script)
    assert written(all_tokens(module), called([module])[module.path]) == short


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_script_of_ours_has_the_same_tokens_in_small(path: Path) -> None:
    module = read_module(path)
    own = all_tokens(module)
    small = written(own, {})
    again = [text(one) for one in tokens(tree(small.encode(), path.name))]
    assert again == [token.text for token in own]
    assert len(small) < len(path.read_text(encoding="utf-8"))
