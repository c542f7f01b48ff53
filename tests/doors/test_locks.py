"""The lock files hold everything pyproject.toml asks for, hashed, and no address of a registry."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LINES = (
    r"#.*",
    r"[a-z0-9-]+==[^ ]+( ; [^\\]+)? \\",
    r"    --hash=sha256:[0-9a-f]{64}( \\)?",
    r"    #( .*)?",
)


@pytest.fixture
def project(top: Path) -> dict[str, Any]:
    """What pyproject.toml says."""
    return tomllib.loads((top / "pyproject.toml").read_text())


def pins(lock_file: Path) -> dict[str, str]:
    """The version of each locked package."""
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ]+)", lock_file.read_text(), re.MULTILINE))


def members(groups: dict[str, list[Any]], name: str) -> list[str]:
    """The requirements of a group and of those that it includes (PEP 735)."""
    found: list[str] = []
    for one in groups[name]:
        found += [one] if isinstance(one, str) else members(groups, one["include-group"])
    return found


@pytest.mark.parametrize(
    ("lock", "groups"), [("build.txt", ["install"]), ("test.txt", ["install", "test"])]
)
def test_every_direct_dependency_is_locked_at_a_version_it_allows(
    top: Path, project: dict[str, Any], lock: str, groups: list[str]
) -> None:
    locked = pins(top / "scripts" / "locked" / lock)
    wanted = list(project["project"]["dependencies"])
    for group in groups:
        wanted += members(project["dependency-groups"], group)
    for requirement in map(Requirement, wanted):
        assert requirement.specifier.contains(locked[canonicalize_name(requirement.name)])


def test_the_build_backend_is_locked_as_it_is_required(project: dict[str, Any]) -> None:
    assert set(project["build-system"]["requires"]) <= set(project["dependency-groups"]["install"])


@pytest.mark.parametrize("lock", ["build.txt", "test.txt"])
def test_every_locked_package_is_hashed_and_nothing_says_where_it_comes_from(
    top: Path, lock: str
) -> None:
    text = (top / "scripts" / "locked" / lock).read_text()
    strange = [x for x in text.splitlines() if not any(re.fullmatch(form, x) for form in LINES)]
    assert strange == []
    unhashed = re.findall(r"^.*==.*\\\n(?!    --hash=)", text, re.MULTILINE)
    assert unhashed == []
    assert not re.search(r"://|--(extra-)?index|--find-links|[ =]/\w|\w:\\", text)


@pytest.mark.parametrize("lock", ["build.txt", "test.txt"])
def test_the_head_says_how_to_refresh(top: Path, project: dict[str, Any], lock: str) -> None:
    head = (top / "scripts" / "locked" / lock).read_text().splitlines()[1]
    assert head == f"#    {project['tool']['uv']['pip']['custom-compile-command']}"


def test_tests_run_with_the_very_packages_of_the_build(top: Path) -> None:
    folder = top / "scripts" / "locked"
    assert pins(folder / "build.txt").items() <= pins(folder / "test.txt").items()
