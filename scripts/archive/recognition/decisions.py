"""Owns recognising what became of a motion and by which vote, from the sentences that say so."""

import re
from collections.abc import Iterator, Sequence

from archive.model.motion import Outcome, Vote, Votes

_SENTENCE = re.compile(r"(?<![A-Z])(?<!\bCllr)(?<!\bNo)[.?!:][”’\"')]*\s+(?=[A-Z“\"(])")
_ABOUT = re.compile(
    r"\b(?:motion|vote[ds]?|voting|show of hands|division|substantive|resolution (?:was|passed"
    r"|failed|carried|is)|question|proposal"
    r"|it was (?:agreed|resolved|carried)|(?:assembly|council|committee"
    r"|house) (?:\w+ )?(?:unanimously"
    r"|agreed|rejected|passed|approved|voted|adopted))\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"^\W*(?:outcome|result|decision|status)?\W*(?:unanimously\s+)?(?:agreed|carried|lost|passed"
    r"|approved|adopted|rejected|withdrawn|deferred|defeated|resolved|not (?:agreed|carried))\b",
    re.IGNORECASE,
)
_OF_THE_MOTION = re.compile(
    r"^\W*(?:(?:that )?(?:this|the) (?:council|assembly|house|committee|board)\b(?:\s+(?:also"
    r"|further|"
    r"therefore))?\s+(?:notes?|believes?|resolves?|calls?|welcomes?|recogni[sz]es|regrets|asks|supports)"
    r"|whereas\b|now,? therefore|(?:[a-z]|\d{1,2}|[ivx]{1,4})[.)]\s)",
    re.IGNORECASE,
)
_OUTCOMES: tuple[tuple[Outcome, str], ...] = (
    ("withdrawn", r"\bwithdr(?:awn|ew)\b"),
    (
        "deferred",
        r"\b(?:lie|lay|laid|lies) (?:up)?on the table\b|\b(?:deferred|adjourned|postponed|held over"
        r"|remitted|not reached)\b|\breferred (?:back )?(?:to|for)\b|\bstood referred\b",
    ),
    (
        "rejected",
        r"\b(?:rejected|not agreed|not carried|not adopted|not approved|lost|fell|failed|defeated"
        r"|negatived|voted down|disagreed|was not passed)\b",
    ),
    (
        "agreed as amended",
        r"\b(?:agreed|carried|approved|passed|adopted)\b[^.]{0,40}\bas amended\b"
        r"|\bamended motion\b[^.]{0,60}\b(?:agreed|carried|approved|passed|adopted)\b"
        r"|\bas amended\b[^.]{0,60}\b(?:agreed|carried|approved|passed|adopted)\b",
    ),
    ("agreed", r"\b(?:agreed|carried|approved|passed|adopted|resolved|accepted|endorsed)\b"),
)
_FINAL = ("withdrawn", "deferred")
"""Outcomes that a motion has whatever was voted on before."""

SHORT = 8
"""Words of a sentence that says an outcome without saying of what."""

_FOR = r"(?:in\s+favou?r|for|ayes?|yeas?|yes)"
_AGAINST = r"(?:against|noes|nays?|no|opposed|dissenting)"
_NUMBER = r"(?<![\w£$€.,/:])(?P<{}>\d{{1,4}}{})(?![\w/%]|[.,:]\d)"
_NOUGHT = "|none|nil|zero|nobody"
_SIGN = r"\s*[:=(–-]?\s*"
_COUNTS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        _NUMBER.format("for", "")
        + rf"\s*(?:votes?\s*|members?\s*)?(?:(?:were\s+)?cast\s+|voted\s+)?{_FOR}\b[^\d]{{0,25}}"
        + _NUMBER.format("against", _NOUGHT)
        + rf"\s*(?:votes?\s*|members?\s*)?(?:(?:were\s+)?cast\s+|voted\s+)?{_AGAINST}\b"
        r"(?:[^\d.]{0,25}(?P<abstained>\d{1,4})\s*(?:members?\s+)?abst\w+)?",
        rf"\b{_FOR}{_SIGN}"
        + _NUMBER.format("for", _NOUGHT)
        + rf"\)?[^\d]{{0,30}}\b{_AGAINST}{_SIGN}"
        + _NUMBER.format("against", _NOUGHT)
        + rf"(?:\)?[^\d]{{0,30}}\babst\w*{_SIGN}(?P<abstained>\d{{1,4}}))?",
        r"\b(?:carried|lost|agreed|passed|defeated|rejected|approved|adopted|vote[ds]?|voting|by)\b"
        r"[^\d.]{0,30}"
        + _NUMBER.format("for", "")
        + r"\s*(?:votes?\s*)?(?:in\s+favou?r\s+)?(?:to|[-–])\s*(?P<against>\d{1,4})(?![\w/%]"
        r"|[.,:]\d)"
        r"(?:[^\d.]{0,25}(?P<abstained>\d{1,4})\s*abst\w+)?",
        _NUMBER.format("for", "")
        + r"\s*(?:votes?\s*)?(?:in\s+favou?r|for)\b[^\d]{0,25}"
        + _NUMBER.format("against", _NOUGHT)
        + r"(?:[^\d.]{0,25}(?P<abstained>\d{1,4})\s*abst\w+)?",
    )
)
_IN_SHORT = re.compile(
    r"\b(?:carried|lost|passed|defeated)\b\W{1,3}(?P<for>\d{1,3})\s?/\s?(?P<against>\d{1,3})(?![\w/%])"
    r"(?P<abstained>)",
    re.IGNORECASE,
)
"""`CARRIED 6/3`, as minutes have it."""

