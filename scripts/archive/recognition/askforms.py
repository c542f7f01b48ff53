"""Owns the forms in which the sentences of a motion ask, as patterns; the surest first."""

import re
from collections.abc import Sequence

_VERBS = (
    r"[Cc]alls?|[Aa]sks?|[Rr]equests?|[Uu]rges?|[Ii]nvites?|[Ii]nstructs?|[Dd]irects?"
    r"|[Ee]ncourages?|[Dd]emands?|[Ii]mplores?|[Pp]etitions?|[Mm]andates?"
)
_BODY = (
    r"(?:Council|Assembly|House|Committee|Board|Parliament|Senedd|Dáil|Seanad|Chamber|Synod|Congress"
    r"|Senate|Conference|Panel|Meeting)"
)
_NO_ASK = r"notes?|believes?|welcomes?|recogni|regrets?|congratulates|acknowledges|takes?\s+note"
_BEHIND = r"(?P<rest>.*)"
_SENTENCE = r"(?P<rest>.*?)(?:(?<=[a-z\d])\.[”\"’']*\s+(?=[A-Z(\d]).*)?$"
_WHOM = r"(?P<whom>{})"
_ON_MOTION = r"(?i:on\s+the\s+(?:motion|proposal|proposition)\s+of\b.{3,120}?(?=\bthat\b|$))?"

