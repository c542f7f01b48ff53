"""Owns an invented record's words, and what has happened to them on their way to the archive."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from archive.body import Body, parse_body
from archive.demo.assembly import PUBLIC_ADDRESS
from archive.drafting.yamlwriter import Value
from archive.quotes import find_spans

KINDS = 5
"""Ways in which texts come: whole, with running heads, damaged, with an address that is or is no
personal data."""

_HEAD = "VELLMOOR PAPERS"
_PAGE = "Page 2 of 2"
_COPY = "A copy of this paper is in the public office and the register there has its number."
_DAMAGED = _COPY.replace("office", "oﬃce").replace("register", "regis- ter")
_OFFICER = "an officer's e-mail address"
_CARE = f"In the care of [redacted: {_OFFICER}]"
_WRITE = f"Anybody may write to {PUBLIC_ADDRESS} about this paper."


@dataclass(frozen=True)
class Text:
    """The body of a record, its kept source, and the fields that say how they differ.

    `original` is the text as received, where personal data was taken out of it.
    """

    blocks: tuple[str, ...]
    source: str
    original: str | None = None
    declared: dict[str, Value] = field(default_factory=dict)

    @property
    def raw(self) -> str:
        """The body as it stands below the fields."""
        return "\n\n".join(self.blocks) + "\n"

    @cached_property
    def body(self) -> Body:
        """The body as it is read."""
        return parse_body(self.raw, 1)

    def quotation(self, words: str) -> Value:
        """A quotation of words that the text has; the last place, if it has them in several."""
        places = len(find_spans(self.body.flat, words))
        return words if places == 1 else {"words": words, "occurrence": places}


def text(blocks: Sequence[str], number: int) -> Text:
    """The text that these blocks make; its number says what has happened to it."""
    match number % KINDS:
        case 1:
            return _with_running_heads(tuple(blocks))
        case 2:
            return _damaged((*blocks, _COPY))
        case 3:
            return _redacted((*blocks, _CARE), number)
        case 4:
            return _excepted((*blocks, _WRITE))
    return Text(tuple(blocks), _plain(blocks))


def _excepted(blocks: tuple[str, ...]) -> Text:
    why = "a public address of the assembly's office"
    exceptions: Value = [{"text": PUBLIC_ADDRESS, "why": why}]
    return Text(blocks, _plain(blocks), declared={"exceptions": exceptions})


def _with_running_heads(blocks: tuple[str, ...]) -> Text:
    middle = len(blocks) // 2
    heads = (_HEAD, *blocks[:middle], _PAGE, _HEAD, *blocks[middle:])
    omissions: Value = [
        {"text": _HEAD, "why": "a running head"},
        {"text": _HEAD, "why": "a running head", "occurrence": 2},
        {"text": _PAGE, "why": "a page number"},
    ]
    return Text(blocks, _plain(heads), declared={"omissions": omissions})


def _damaged(blocks: tuple[str, ...]) -> Text:
    repairs: Value = [
        {"found": "oﬃce", "mended": "office", "why": "a ligature"},
        {"found": "regis- ter", "mended": "register", "why": "a cut word", "occurrence": 1},
    ]
    source = _plain(blocks).replace(_COPY, _DAMAGED)
    return Text(blocks, source, declared={"repairs": repairs})


def _redacted(blocks: tuple[str, ...], number: int) -> Text:
    source = _plain(blocks)
    original = source.replace(f"[redacted: {_OFFICER}]", f"officer{number}@vellmoor.example")
    redactions: Value = [{"what": _OFFICER, "why": "personal data"}]
    return Text(blocks, source, original, {"redactions": redactions})


def _plain(blocks: Sequence[str]) -> str:
    """The words of blocks without the signs that a body has before them."""
    body = parse_body("\n\n".join(blocks), 1)
    return "\n\n".join("\n".join(block.lines) for block in body.blocks) + "\n"
