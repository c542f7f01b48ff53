"""Joined scripts: each entry with all it imports, at an address that changes with it."""

import shutil
from pathlib import Path

import pytest

from archive.pages.page import SITE_FOLDER
from archive.scripts.grammar import Unreadable
from archive.scripts.joined import Scripts
from archive.scripts.modules import read_module
from archive.scripts.shipped import ENTRIES, shipped_scripts

FILES = {
    "page.js": """/** @file Owns the page. */
import { twice as doubled } from "./sums.js";
import "./noise.js";
export function show() { return doubled(4) + NUMBER; }
export const later = () => import("./more.js");
""",
    "sums.js": """import { once } from "./once.js";
export function twice(number) { return once(number) + once(number); }
""",
    "once.js": "export const once = (number) => number;\n",
    "noise.js": 'import { once } from "./once.js";\nonce(1);\n',
    "more.js": "export const more = 1;\n",
}
WRONG = {
    "export default 1;": "script.js:1: an import or export of a form that is not used here",
    "export { a };": "script.js:1: an import or export of a form that is not used here",
    "export let a = 1;": "script.js:1: an import or export of a form that is not used here",
    'f();\nimport a from "./b.js";': "script.js:2: an import or export of a form that is not",
    'import * as a from "./b.js";': "script.js:1: an import or export of a form that is not used",
    'import { a } from "elsewhere";': "script.js:1: an import or export of a form that is not used",
    "f();\nlet = = 1;": "script.js:2: this is not JavaScript",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Some modules."""
    for name, script in FILES.items():
        (tmp_path / name).write_text(script, encoding="utf-8")
    return tmp_path


def joined(folder: Path) -> dict[str, str]:
    """The two entries among them."""
    outputs = Scripts(folder, ["page.js", "more.js"]).outputs()
    return {output.path: output.content.decode() for output in outputs}


def test_an_entry_has_all_it_imports_once_and_before_its_use(folder: Path) -> None:
    page = joined(folder)["page.js"]
    assert page.split("\n") == [
        "let aa=(a)=>a;",
        "function ab(a){return aa(a)+aa(a);}",
        "aa(1);",
        "function ad(){return ab(4)+NUMBER;}",
        f'let ac=()=>import("./{address(folder, "more.js")}");',
        "export{ad as show,ac as later};",
    ]


def test_what_nobody_needs_is_left_out(tmp_path: Path) -> None:
    scripts = {
        "page.js": 'import { used } from "./sums.js";\nused();\n',
        "sums.js": """export function used() { return deeper(); }
const deeper = () => TEXT;
const TEXT = "text";
const NOTED = note();
export const unused = () => lost();
const lost = () => unused;
export class Lost { #a = 1; }
export class Kept { static #a = note(); }
""",
    }
    for name, script in scripts.items():
        (tmp_path / name).write_text(script, encoding="utf-8")
    [output] = Scripts(tmp_path, ["page.js"]).outputs()
    assert output.content.decode().split("\n") == [
        "function ae(){return ab();}",
        'let ab=()=>aa;let aa="text";let ah=note();class af{static #a=note();}',
        "ae();",
    ]


def address(folder: Path, entry: str) -> str:
    """Where the entry is asked for."""
    return Scripts(folder, ["page.js", "more.js"]).addresses()[entry]


def test_an_address_changes_with_what_is_loaded_from_there(folder: Path) -> None:
    before = address(folder, "page.js"), address(folder, "more.js")
    assert before == (address(folder, "page.js"), address(folder, "more.js"))
    (folder / "more.js").write_text("export const more = 2;\n", encoding="utf-8")
    after = address(folder, "page.js"), address(folder, "more.js")
    assert after[0] != before[0] and after[1] != before[1]
    assert after[0].partition("?")[0] == "page.js"


def test_a_comment_changes_no_address(folder: Path) -> None:
    before = address(folder, "page.js")
    with (folder / "sums.js").open("a", encoding="utf-8") as file:
        file.write("// a remark\n")
    assert address(folder, "page.js") == before


@pytest.mark.parametrize("script", WRONG)
def test_what_cannot_be_joined_is_said_with_its_line(script: str, tmp_path: Path) -> None:
    path = tmp_path / "script.js"
    path.write_text(script, encoding="utf-8")
    with pytest.raises(Unreadable) as raised:
        read_module(path)
    assert str(raised.value).startswith(WRONG[script])


def test_a_circle_of_imports_is_said(folder: Path) -> None:
    (folder / "once.js").write_text('import { twice } from "./sums.js";\n', encoding="utf-8")
    with pytest.raises(Unreadable) as raised:
        joined(folder)
    said = "sums.js: imports itself: page.js imports sums.js imports once.js imports sums.js"
    assert str(raised.value) == said


def test_every_script_that_is_named_by_its_address_is_shipped() -> None:
    theme = SITE_FOLDER / "theme"
    sources = "".join(p.read_text("utf-8") for p in (theme / "js" / "search").glob("*.js"))
    named = {name for name in ENTRIES if f'new URL("./{Path(name).name}"' in sources}
    assert named == set(ENTRIES) - {
        "scheme.js",
        "table.js",
        "filters.js",
        "take/start.js",
        "search/start.js",
    }
    assert sources.count('new URL("./') == len(named)
    for output in shipped_scripts(theme).outputs():
        assert b"/**" not in output.content


def test_scripts_are_joined_once_for_as_long_as_no_source_changes(tmp_path: Path) -> None:
    theme = Path(shutil.copytree(SITE_FOLDER / "theme" / "js", tmp_path / "js")).parent
    before = shipped_scripts(theme)
    assert shipped_scripts(theme) is before
    with (theme / "js" / "table.js").open("a", encoding="utf-8") as file:
        file.write("globalThis.changed = true;\n")
    after = {output.path: output.content for output in shipped_scripts(theme).outputs()}
    assert b"changed" in after["table.js"]
