"""Owns reading web pages: the words of their main part, block by block."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from archive.intake.plain import UNREADABLE, decoded
from archive.intake.raised import raised
from archive.intake.received import Content, Line

_UNSEEN = ["script", "style", "template", "noscript", "svg", "head", "nav", "form", "button"]
_AROUND = ["header", "footer", "aside", "iframe"]
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LINES = ("br", "li", "tr", "td", "th", "tbody", "thead", "tfoot", "dd")
"""Blocks that begin a line; the others have white space around them."""

_GAPS = re.findall(
    r"\w+",
    "address article aside blockquote body caption div dl dt figure figcaption footer header hr"
    " main ol p pre section table ul h1 h2 h3 h4 h5 h6",
)
_BLOCKS = (*_LINES, *_GAPS)
LARGEST_NUMBER = 9_999
"""At which a list may start."""

_BOLD = ("b", "strong", "th")
EMPTY = ("is a web page without any words", "save the page when it is shown in full, then add that")


def read_html(content: bytes) -> Content:
    """The lines of a web page."""
    said = _said(content)
    text = decoded(content, said)
    if text is None:
        return Content(refusal=UNREADABLE)
    lines = html_lines(text)
    return Content((lines,)) if lines else Content(refusal=EMPTY)


def html_lines(text: str) -> tuple[Line, ...]:
    """The lines of the main part of a page, or of all of it where it names none."""
    tree = LexborHTMLParser(text)
    main = tree.css_first("main") or tree.css_first("article") or tree.body
    if main is None:
        return ()
    tree.strip_tags(_UNSEEN + (_AROUND if main.tag in ("main", "article") else []))
    writer = _Writer()
    writer.walk(main)
    return writer.lines()


def _said(content: bytes) -> str | None:
    """The charset that a page names of itself."""
    for part in content[:2_000].lower().split(b"charset=")[1:2]:
        name = part.strip(b"\"' ").split(b'"')[0].split(b"'")[0].split(b">")[0].split(b";")[0]
        return name.decode("ascii", "ignore").strip() or None
    return None


class _Writer:
    """Collects words as lines while walking through the nodes of a page."""

    def __init__(self) -> None:
        self.done: list[Line] = []
        self.text = ""
        self.bold: list[bool] = []
        self.items: list[int] = []

    def walk(self, top: LexborNode) -> None:
        """Writes a node and what is in it; nodes are stacked, since pages may nest without end."""
        stack: list[tuple[LexborNode, bool, int, bool]] = [(top, False, 0, False)]
        while stack:
            node, leaving, heading, bold = stack.pop()
            tag = node.tag or ""
            if tag == "-text":
                self._add(node.text_content or "", bold)
            elif leaving:
                self._leave(tag, heading)
            else:
                self._enter(node, tag, heading)
                level = _HEADINGS.get(tag, heading)
                stack.append((node, True, level, bold))
                inside = [(n, False, level, bold or tag in _BOLD) for n in _children(node)]
                stack.extend(reversed(inside))

    def _enter(self, node: LexborNode, tag: str, heading: int) -> None:
        if tag in _BLOCKS:
            self._break(heading, gap=tag in _GAPS)
        if tag in ("ol", "ul"):
            start = (node.attributes.get("start") or "1") if tag == "ol" else "0"
            number = int(start) if start.isdecimal() and start.isascii() else 1
            self.items.append(number if number <= LARGEST_NUMBER else 1)
        elif tag == "li":
            self._marker()
        elif tag == "sup":
            self._add(raised(node.text(strip=True)), False)

    def _marker(self) -> None:
        number = self.items[-1] if self.items else 0
        self.text = f"{number}. " if number else "• "
        if number:
            self.items[-1] = number + 1

    def _leave(self, tag: str, heading: int) -> None:
        if tag in ("ol", "ul") and self.items:
            self.items.pop()
        if tag in _BLOCKS:
            self._break(heading, gap=tag in _GAPS)

    def _add(self, text: str, bold: bool) -> None:
        self.text += text
        if text.strip():
            self.bold.append(bold)

    def _break(self, heading: int, gap: bool) -> None:
        words = " ".join(self.text.split())
        if words:
            self.done.append(Line(words, bold=bool(self.bold) and all(self.bold), heading=heading))
        if gap and self.done and self.done[-1].text:
            self.done.append(Line(""))
        self.text, self.bold = "", []

    def lines(self) -> tuple[Line, ...]:
        """What was collected, without a gap at the end."""
        self._break(0, gap=False)
        while self.done and not self.done[-1].text:
            self.done.pop()
        return tuple(self.done)


def _children(node: LexborNode) -> list[LexborNode]:
    """The nodes within one; none within raised figures, which are written as such."""
    return [] if node.tag == "sup" else list(node.iter(include_text=True))
