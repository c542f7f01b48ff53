"""Owns recognising what a motion asks, and of whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.recognition.listed import items, listed

_VERBS = (
    r"calls?|asks?|requests?|urges?|invites?|instructs?|directs?|encourages?|demands?|implores?"
    r"|petitions?|mandates?"
)
_CALLS = re.compile(
    rf"\b(?:(?:there(?:fore|by)\s+)?(?:{_VERBS})(?:\s+(?:up)?on)?\s+"
    r"|therefore\s+)(?P<whom>(?:the\s+)?[A-Z][^:;.]{2,160}?)\s+(?:to\b|:)(?P<rest>.*)",
    re.DOTALL,
)
_ASKS_LOW = re.compile(
    rf"\b(?:{_VERBS})(?:\s+(?:up)?on)?\s+(?P<whom>(?:(?:the|its|our|all|every)\s+)?[a-z][^:;.,]{{2,60}}?)"
    r"\s+to\b(?P<rest>.*)",
    re.DOTALL,
)
"""An ask of those whom the text writes small: `asks officers to`."""

_BE_IT = re.compile(
    r"(?:^\W*and\s+(?:be\s+it\s+)?further(?=,?\s+that\b)|\bbe\s+it\s+(?:further\s+|also\s+|hereby\s+|therefore\s+)*resolved\b),?"
    r"(?:\s+(?:by|that\s+by)\b.{0,120}?(?=\bthat\b))?[,:]?\s*(?:that\b[,:]?)?(?P<rest>.*)",
    re.DOTALL | re.IGNORECASE,
)
_RESOLVES = re.compile(
    r"\b(?:resolves?|RESOLVES?|agrees|undertakes|commits|pledges)\b(?:\s+(?:therefore|hereby|further|also))?"
    r"(?:\s+(?:to|that)\b)?\s*(?P<rest>.*)",
    re.DOTALL,
)
_RESOLVED = re.compile(
    r"(?:\b(?:RESOLVED|ORDERED|VOTED)\b|\b[Rr]esolved(?=[:,]|\s+that\b|\s+THAT\b))[,:]?\s*(?:(?:THAT|that|That)\b[,:]?)?"
    r"(?P<rest>.*)",
    re.DOTALL,
)
_THAT = re.compile(
    r"^\W*(?:[Mm]otion\W+|[Tt]o\s+propose\s+)?[Tt]hat\s+(?:(?:this|the)\s+(?:\w+\s+)?)?"
    r"(?:Council|Assembly|House|Committee|Board|Parliament|Senedd|Dáil|Seanad|Chamber|Synod|Congress|"
    r"Senate|Conference|Panel|Meeting)(?:\s|:)\s*(?!notes?|believes?|welcomes?|recogni)(?:do(?:es)?\s+(?:hereby\s+)?)?"
    r"(?P<rest>.*)",
    re.DOTALL,
)
_FOR = re.compile(rf"\b(?:{_VERBS})(?:\s+for)?\s*:(?P<rest>.*)", re.DOTALL)
"""An ask of nobody: `asks for:`."""

_MOVED_THAT = re.compile(
    r"\b(?:[Ss]econded|SECONDED|[Mm]oved|MOVED|[Pp]roposed|PROPOSED)\b[^;:]{0,120}?,?\s+(?:that|That|THAT)\s+"
    r"(?!the\s+(?:motion|question|amendment|words|meeting)\b)(?P<rest>.*?)(?:(?<=[a-z\d])\.\s+(?=[A-Z]).*)?$",
    re.DOTALL,
)
_THAT_BE = re.compile(
    r"^\W*(?:That|THAT)\s+(?P<rest>(?!.{0,80}\b(?:notes?|believes?|welcomes|recogni))\S.*\bbe\b.*)",
    re.DOTALL,
)
_BELIEVES = re.compile(
    r"\b(?:House|Council|Assembly|Parliament|Congress|Conference)\s+believes?(?:\s+that)?\b(?P<rest>.*)",
    re.DOTALL,
)
"""What a body that only debates asks of nobody; sought where nothing else is asked."""

_SUBSTANTIVE = re.compile(
    r"\b(?:substantive motion|motion,? as amended|amended motion)\b", re.IGNORECASE
)
_AMENDMENT = re.compile(r"^\W*(?:an |the )?amendment\b", re.IGNORECASE)
_MORE = re.compile(r"[,;]?\s+and\s+(?:also\s+|further\s+)?(?=calls?\s+(?:up)?on\s)")
"""Between two asks of one sentence: `calls on X to do this and calls on Y to do that`."""

_AND = re.compile(r"[;,]?\s*\b(?:and|AND)(?:\s+be\s+it(?:\s+further)?)?\s*$", re.IGNORECASE)
_END = re.compile(r"[;,.”\"’]*\s*(?:\band\b)?\s*$")


_FORMS = (
    *((_BE_IT,), (_CALLS, _RESOLVES), (_ASKS_LOW,), (_FOR,), (_RESOLVED,), (_THAT,)),
    *((_MOVED_THAT,), (_THAT_BE,), (_BELIEVES,)),
)
"""The surest first; a form is tried where none before it was found."""


@dataclass(frozen=True)
class Asked:
    """One thing that a motion asks: its words, and whom it asks as the text names them."""

    words: str
    whom: str


def asks(paragraphs: Sequence[Sequence[str]]) -> Iterator[Asked]:
    """What a motion asks: the items behind "calls on X to:", or the words of that sentence.

    So are what a body resolves, and each "be it resolved" of an American resolution. Where a
    substantive or amended motion is quoted again, only that is read.
    """
    begin = max((i for i, p in enumerate(paragraphs) if _substantive(p)), default=0)
    for part in (paragraphs[begin:], paragraphs):
        for forms in _FORMS:
            if found := list(_asked(part, forms)):
                yield from found
                return


def _substantive(lines: Sequence[str]) -> bool:
    text = " ".join(lines)
    return bool(_SUBSTANTIVE.search(text)) and text.rstrip().endswith(":")


def _asked(
    paragraphs: Sequence[Sequence[str]], forms: Sequence["re.Pattern[str]"]
) -> Iterator[Asked]:
    flat = [" ".join(" ".join(lines).split()) for lines in paragraphs]
    index = 0
    while index < len(paragraphs):
        here = index
        index += 1
        if _AMENDMENT.match(flat[here]):
            continue
        match = next((m for form in forms if (m := form.search(flat[here]))), None)
        if match is None:
            continue
        whom = (match.groupdict().get("whom") or "").strip(" ,")
        own = list(items(paragraphs[here]))
        if not own and flat[here].endswith((":", "to", "that", "-", "–", "—")):
            own, index = listed(paragraphs, index)
        rest, *more = [match["rest"]] if own else _MORE.split(match["rest"])
        rest = rest.strip(" :–—-")
        for words in own or ([rest] if rest else []):
            yield Asked(_END.sub("", _AND.sub("", words)).strip(" :"), whom)
        yield from _asked([[words] for words in more], (_CALLS, _ASKS_LOW))
