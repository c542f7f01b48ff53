"""Owns showing that imports within the package point one way."""

import ast
import subprocess
import sys
from pathlib import Path

import archive

PACKAGE = Path(archive.__file__).parent
LAYERS = (
    ("model", "interruption", "cores", "counting"),
    (
        "problems",
        "sharing",
        "elsewhere",
        "unchanged",
        "looks",
        "phases",
        "sweeping",
        "stored",
    ),
    ("shifts", "files", "nearest", "nodes", "slips", "quotes", "body", "differences"),
    ("builder", "gist", "salvage", "later"),
    ("facts", "records"),
    ("yamltext",),
    ("linewise",),
    ("fields",),
    ("vocabularies", "settings"),
    ("addresses", "quotations"),
    ("anchors",),
    ("recordfile",),
    ("recalled",),
    ("catalogue",),
    ("cataloguefile",),
    ("sources",),
    ("desk",),
    ("reading",),
    ("checks",),
    ("held",),
    ("groups",),
    ("links",),
    ("archive",),
    ("joining",),
    ("load",),
    ("firstread", "outputs", "kept", "founding", "templates"),
    ("decided", "filed"),
    ("tree",),
    ("sights", "filing"),
    ("memory", "remembering", "gathered"),
    ("making", "stands"),
    ("ledger", "history"),
    ("feeds",),
    ("recognition", "citations", "exports"),
    ("pages", "cards", "schema", "scripts", "search", "intake"),
    ("framing", "console", "which_archive", "offline", "embeds", "signposts"),
    ("mkdocs_site", "telling", "seeing", "beside", "insite"),
    ("paging",),
    ("parts",),
    ("extents", "guarding"),
    ("publish", "drafting"),
    ("demo",),
    ("watching",),
    ("serve", "measure"),
    ("importing",),
    ("commands",),
    ("cli",),
    ("__main__",),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}


def imported(path: Path) -> set[str]:
    """The modules of the package that a module imports, by their name below `archive`."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module == "archive":
            names = [f"archive.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        found |= {n.split(".")[1] for n in names if n.startswith("archive.")}
    return found


def modules() -> dict[str, list[Path]]:
    """The files of each module or folder directly below the package."""
    parts: dict[str, list[Path]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        parts.setdefault(name, []).append(path)
    return parts


def test_every_module_has_its_layer() -> None:
    assert set(modules()) - {"__init__"} == set(RANK)


def test_imports_point_one_way() -> None:
    for name, paths in modules().items():
        for path in paths:
            for other in imported(path) - {name, "__init__"}:
                assert RANK[other] < RANK[name], f"{path.name} imports {other}"


def test_every_module_says_in_its_first_line_what_it_owns() -> None:
    for path in PACKAGE.rglob("*.py"):
        says = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        assert says.startswith(("Owns ", "The archive ", "Lets ")), path


_LOADED = """
import sys
import archive.commands.build, archive.commands.check, archive.commands.published
print(*{name.partition(".")[0] for name in sys.modules})
"""
SELDOM_NEEDED = {"PIL", "ftfy", "icalendar", "playwright", "rdflib", "sqlite_utils", "wcwidth"}
"""Libraries for what a check or an edit seldom does: to load them takes a good part of its time."""


def test_what_is_seldom_needed_is_not_loaded_by_every_command() -> None:
    command = [sys.executable, "-c", _LOADED]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert "yaml" in loaded
    assert SELDOM_NEEDED.isdisjoint(loaded)
