"""Owns the forms in which papers say who moved, seconded and amended a motion, as patterns."""

import re
from calendar import month_name

from archive.recognition.honours import TITLES

_WHO = r"(?:[Tt]he\s+)?(?P<{}>[A-Z][^.:;()\n“”\"]{{1,80}}?)"
_MOVER, _SECONDER = _WHO.format("mover"), _WHO.format("seconder")
_MONTH = "|".join(month_name[1:])
_STOP = (
    rf"(?=\s*(?:{_MONTH})\s+\d|"
    r"\s*(?:[.,;:()\n“\"–—]|\s-|$|\band\s+(?:duly\s+|will\s+be\s+|to\s+be\s+|is\s+|was\s+)?"
    r"(?i:seconded|amended|the|was|that|referred|carried|agreed|passed|approved|adopted|lost|unanimously"
    r"|resolved|it|put|upon)\b|\band\s+[A-Z]|(?i:to|that|resolved|and\s*$)\b))"
)
_BY = r"(?i:\s+by:?|\s*:)[\s_]*"
_MADE = (
    r"(?i:moved|proposed|introduced|sponsored|motion|(?:motion\s+(?:was\s+)?)?made|tabled|lodged|submitted|presented|offered"
    r"|brought|notice(?:\s+given)?)"
)
_SECOND = r"(?i:second(?:ed|er)?)"
_SEVERAL = (
    r"(?i:councillors|cllrs|crs|supervisors|aldermen|senators|commissioners|trustees|messrs)\b"
)
_OFFICE = r"(?=(?i:cllr|clr|cr|councill?or|member|ald|deputy|mayor|m[rs]|dr|chair)\b)"
_INVERTED = r"[A-Z][\w’'-]+,\s+[A-Z][\w’'-]+"
_TITLE = "|".join(map(re.escape, TITLES))
_TITLED = rf"(?P<mover>(?i:\b(?:{_TITLE}))\u2024?\s+[A-Z][^.:;,()\n“”\"]{{1,40}}?)"
_CALLED = r"(?P<{}>[A-Z][^/();:]{{1,40}}?)"
MOVED = tuple(
    re.compile(form)
    for form in (
        rf"{_MOVER}\s+(?i:formally\s+)?(?i:moved|proposed|to\s+move|to\s+propose)"
        rf"(?i:,?\s+(?:and|with)|,)\s+{_SECONDER}\s+(?i:formally\s+)?(?i:seconded|seconding|to\s+second)\b",
        rf"{_MOVER},\s+(?i:seconded\s+by)\s+{_SECONDER},?\s+(?i:moved|moves|to\s+move)\b",
        rf"(?i:moved|proposed)(?:{_BY}|\s+){_MOVER}[,;]?\s+(?i:seconded)(?:{_BY}|\s+){_SECONDER}{_STOP}",
        rf"(?i:resolved|carried|moved|motion|that)?\W*\(\s*{_CALLED.format('mover')}\s*/\s*"
        rf"{_CALLED.format('seconder')}\s*\)",
        rf"^(?:Crs|Cllrs|Councillors)\u2024?\s+{_CALLED.format('mover')}\s*/\s*"
        rf"{_CALLED.format('seconder')}$",
        r"(?i:motion|notice)\s+(?:[a-z]+\s+){0,2}?(?i:submitted|given|received|tabled)\b[^.:;]{0,80}?"
        rf"\s(?i:by)\s+{_TITLED}{_STOP}",
        rf"[—–-]\s?\({_TITLED}\.?\)",
        rf"{_MOVER}\s+(?i:moved\s+to\s+(?:adopt|approve|pass|accept|agree))\b",
        rf"{_MOVER},?\s+moved\s+[A-Z][A-Z\d]*-\d+",
        rf"^\W*[A-Z]{{2,4}}\d{{3,5}}\s+{_MOVER}\s*\([A-Z]",
        rf"^\W*[A-Z][A-Z\d]{{1,4}}-\d{{3,6}}(?:\.\d+)?\W*\s+{_MOVER}\s*(?:\([^)]*\)\s*)*:\s",
        rf"(?i:on\s+(?:the\s+|a\s+)?(?:motion|proposal|proposition)\s+(?:of|by)|(?:moved|proposed)(?:\s+by)?|motion\s+by)"
        rf"\s+(?={_SEVERAL}){_MOVER},?\s+(?i:and|&)\s+{_SECONDER}{_STOP}",
        rf"{_MADE}{_BY}{_MOVER}[,;]?\s*(?i:and\s+)?(?i:was\s+)?{_SECOND}{_BY}{_SECONDER}{_STOP}",
        rf"[–—-]\s+[Bb]y\s+{_MOVER},?\s+(?i:seconded\s+by)\s+{_SECONDER}{_STOP}",
        rf"(?i:on\s+(?:the\s+|a\s+)?(?:motion|proposal|proposition)\s+(?:of|by))\s+{_MOVER}{_STOP}",
        rf"{_MOVER}\s+(?i:made|put|offered)\s+(?:a|the)\s+motion\b[^.]{{0,160}}?,?\s+(?:and\s+)?"
        rf"(?i:seconded\s+by)\s+{_SECONDER}{_STOP}",
        r"(?i:proposed|motion(?:\s+[\w.#]{1,9}){0,3}|standing|notice\s+given)\s+(?:is\s+)?(?i:in\s+the\s+names?\s+of):?\s+"
        rf"{_MOVER}{_STOP}",
        rf"(?i:sponsors?|proposer|mover)\s*:?\s+(?P<mover>{_INVERTED})\s*$",
        rf"(?i:proposer|mover)\s*:?\s+{_MOVER}\s*[;,.\n]?\s*(?i:seconder)\s*:?\s+{_SECONDER}{_STOP}",
        rf"{_MADE}\s+(?i:by):?\s*{_MOVER}{_STOP}",
        rf"(?i:(?:(?:primary|lead|chief|principal)\s+)?sponsors?|proposer|mover|moved|proposed)\s*:\s*{_MOVER}{_STOP}",
        rf"(?i:moved|proposed)\s+{_OFFICE}{_MOVER}{_STOP}",
        rf"{_MOVER},?\s+(?i:who\s+)?(?i:moved|proposed|tabled|introduced|brought)\s+(?:the|this|a)\s+motion\b",
        rf"{_MOVER}\s+(?i:moved(?:,|:|\s+that\b|\s+the\s+following))",
        r"\((?P<mover>[A-Z][^()]{2,60})\):?\s+(?i:to\s+move)\b",
        rf"{_MOVER}\s*(?:\([^()]{{1,60}}\)\s*)*(?::\s[^:]{{0,200}}?|:?\s*)\bI\s+(?:beg\s+to\s+)?move\b",
        rf"{_MOVER}\s*(?:\([^()]{{1,90}}\)\s*)?(?:submitted|introduced|offered)\s+the\s+following\b",
        rf"{_MOVER}(?::?\s+(?:to|will|TO)|\s?:\s+To)\s+(?i:move|propose)\b",
        rf"{_TITLED}\s*(?:\([^()]{{2,60}}\)\s*)?,\s+seconded\s+by\s+{_SECONDER}"
        r"\s*(?:\([^()]{2,60}\)\s*)?,?\s+moved\b",
        rf"{_TITLED},\s+[a-z][^,]{{2,50}},\s+moved\b",
        rf"(?:^|[–—-]\s){_TITLED}\s*(?:\([^()]{{2,60}}\)\s*)?(?:,[^—–]{{2,80}})?\s*[—–-]+\s*That\b",
        rf"^(?i:by\s+){_TITLED}{_STOP}",
        r"^By:\s+(?P<mover>[A-Z][\w’'-]+)(?=\s+[HS]\u2024?(?:[CJ]\u2024?)?R\b)",
        rf"^(?i:motion)\s+(?i:no\.?\s*)?\d+\s*[–—:-]\s*{_TITLED}$",
        rf"\b(?:put|brought|presented)\s+(?:to|before)\s+(?:the\s+)?Council\b[^.]{{0,40}}\bby\s+{_TITLED}{_STOP}",
        rf"{_TITLED}\s+moved\b(?!\s+(?:by|an?\s+amendment|into|from)\b)",
        r"(?P<mover>[A-Z][\w’'-]+,\s+[A-Z][^,(){}]{1,30}?)\s*\([^()]*\)\s*[-–—]\s*[Pp]roposed",
    )
)
SECONDED = re.compile(
    rf"{_SECOND}(?:{_BY}|\s+{_OFFICE}){_SECONDER}{_STOP}"
    rf"|{_WHO.format('other')}\s+(?i:seconded\b(?!\s+by|:)|(?:to|will)\s+second\b)"
)
AMENDED = re.compile(
    r"[Aa]mend(?:ed|ment)s?\s+(?:on\s+a\s+proposal\s+by|(?:was\s+)?(?:moved|proposed)\s+by"
    r"|in\s+the\s+name\s+of):?\s+(?P<who>[A-Z][^.:;()\n]{2,80}?)(?=[.,;\n]|$|\s+and\s+seconded)"
)