_WORDS = (
    *("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_IN_WORDS = re.compile(
    rf"\b({'|'.join(_WORDS[1:])})(?=\s+(?:votes?\b|to\b|for\b|against\b|abst))", re.I
)


def outcome(paragraphs: Sequence[str]) -> tuple[Outcome, Vote | None, Votes | None]:
    """What became of a motion and by which vote, as sentences say it; else `not recorded`."""
    decisive = [(s, o) for s in _sentences(paragraphs) if (o := _outcome(s)) is not None]
    decided = next((one for _, one in decisive if one in _FINAL), None)
    if decided:
        return decided, None, None
    if not decisive:
        return "not recorded", None, None
    named = [one for one in decisive if _ABOUT.search(one[0])]
    decided = (named or decisive)[0][1]
    flat = " ".join(" ".join(paragraphs).split())
    if votes := _counted(flat, decided):
        return decided, "by the votes counted", votes
    if re.search(
        r"\bunanim|\bnem(?:ine)?\.? con|\bwithout dissent\b|\ball in favou?r\b", flat, re.I
    ):
        return decided, "unanimous", None
    return decided, "by majority" if re.search(r"\bmajority\b", flat, re.I) else None, None


def _sentences(paragraphs: Sequence[str]) -> Iterator[str]:
    """The sentences that may decide: not those of the motion itself, nor of an amendment."""
    for paragraph in paragraphs:
        for sentence in _SENTENCE.split(" ".join(paragraph.split())):
            only_amended = re.search(r"\bamendment", sentence, re.I) and not re.search(
                r"\bmotion\b|\bas amended\b", sentence, re.I
            )
            if not only_amended and not _OF_THE_MOTION.match(sentence):
                yield sentence


def _outcome(sentence: str) -> Outcome | None:
    short = len(sentence.split()) <= SHORT
    if not (short or _ABOUT.search(sentence) or _BEGINS.match(sentence)):
        return None
    return next((one for one, sign in _OUTCOMES if re.search(sign, sentence, re.I)), None)


def _counted(flat: str, decided: Outcome) -> Votes | None:
    """The votes as the text counts them; `lost by 19 to 5` names those against first."""
    text = _IN_WORDS.sub(lambda m: str(_WORDS.index(m[1].lower())), flat)
    for form in (_IN_SHORT, *_COUNTS):
        if match := form.search(text):
            counts = [_figure(match[name]) for name in ("for", "against", "abstained")]
            in_favour, against, abstained = counts
            if form is _COUNTS[2] and decided == "rejected" and in_favour > against:
                in_favour, against = against, in_favour
            numbers = {"in_favour": in_favour, "against": against, "abstained": abstained}
            return Votes.model_validate({name: str(n) for name, n in numbers.items()})
    return None


def _figure(words: str | None) -> int:
    return int(words) if words and words.isdigit() else 0
