"""What runs elsewhere (CI, GitHub, pre-commit, git) is valid and starts the same two doors."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = ["check.yml", "publish.yml"]


def load(path: Path) -> Any:
    """A YAML file as plain values; the word `on` keeps its spelling."""
    return yaml.load(path.read_text(), Loader=yaml.BaseLoader)


def git(*arguments: str, folder: Path) -> str:
    """What git says in a directory."""
    return subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=False
    ).stdout


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-workflows", "workflows/check.yml"),
        ("vendor.github-workflows", "workflows/publish.yml"),
        ("custom.github-workflows-require-timeout", "workflows/check.yml"),
        ("custom.github-workflows-require-timeout", "workflows/publish.yml"),
        ("vendor.dependabot", "dependabot.yml"),
        ("vendor.github-issue-forms", "ISSUE_TEMPLATE/correction.yml"),
    ],
)
def test_files_for_github_are_valid(top: Path, schema: str, file: str) -> None:
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    done = subprocess.run(
        [*check, top / ".github" / file], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", WORKFLOWS)
def test_workflows_start_doors_that_exist(top: Path, name: str) -> None:
    text = (top / ".github" / "workflows" / name).read_text()
    doors = set(re.findall(r"run: python3 (\S+)", text))
    assert doors == {"scripts/build.py", "scripts/test.py"}
    assert all((top / door).is_file() for door in doors)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_actions_are_pinned_by_major_version(top: Path, name: str) -> None:
    text = (top / ".github" / "workflows" / name).read_text()
    used = re.findall(r"uses: (.+)", text)
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", action) for action in used)


def test_only_the_deployment_may_write(top: Path) -> None:
    check, publish = (load(top / ".github" / "workflows" / name) for name in WORKFLOWS)
    assert check["permissions"] == {"contents": "read"}
    assert publish["permissions"] == {}
    assert publish["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert publish["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}


def test_the_correction_form_asks_for_record_fault_words_and_source(top: Path) -> None:
    form = load(top / ".github" / "ISSUE_TEMPLATE" / "correction.yml")
    asked = [field["id"] for field in form["body"] if field["type"] != "markdown"]
    assert asked == ["record", "wrong", "right", "evidence"]


def test_hooks_run_the_locked_tools_where_they_matter(top: Path) -> None:
    (local,) = load(top / ".pre-commit-config.yaml")["repos"]
    hooks = {hook["id"]: hook for hook in local["hooks"]}
    assert local["repo"] == "local"
    assert list(hooks) == ["archive-check", "ruff-check", "ruff-format"]
    for hook in hooks.values():
        assert hook["name"]
        assert hook["language"] == "system"
        assert hook["entry"].startswith((".venv/bin/archive check", ".venv/bin/ruff "))
    assert hooks["archive-check"]["pass_filenames"] == "false"
    concerns = re.compile(hooks["archive-check"]["files"])
    touched = ["letters/people.yml", "motions/a.md", "mkdocs.yml", "README.md", "tests/letters/a"]
    assert [bool(concerns.search(path)) for path in touched] == [True, True, True, False, False]


def test_the_ci_script_is_a_program_without_faults_of_form(top: Path) -> None:
    script = top / ".ci" / "run"
    assert os.access(script, os.X_OK)
    bash = shutil.which("bash")
    assert bash, "bash is needed to check .ci/run"
    done = subprocess.run([bash, "-n", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", ["python3 scripts/test.py", "python3 scripts/build.py"])
def test_ci_runs_the_commands_of_the_readme(top: Path, command: str) -> None:
    assert command in (top / "README.md").read_text()
    in_script = command.replace("scripts/build.py", '"$temporary/clone/scripts/build.py"')
    assert re.search(
        rf"^(HOME=\S+ )?{re.escape(in_script)}$", (top / ".ci" / "run").read_text(), re.M
    )


def test_git_keeps_sources_byte_for_byte_and_ignores_what_is_made(
    top: Path, tmp_path: Path
) -> None:
    for name in (".gitattributes", ".gitignore"):
        shutil.copy(top / name, tmp_path)
    git("init", "--quiet", folder=tmp_path)
    texts = ["letters/sources/a.txt", "letters/a.md", "scripts/site/theme/a.js", ".ci/run"]
    said = git("check-attr", "text", "--", *texts, folder=tmp_path).splitlines()
    assert [line.rpartition(" ")[2] for line in said] == ["unset", "set", "set", "set"]
    made = [".venv/bin/python", "build/site/index.html", "scripts/archive/__pycache__/a.pyc"]
    kept = ["scripts/build.py", "tests/build/a.py", "letters/a.md"]
    assert git("check-ignore", *made, *kept, folder=tmp_path).splitlines() == made