_PARTS: dict[str, Sequence[str]] = {
    "calls": (
        rf"\b(?<!Roll )(?:(?:there(?:fore|by)\s+)?(?:{_VERBS})(?:\s+(?:up)?on)?\s+|therefore\s+)",
        _WHOM.format(r"(?:the\s+)?[A-Z][^:;.]{2,160}?"),
        rf"(?:\s+to\b|\s*:){_SENTENCE}",
    ),
    "asks those whom the text writes small": (
        rf"\b(?:{_VERBS})(?:\s+(?:up)?on)?\s+",
        _WHOM.format(r"(?!that\b)(?:(?:the|its|our|all|every)\s+)?[a-z][^:;.,]{2,60}?"),
        rf"\s+to\b{_BEHIND}",
    ),
    "asks that": (
        rf"\b{_BODY}\b[^.;:]{{0,160}}?\b(?:asks|requests|recommends|urges|directs|instructs)\s+that\s+",
        _SENTENCE,
    ),
    "be it resolved": (
        r"(?i:(?:^\W*and\s+(?:be\s+it\s+)?further(?=,?\s+that\b)"
        r"|\bbe\s+it\s+(?:and\s+it\s+is\s+|further\s+|also\s+|hereby\s+|therefore\s+)*resolved\b),?",
        r"(?:\s+(?:by|that\s+by)\b[^:]{0,160}?(?=\bthat\b|:))?[,:]?\s*(?:that\b[,:]?)?)",
        _BEHIND,
    ),
    "resolves": (
        r"\b(?:[Rr]esolves?|RESOLVES?|agrees|undertakes|commits|pledges)\b",
        r"(?:\s+(?:therefore|hereby|further|also))?(?:\s+(?:to|that)\b)?\s*",
        _BEHIND,
    ),
    "resolved": (
        r"(?:\b(?:RESOLVED|ORDERED|VOTED)\b|\b[Rr]esolved(?=[:,]|\s+[Tt]hat\b|\s+THAT\b))",
        rf"[,:–—-]*\s*{_ON_MOTION}(?:(?:THAT|that|That)\b[,:]?)?",
        _SENTENCE,
    ),
    "that the body": (
        r"^\W*(?:[Mm]otion\W+|[Tt]o\s+propose\s+)?[Tt]hat\s+(?:(?:this|the)\s+(?:(?!of\b)\w+\s+){0,4}?)?",
        rf"{_BODY}(?:\s|:)\s*(?!{_NO_ASK})(?:do(?:es)?\s+(?:hereby\s+)?)?",
        _BEHIND,
    ),
    "opens": (
        rf"^\W*(?:[Tt]o\s+propose\s+)?[Tt]hat\s+(?:the|this)\s+(?:(?!of\b)\w+\s+){{0,4}}?{_BODY}\s?"
        r"[:–—-]+(?P<rest>)$",
    ),
    "i move": (
        r"\b(?:I|[Ww]e|WE),?\s+(?i:(?:therefore|further|hereby|also|will|shall|beg\s+to),?\s+)*(?i:move)\b"
        r"(?:\s+at\s+the\s+next\s+[Mm]eeting)?,?\s+(?i:that\s+|(?=the\s+town\b))",
        _SENTENCE,
    ),
    "should": (
        r"\bThat,?\s+in\s+the\s+opinion\s+of\b[^:]{5,40}?,\s+",
        _WHOM.format(r"[^:]{5,60}?"),
        rf"\s+should\b:?{_BEHIND}",
    ),
    "for": (rf"\b(?:{_VERBS})(?:\s+(?:for|(?:up)?on))?\s*:{_BEHIND}",),
    "moved that": (
        r"\b(?i:seconded|moved|proposed|to\s+move)\b(?:(?!\b[Tt]hat\b)[^;:]){0,120}?"
        r"(?:,?\s+|\s?[–—]\s?)(?i:that)\s+",
        rf"(?!the\s+(?:motion|question|amendment|words|meeting)\b|th(?:e|is)\s+{_BODY}\s+(?:{_NO_ASK}))",
        _SENTENCE,
    ),
    "that it be": (
        rf"^\W*(?:That|THAT)\s+(?P<rest>(?!.{{0,80}}\b(?:{_NO_ASK}))\S.*\b(?:be|BE)\b.*)",
    ),
    "a proposal to": (
        r"\b(?i:moved|seconded|proposed)\b[^:;]{0,60}?\b(?:a|the)\s+(?:proposal|motion)\s+to\s+(?!.*:\s*$)",
        _SENTENCE,
    ),
    "agreed to": (
        r"(?:\b(?i:and|was)\s+(?i:agreed|resolved)|^\W*RESOLVED)\W{1,3}[Tt]o\s+",
        _SENTENCE,
    ),
    "question put": (
        r"\bQuestion\s+(?:again\s+)?(?:put|proposed)\W+That\s+",
        r"(?P<rest>.*?)(?:\W*[—–-]{1,2}\s*[\[(].*|(?<=[a-z\d])\.[”\"’']*\s+(?=[A-Z(\d]).*)?$",
    ),
    "moved by, to": (
        r"\b(?i:motion|moved|seconded)\b[^:;.]{0,60}?\b(?i:by)\s+[A-Z](?:(?!\breferred\b)[^:;.]){2,60}?\s+to\s+",
        _SENTENCE,
    ),
    "voted to": (
        r"\b(?i:board|council|committee|commission|town|selectmen|trustees)\s+(?:unanimously\s+)?"
        rf"voted(?:\s+unanimously)?\s+to\s+{_SENTENCE}",
    ),
    "that it does": (rf"^\W*T(?:hat|HAT)[,:]?\s+(?P<rest>(?!.{{0,80}}\b(?:{_NO_ASK}))\S.*)",),
    "believes": (
        rf"\b{_BODY}\s+believes?(?:\s+that)?\b{_BEHIND}",
    ),
    "body": (rf"^\W*(?:[Tt]his\s+|[Tt]he\s+)?{_BODY}:(?P<rest>)\W*$",),
    "moved to": (
        r"\b(?i:moved|motion|seconded|approved|carried)\b[^:;]{0,160}?\s+to\s+",
        r"(?=(?:adopt|approve|accept|support|endorse|direct|request|authori[sz]e|receive)\b)",
        _SENTENCE,
    ),
}  # fmt: skip
"""The parts of each form: what opens it, perhaps whom it asks, and what it asks behind that."""


def _patterns(*names: str) -> tuple["re.Pattern[str]", ...]:
    return tuple(re.compile("".join(_PARTS[name]), re.DOTALL) for name in names)


FORMS = tuple(
    _patterns(*names)
    for names in (
        *(
            ("be it resolved",),
            ("question put",),
            ("i move",),
            ("should",),
            ("opens",),
            ("calls", "resolves", "asks that"),
        ),
        *(("asks those whom the text writes small",), ("for",), ("resolved",), ("that the body",)),
        *(
            ("moved that",),
            ("that it be",),
            ("body",),
            ("believes",),
            ("moved to", "moved by, to", "voted to", "a proposal to", "agreed to"),
            ("that it does",),
        ),
    )
)
"""The surest first; a form is tried where none before it was found."""

CALLS = _patterns("calls", "asks those whom the text writes small")
"""The forms that name whom they ask."""

OPENS = next(forms for forms in FORMS if forms == _patterns("opens"))
"""The form that only opens a list: `That the Board:`."""
