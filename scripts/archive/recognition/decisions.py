"""Owns recognising what became of a motion and by which vote, from the sentences that say so."""

import re
from collections.abc import Sequence

from archive.model.motion import Outcome, Vote, Votes
from archive.recognition.counts import counted
from archive.recognition.sentences import BEGINS, deciding, only_amended, parted

_ABOUT = re.compile(
    r"\b(?:motion|vote[ds]?|voting|show of hands|division|substantive|resolution (?:was|passed"
    r"|failed|carried|is)|question|proposal"
    r"|(?:proposed|moved|seconded)\b.{0,160}\b(?:resolved|agreed|carried)"
    r"|so voted|ha(?:d|ve) it|leave to withdraw|it was (?:agreed|resolved|carried)"
    r"|(?:assembly|council|committee"
    r"|house) (?:on [^.]{5,40}, |\w+ )?(?:unanimously"
    r"|agreed|rejected|passed|approved|voted|adopted))\b",
    re.IGNORECASE,
)
_OUTCOMES: tuple[tuple[Outcome, str], ...] = (
    ("withdrawn", r"\bwithdr(?:awn|ew)\b|\bleave to withdraw\b(?!.*\b(?:refused|denied|not)\b)"),
    (
        "deferred",
        r"\bmotion to (?:table|postpone|refer|adjourn|defer)\b.{0,60}"
        r"\b(?:carried|passed|agreed|approved)\b"
        r"|\b(?:lie|lay|laid|lies) (?:up)?on the table\b"
        r"|\b(?:deferred|adjourned|postponed|held over"
        r"|remitted|not reached)\b|\breferred (?:back |without debate )?(?:to|for)\b"
        r"|\bst(?:ood|and|ands) referred\b",
    ),
    (
        "rejected",
        r"\b(?:rejected|fails|not agreed|not carried|not adopted|not approved|lost|fell"
        r"|failed|defeated"
        r"|negatived|voted down|disagreed|was not passed|in the negative"
        r"|no(?:es|s) ha(?:d|ve) it)\b",
    ),
    (
        "agreed as amended",
        r"\b(?:agreed|carried|approved|passed|adopted)\b[^.]{0,40}\bas amended\b"
        r"|\bmotion\W{1,3}amended\b[^.]{0,60}\b(?:agreed|carried|approved|passed|adopted)\b"
        r"|\bamended motion\b[^.]{0,60}\b(?:agreed|carried|approved|passed|adopted)\b"
        r"|\bsubstantive motion\b[^.]{0,40}\b(?:agreed|carried|approved|passed|adopted)\b"
        r"|\bas amended\b[^.]{0,60}\b(?:agreed|carried|approved|passed|adopted)\b",
    ),
    (
        "agreed",
        r"^\W*to (?:approve|accept|adopt) the (?:\w+ )*motion\b"
        r"|^\W*(?:unanimously )?voted(?:[:,]|,? (?:unanimously|to|that)\b)"
        r"|\b(?:board|council|committee|commission|selectmen|trustees) (?:unanimously )?voted to\b"
        r"|\b(?:agreed|carrie[sd]|approved|passe[sd]|adopted|resolved|accepted|endorsed"
        r"|in the affirmative"
        r"|so (?:voted|ordered|resolved|moved)|a(?:y|yes|yea|ye)s? ha(?:d|ve) it)\b",
    ),
)
_OTHER = re.compile(r"\bmotions? (?:no\.? ?)?\d", re.IGNORECASE)
_FINAL = ("withdrawn", "deferred")
"""Outcomes that a motion has whatever was voted on before."""

SHORT = 8
"""Words of a sentence that says an outcome without saying of what."""

_COUNTED = 45
"""Words of a sentence that may count a vote and say nothing of what it decides."""

_NOBODY_AGAINST = re.compile(
    r"\bunanim|\bnem(?:ine)?\.? con|\bwithout dissent\b|\ball in favou?r\b", re.IGNORECASE
)
_UNANIMOUS = re.compile(r"\bvotes?\W{1,3}unanimous\b|\bunanimous vote\b", re.IGNORECASE)
_QUALIFIED = re.compile(r"\b(?:two|three|four)[- ](?:thirds|fifths)\b|\b[2-4]/[35]", re.IGNORECASE)
"""What says that a vote needs more than half."""


def outcome(paragraphs: Sequence[str]) -> tuple[Outcome, Vote | None, Votes | None]:
    """What became of a motion and by which vote, as sentences say it; else `not recorded`."""
    decisive = [(s, o) for s in deciding(paragraphs) if (o := _outcome(s)) is not None]
    decided = next((one for said, one in decisive if one in _FINAL and _is_final(said)), None)
    decisive = [one for one in decisive if one[1] not in _FINAL]
    if decided:
        return decided, None, None
    if not decisive:
        return _by_count(paragraphs)
    named = [one for one in decisive if _ABOUT.search(one[0])]
    decided = (named or decisive)[0][1]
    flat = " ".join(s for p in paragraphs for s in parted(p) if not only_amended(s))
    said = [sentence for sentence, one in decisive if one == decided]
    if votes := next((v for s in (*said, flat) if (v := counted(s, decided))), None):
        return decided, "by the votes counted", votes
    if _NOBODY_AGAINST.search(flat):
        return decided, "unanimous", None
    majority = any(re.search(r"\bmajority\b", sentence, re.I) for sentence in said)
    return decided, "by majority" if majority else None, None


def _is_final(sentence: str) -> bool:
    """Whether a sentence ends the whole paper's motion: not one that names another by number."""
    return len(sentence.split()) <= _COUNTED and not _OTHER.search(sentence)


def _by_count(paragraphs: Sequence[str]) -> tuple[Outcome, Vote | None, Votes | None]:
    """What a bare count of votes decides, where no more than half of them is needed."""
    sentences = (s for p in paragraphs for s in parted(p) if not only_amended(s))
    short = " ".join(s for s in sentences if len(s.split()) <= _COUNTED)
    votes = counted(short, "not recorded")
    if votes is None and _UNANIMOUS.search(short):
        return "agreed", "unanimous", None
    if votes is None or votes.in_favour == votes.against or _QUALIFIED.search(" ".join(paragraphs)):
        return "not recorded", None, None
    agreed = int(votes.in_favour) > int(votes.against)
    return "agreed" if agreed else "rejected", "by the votes counted", votes


def _outcome(sentence: str) -> Outcome | None:
    short = len(sentence.split()) <= SHORT
    if not (short or _ABOUT.search(sentence) or BEGINS.match(sentence)):
        return None
    return next((one for one, sign in _OUTCOMES if re.search(sign, sentence, re.I)), None)
