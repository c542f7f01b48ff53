"""Owns the pages written by hand: Markdown in scripts/site/pages, with the body's own names."""

from collections.abc import Iterator
from pathlib import Path

import markdown
from markupsafe import Markup

from archive.archive import Archive
from archive.pages.page import SITE_FOLDER, Contents, Page, new_environment

FOLDER = SITE_FOLDER / "pages"


def prose_pages(archive: Archive) -> Iterator[Page]:
    """Each page of the folder; its first line is the title, its first paragraph the summary."""
    for path in sorted(FOLDER.glob("*.md")):
        yield _page(archive, path)


def _page(archive: Archive, path: Path) -> Page:
    """The page of one file. Its Markdown is read before names are put in: they are only words."""
    title, summary, text = path.read_text(encoding="utf-8").split("\n\n", 2)
    converter = markdown.Markdown(extensions=["toc", "def_list", "tables", "fenced_code"])
    html = converter.convert(text)
    headings: list[dict[str, str]] = converter.toc_tokens  # type: ignore[attr-defined]
    return Page(
        address=f"{path.stem}/",
        template="prose.html",
        kind="text",
        section=path.stem,
        title=title.removeprefix("# "),
        description=" ".join(summary.split()),
        shows={"text": Markup(new_environment().from_string(html).render(site=archive.site))},
        contents=tuple(Contents(h["id"], Markup(h["name"]).unescape()) for h in headings),
    )
