"""Owns showing that pages framed on every core are those that plain MkDocs makes, byte for byte."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from archive.framing import Frame
from archive.mkdocs_site import BEFORE_ANYTHING
from archive.outputs import Output


@pytest.fixture(scope="module")
def plain(corpus_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `mkdocs build` makes of the Markdown and the configuration that a build leaves."""
    build, folder = corpus_site.parent, tmp_path_factory.mktemp("plain")
    site, configuration = folder / "site", folder / "mkdocs.yml"
    folders = {"docs_dir": str(build / "docs"), "site_dir": str(site)}
    configuration.write_text(json.dumps(json.loads((build / "mkdocs.yml").read_text()) | folders))
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-f", str(configuration)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(BEFORE_ANYTHING)}
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return site


def test_plain_mkdocs_makes_the_same_pages(plain: Path, corpus_site: Path) -> None:
    made = [*plain.rglob("*.html"), plain / "sitemap.xml"]
    assert len(made) > 100
    for path in made:
        assert (corpus_site / path.relative_to(plain)).read_bytes() == path.read_bytes(), path


def test_what_the_theme_escapes_stays_escaped(corpus_site: Path) -> None:
    frame = Frame(corpus_site.parent / "mkdocs.yml")
    meta = json.dumps({"title": "A & <b>"})
    page = frame.around(Output("a/index.md", f"---\n{meta}\n---\n\n<p>x</p>\n".encode()))
    assert page.path == "a/index.html"
    assert "<title>A &amp; &lt;b&gt; – " in page.content.decode()
