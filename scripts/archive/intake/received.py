"""Owns what was received: the lines of a file on their pages, or why there are none."""

import hashlib
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

Form = Literal["pdf", "docx", "eml", "html", "txt", "md"]
FORMS: tuple[Form, ...] = get_args(Form)

Part = Literal["text", "head", "foot", "note", "earlier"]
"""Where a file itself says that a line belongs: heads and feet, footnotes, an earlier e-mail."""


@dataclass(frozen=True)
class Line:
    """A line of text; an empty one stands for a gap that parts blocks.

    `size`, `left` and `right` are in points, from the page's left edge; None where the file does
    not say. `heading` is a heading's level, 0 for other lines. `column` counts blocks that stand
    beside each other from the left; 0 where nothing stands beside the line.
    """

    text: str
    bold: bool = False
    size: float | None = None
    left: float | None = None
    right: float | None = None
    heading: int = 0
    part: Part = "text"
    column: int = 0


Page = tuple[Line, ...]


@dataclass(frozen=True)
class Attachment:
    """A file within an e-mail, by its name; `form` is None where it cannot be read."""

    name: str
    form: Form | None
    size: int


@dataclass(frozen=True)
class Received:
    """A file as read: `name` as it was given, `sha256` of its bytes, its pages.

    `notes` say what the reader noticed, one sentence each. `headers` are those of an e-mail
    (From, To, Cc, Date, Subject): they may hold personal data and are no part of the text.
    """

    name: str
    form: Form
    sha256: str
    pages: tuple[Page, ...]
    notes: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    attachments: tuple[Attachment, ...] = ()

    @property
    def wrapped(self) -> bool:
        """Whether its lines end where a page's edge is, rather than where the writer meant it."""
        return self.form in ("pdf", "txt", "eml")


@dataclass(frozen=True)
class Refusal:
    """A file that cannot be taken: what it is, and what to do."""

    name: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.name}: {self.what}; {self.remedy}"


@dataclass(frozen=True)
class Content:
    """What a reader makes of bytes; a `refusal` is what they are and what to do."""

    pages: tuple[Page, ...] = ()
    notes: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    attachments: tuple[Attachment, ...] = ()
    refusal: tuple[str, str] | None = None


def as_plain(content: Content) -> dict[str, Any]:
    """What a reader made, as JSON has it; blanks of lines are left out to keep it small."""
    plain = asdict(content)
    plain["pages"] = [
        [{k: v for k, v in asdict(line).items() if v != _NOTHING[k]} for line in page]
        for page in content.pages
    ]
    return plain


def from_plain(plain: dict[str, Any]) -> Content:
    """What `as_plain` wrote."""
    refusal = plain["refusal"]
    return Content(
        pages=tuple(tuple(Line(**{"text": "", **ln}) for ln in page) for page in plain["pages"]),
        notes=tuple(plain["notes"]),
        headers=tuple((name, value) for name, value in plain["headers"]),
        attachments=tuple(Attachment(**one) for one in plain["attachments"]),
        refusal=(refusal[0], refusal[1]) if refusal else None,
    )


def received(name: str, form: Form, original: bytes, content: Content) -> Received:
    """What was received, with the digest of the bytes as they came."""
    return Received(
        name,
        form,
        hashlib.sha256(original).hexdigest(),
        content.pages,
        content.notes,
        content.headers,
        content.attachments,
    )


_NOTHING = asdict(Line(""))
