"""Owns reading a built site: its pages, and what each of them says and links to."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

HERE = "https://site.invalid/"
"""Stands for wherever the site is: links that begin with it stay on the site."""


class BuiltPage:
    """An HTML file of a site, parsed as browsers do."""

    def __init__(self, site: Path, path: Path) -> None:
        self.path = path.relative_to(site).as_posix()
        self.tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        self.address = HERE + self.path.removesuffix("index.html")

    @property
    def anchors(self) -> set[str]:
        """Every id on the page."""
        return {str(node.attributes["id"]) for node in self.tree.css("[id]")}

    def links(self) -> Iterator[str]:
        """Where the page's links, forms, styles, scripts and images lead, made absolute."""
        for selector, name in (
            ("a", "href"),
            ("link", "href"),
            ("form", "action"),
            ("script", "src"),
            ("img", "src"),
        ):
            for node in self.tree.css(f"{selector}[{name}]"):
                yield urljoin(self.address, str(node.attributes[name]))

    def text(self, selector: str) -> str:
        """The text of the one element that the selector names."""
        [node] = self.tree.css(selector)
        return node.text()

    def attribute(self, selector: str, name: str) -> str:
        """An attribute of the one element that the selector names."""
        [node] = self.tree.css(selector)
        return str(node.attributes[name])


def pages_of(site: Path) -> list[BuiltPage]:
    """Every page of a built site, but for those that other sites show in a frame."""
    paths = sorted(path for path in site.rglob("*.html") if path.parent.name != "embed")
    return [BuiltPage(site, path) for path in paths]


def target_file(site: Path, url: str) -> Path:
    """The file that a link within the site leads to."""
    path = unquote(urlsplit(url).path).lstrip("/")
    return site / (f"{path}index.html" if path.endswith("/") or not path else path)
