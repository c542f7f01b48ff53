"""Owns recognising what the text of a motion says: who moves it, and what it asks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.recognition.bodies import BODIES
from archive.recognition.names import Name, name_in

_DOT = "\u2024"
_ABBREVIATED = re.compile(
    r"\b([A-Z]|Mr|Mrs|Ms|Dr|Cllrs?|Clr|Cr|Hon|Rev|Capt|Ald|Prof|St|Jr|Sr|Rt|Col|Sgt|Rep|Sen)\.(?=[\s,]|[A-Z])"
)
"""A point that ends no sentence: behind an initial or a short title. It is masked meanwhile."""

_WHO = r"(?P<{}>[A-Z][^.:;()\n“”\"]{{1,80}}?)"
_STOP = r"(?=\s*(?:[.,;:(\n“\"–—]|\s-|$|\band\s+(?:duly\s+)?(?:seconded|the|was|that)\b))"
_BY = r"(?:\s+[Bb]y:?|\s+BY:?|\s*:)"
_MADE = (
    r"(?:[Mm]oved|MOVED|[Pp]roposed|PROPOSED|[Ii]ntroduced|INTRODUCED|[Ss]ponsored|SPONSORED|[Mm]otion"
    r"|[Mm]ade|[Tt]abled|[Ll]odged|[Ss]ubmitted|[Pp]resented|[Oo]ffered|[Bb]rought)"
)
_SECOND = r"(?:[Ss]econd(?:ed|er)?|SECONDED)"
_MOVED = tuple(
    re.compile(form)
    for form in (
        _WHO.format("mover")
        + r"\s+(?:formally\s+)?(?:moved|proposed),?\s+(?:and|with)\s+"
        + _WHO.format("seconder")
        + r"\s+(?:formally\s+)?(?:seconded|seconding)\b",
        rf"{_MADE}{_BY}\s+{_WHO.format('mover')}[,;]?\s*(?:and\s+)?(?:was\s+)?"
        rf"{_SECOND}{_BY}\s+{_WHO.format('seconder')}{_STOP}",
        r"[Oo]n\s+(?:the|a)\s+motion\s+of\s+"
        + _WHO.format("mover")
        + r",?\s+(?:and\s+)?seconded\s+by\s+"
        + _WHO.format("seconder")
        + _STOP,
        _WHO.format("mover") + r"\s+(?:made|put|offered)\s+(?:a"
        r"|the)\s+motion\b[^.]{0,160}?,?\s+(?:and\s+)?seconded\s+by\s+"
        + _WHO.format("seconder")
        + _STOP,
        r"(?:[Pp]roposed|[Mm]otion|[Ss]tanding|[Nn]otice\s+given)\s+(?:is\s+)?in\s+the\s+names?\s+of:?\s+"
        + _WHO.format("mover")
        + _STOP,
        r"(?:[Pp]roposer|[Mm]over|MOVER|PROPOSER)\s*:?\s+"
        + _WHO.format("mover")
        + r"\s*[;,.\n]?\s*(?:[Ss]econder|SECONDER)\s*:?\s+"
        + _WHO.format("seconder")
        + _STOP,
        rf"{_MADE}\s+(?:by|By|BY):?\s+{_WHO.format('mover')}{_STOP}",
        rf"(?:[Pp]roposer|[Mm]over|PROPOSER|MOVER|[Mm]oved|[Pp]roposed)\s*:\s+{_WHO.format('mover')}{_STOP}",
        _WHO.format("mover")
        + r",?\s+(?:who\s+)?(?:moved|proposed|tabled|introduced|brought)\s+(?:the|this"
        r"|a)\s+motion\b",
        _WHO.format("mover") + r"\s+moved(?:,|:|\s+that\b|\s+the\s+following)",
    )
)
_SECONDED = re.compile(
    rf"{_SECOND}{_BY}\s+{_WHO.format('seconder')}{_STOP}"
    rf"|{_WHO.format('other')}\s+seconded\b(?!\s+by|:)"
)
_AMENDED = re.compile(
    r"[Aa]mend(?:ed|ment)s?\s+(?:on\s+a\s+proposal\s+by|(?:was\s+)?(?:moved|proposed)\s+by"
    r"|in\s+the\s+name\s+of):?\s+(?P<who>[A-Z][^.:;()\n]{2,80}?)(?=[.,;\n]|$|\s+and\s+seconded)"
)
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
    r"(?:\bRESOLVED\b|\b[Rr]esolved(?=[:,]|\s+that\b|\s+THAT\b))[,:]?\s*(?:(?:THAT|that|That)\b[,:]?)?"
    r"(?P<rest>.*)",
    re.DOTALL,
)
_THAT = re.compile(
    r"^\W*(?:[Mm]otion\W+|[Tt]o\s+propose\s+)?[Tt]hat\s+(?:(?:this|the)\s+(?:\w+\s+)?)?"
    r"(?:Council|Assembly|House|Committee|Board|Parliament|Senedd|Dáil|Seanad|Chamber|Synod|Congress|"
    r"Senate|Conference|Panel|Meeting)\s+(?!notes?|believes?|welcomes?|recogni)(?:do(?:es)?\s+(?:hereby\s+)?)?"
    r"(?P<rest>.*)",
    re.DOTALL,
)
_SUBSTANTIVE = re.compile(
    r"\b(?:substantive motion|motion,? as amended|amended motion)\b", re.IGNORECASE
)
_ITEM = re.compile(r"^\s*(?:[-•*–▪◦●○■o]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)", re.I)
_LINE_OF_LIST = re.compile(r"(?:;(?:\s*and)?|,\s*and|[.”\"])\s*$")
_FULL = 55
"""Characters of a line that may go on in the next one."""

_NEXT = re.compile(r"\s(?:This|That|The|A|An|It|On|In|At|To|Motion|Whereas|WHEREAS|Resolved)\b")
"""Words with which the next sentence begins behind a name, where a line's end parts them."""

