"""The rules for caches: what is kept for ever has a digest in its name, and all say the same."""

import re
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest

from archive.search.shards import fingerprint
from archive.signposts import servers
from archive.signposts.caching import ASKED, FOREVER
from tests.conftest import TOP

README = (TOP / "README.md").read_text(encoding="utf-8")


def paths(site: Path) -> set[str]:
    """All files of a site."""
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def test_the_name_of_what_is_kept_for_ever_has_the_digest_of_what_it_holds(
    corpus_site: Path,
) -> None:
    held: defaultdict[str, dict[int, bytes]] = defaultdict(dict)
    for path in filter(FOREVER.about, paths(corpus_site)):
        name, digest, number = re.fullmatch(
            r"search/(\w+)-(\w{10})(?:\.json|/(\d+)\.json)", path
        ).groups()  # type: ignore[union-attr]
        held[f"{name} {digest}"][int(number or 0)] = (corpus_site / path).read_bytes()
    assert {one.split()[0] for one in held} == {
        *("columns", "pairs", "terms", "texts", "vocabulary")
    }
    for one, contents in held.items():
        assert fingerprint(contents[at] for at in sorted(contents)) == one.split()[1], one


def test_what_has_no_digest_in_its_name_is_asked_for(corpus_site: Path) -> None:
    asked = {path for path in paths(corpus_site) if not FOREVER.about(path)}
    assert all(ASKED.about(path) for path in asked)
    assert {"index.html", "search/root.json", "search/index.html", "css/base.css"} <= asked
    assert "js/search/start.js" in asked and "feed.atom" in asked


def test_the_file_for_hosts_names_what_is_kept_and_nothing_else(corpus_site: Path) -> None:
    lines = (corpus_site / servers.HEADERS).read_text().splitlines()
    assert set(lines[1::2]) == {f"  Cache-Control: {FOREVER.cache_control}"}
    named = [line.removeprefix("/") for line in lines[::2]]
    covered = {
        path
        for path in paths(corpus_site)
        for name in named
        if path == name or (name.endswith("*") and path.startswith(name[:-1]))
    }
    assert covered == set(filter(FOREVER.about, paths(corpus_site)))


@pytest.mark.parametrize("form", [servers.nginx, servers.caddy, servers.rclone])
def test_the_readme_shows_the_rules_as_they_are(form: object) -> None:
    assert callable(form)
    assert f"\n{form()}```\n" in README


def test_the_readme_tells_what_the_rules_are_about() -> None:
    for rule in (FOREVER, ASKED):
        assert f"| `{rule.cache_control}` | {rule.why} |" in README


@pytest.mark.skipif(not shutil.which("rclone"), reason="rclone is not there")
def test_the_commands_of_the_readme_bring_a_site_to_a_store(
    corpus_site: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    (store / "search" / "terms-0123456789").mkdir(parents=True)
    (store / "search" / "terms-0123456789" / "0.json").write_text("old")
    script = servers.rclone().replace("build/site", str(corpus_site))
    first, second, third = (
        command + "\n"
        for command in script.replace("remote:bucket", str(store)).strip().split("\nrclone")
    )
    bring(first)
    everything = paths(corpus_site)
    assert paths(store) - {"search/terms-0123456789/0.json"} == set(
        filter(FOREVER.about, everything)
    )
    bring(f"rclone{second}")
    assert paths(store) == everything | {"search/terms-0123456789/0.json"}
    bring(f"rclone{third}")
    assert paths(store) == everything


def bring(command: str) -> None:
    """Run a command of the README in a shell."""
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
