"""Owns the forms in which the sentences of a motion ask, as patterns; the surest first."""

import re

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
    r"(?:\s+(?:by|that\s+by)\b[^:]{0,160}?(?=\bthat\b|:))?[,:]?\s*(?:that\b[,:]?)?(?P<rest>.*)",
    re.DOTALL | re.IGNORECASE,
)
_RESOLVES = re.compile(
    r"\b(?:resolves?|RESOLVES?|agrees|undertakes|commits|pledges)\b(?:\s+(?:therefore|hereby|further|also))?"
    r"(?:\s+(?:to|that)\b)?\s*(?P<rest>.*)",
    re.DOTALL,
)
_RESOLVED = re.compile(
    r"(?:\b(?:RESOLVED|ORDERED|VOTED)\b|\b[Rr]esolved(?=[:,]|\s+[Tt]hat\b|\s+THAT\b))[,:]?\s*"
    r"(?:[Oo]n\s+the\s+(?:motion|proposal|proposition)\s+of\b.{3,120}?(?=\bthat\b))?"
    r"(?:(?:THAT|that|That)\b[,:]?)?"
    r"(?P<rest>.*?)(?:(?<=[a-z\d])\.\s+(?=[A-Z]).*)?$",
    re.DOTALL,
)
_THAT = re.compile(
    r"^\W*(?:[Mm]otion\W+|[Tt]o\s+propose\s+)?[Tt]hat\s+(?:(?:this|the)\s+(?:\w+\s+){0,4}?)?"
    r"(?:Council|Assembly|House|Committee|Board|Parliament|Senedd|Dáil|Seanad|Chamber|Synod|Congress|"
    r"Senate|Conference|Panel|Meeting)(?:\s|:)\s*(?!notes?|believes?|welcomes?|recogni)(?:do(?:es)?\s+(?:hereby\s+)?)?"
    r"(?P<rest>.*)",
    re.DOTALL,
)
_I_MOVE = re.compile(
    r"\bI\s+(?i:(?:therefore|further|hereby|also)\s+)?(?i:move)\b,?\s+(?i:that)\s+(?P<rest>.*)",
    re.DOTALL,
)
_SHOULD = re.compile(
    r"\bThat,?\s+in\s+the\s+opinion\s+of\b[^:]{5,40}?,\s+(?P<whom>[^:]{5,60}?)\s+should\b:?(?P<rest>.*)",
    re.DOTALL,
)
_FOR = re.compile(rf"\b(?:{_VERBS})(?:\s+for)?\s*:(?P<rest>.*)", re.DOTALL)
"""An ask of nobody: `asks for:`."""

_MOVED_THAT = re.compile(
    r"\b(?i:seconded|moved|proposed|to\s+move)\b[^;:]{0,120}?(?:,?\s+|\s?[–—]\s?)(?i:that)\s+"
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

FORMS = (
    *((_BE_IT,), (_I_MOVE,), (_SHOULD,), (_CALLS, _RESOLVES), (_ASKS_LOW,), (_FOR,)),
    *((_RESOLVED,), (_THAT,)),
    *((_MOVED_THAT,), (_THAT_BE,), (_BELIEVES,)),
)
"""The surest first; a form is tried where none before it was found."""

CALLS = (_CALLS, _ASKS_LOW)
"""The forms that name whom they ask."""