_AMENDMENT = re.compile(r"^\W*(?:an |the )?amendment\b", re.IGNORECASE)
_OF_AMENDMENT = re.compile(r"\bamendment\b", re.IGNORECASE)
_AND = re.compile(r"[;,]?\s*\b(?:and|AND)\s*$")
_END = re.compile(r"[;,.”\"’]*\s*(?:\band\b)?\s*$")


@dataclass(frozen=True)
class Asked:
    """One thing that a motion asks: its words, and whom it asks as the text names them."""

    words: str
    whom: str


@dataclass(frozen=True)
class Moved:
    """Who moved and seconded a motion and on whose proposals it was amended."""

    mover: Name | None
    seconder: Name | None
    amenders: tuple[Name, ...]


def moved(paragraphs: Sequence[Sequence[str]]) -> Moved:
    """The people whom paragraphs name as movers: within one, else on a line, else across all."""
    masked = [[_ABBREVIATED.sub(rf"\1{_DOT}", line) for line in lines] for lines in paragraphs]
    flats = [" ".join(" ".join(lines).split()) for lines in masked]
    flat = " ".join(flats)
    places = [*(line for lines in masked for line in _whole_lines(lines)), *flats, flat]
    own = [place for place in places if not _OF_AMENDMENT.search(place)]
    found = ((place, m) for place in own for form in _MOVED for m in form.finditer(place))
    mover, seconder = None, None
    for place, match in found:
        groups = match.groupdict()
        if mover := _last_name(groups.get("mover")):
            seconder = _first_name(groups.get("seconder")) or _seconder(place[match.start() :], own)
            break
    amenders = (_last_name(m["who"].split(" and ")[0]) for m in _AMENDED.finditer(flat))
    return Moved(mover, seconder, tuple(dict.fromkeys(name for name in amenders if name)))


def _whole_lines(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a paragraph that are not cut for want of room."""
    for index, line in enumerate(lines):
        if len(line) < _FULL or index + 1 == len(lines) or line.endswith("."):
            yield " ".join(line.split())


def _seconder(behind: str, places: Sequence[str]) -> Name | None:
    """Who seconds, behind the mover or elsewhere."""
    for place in (behind, *places):
        if match := _SECONDED.search(place):
            name = _first_name(match["seconder"]) or _last_name(match["other"])
            if name:
                return name
    return None


def _last_name(words: str | None) -> Name | None:
    """The name with which some words end: text may stand before a mover."""
    parts = (words or "").replace(_DOT, ".").split()
    for begin in range(len(parts)):
        found = name_in(" ".join(parts[begin:]))
        if found and not BODIES & set(found.words):
            return found
    return None


def _first_name(words: str | None) -> Name | None:
    """The longest name with which some words begin: text may stand behind a seconder."""
    parts = _NEXT.split((words or "").replace(_DOT, "."))[0].split()
    for end in range(len(parts), 0, -1):
        found = name_in(" ".join(parts[:end]))
        if found and not BODIES & set(found.words):
            return found
    return None


def asks(paragraphs: Sequence[Sequence[str]]) -> Iterator[Asked]:
    """What a motion asks: the items behind "calls on X to:", or the words of that sentence.

    So are what a body resolves, and each "be it resolved" of an American resolution. Where a
    substantive or amended motion is quoted again, only that is read.
    """
    begin = max((i for i, p in enumerate(paragraphs) if _substantive(p)), default=0)
    for part in (paragraphs[begin:], paragraphs):
        for forms in ((_BE_IT,), (_CALLS, _RESOLVES), (_ASKS_LOW,), (_RESOLVED,), (_THAT,)):
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
        own = list(_items(paragraphs[here]))
        if not own and flat[here].endswith((":", "to", "that", "-", "–", "—")):
            own, index = _listed(paragraphs, index)
        rest = match["rest"].strip(" :–—-")
        for words in own or ([rest] if rest else []):
            yield Asked(_END.sub("", _AND.sub("", words)).strip(" :"), whom)


def _listed(paragraphs: Sequence[Sequence[str]], index: int) -> tuple[list[str], int]:
    """The items of the paragraphs that follow, with or without signs, and where they end."""
    own: list[str] = []
    while index < len(paragraphs):
        items = list(_items(paragraphs[index])) or list(_plain_items(paragraphs[index]))
        if not items:
            break
        own, index = own + items, index + 1
    return own, index


def _plain_items(lines: Sequence[str]) -> Iterator[str]:
    """Items without any sign: begun in small letters and parted by semicolons."""
    text = " ".join(" ".join(lines).split())
    if text[:1].islower() and _LINE_OF_LIST.search(text):
        yield from (part for part in re.split(r";\s*(?:and\s+)?", text) if part.strip())


def _items(lines: Sequence[str]) -> Iterator[str]:
    """The items of a list, each with its continued lines, without their signs."""
    item: list[str] = []
    for line in lines:
        if match := _ITEM.match(line):
            if item:
                yield " ".join(" ".join(item).split())
            item = [line[match.end() :]]
        elif item:
            item.append(line)
    if item:
        yield " ".join(" ".join(item).split())
