"""Owns recognising a letter's subject line."""

import re

from archive.recognition.called import calls
from archive.recognition.dating import dates
from archive.recognition.headings import LONGEST, MOTION, headings, looks_like_heading
from archive.recognition.names import name_at_start, name_in
from archive.recognition.paper import Paper, Paragraph, Told
from archive.recognition.references import is_reference

_SUBJECT = re.compile(
    r"^(?:(?:in )?re|regarding|subject(?: line| matter)?|subj|sub|topic|matter|concerning"
    r"|pwnc|objet|betreff|betrifft|onderwerp|asunto)(?:\s*[:.]\s*|\s+[-–—]\s+)(?P<words>\S.*)",
    re.IGNORECASE,
)
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw)\s*:\s*)+", re.IGNORECASE)
"""What e-mail puts before the subject of a reply."""

_NO_SUBJECT = re.compile(
    r"^(?:by|via|to|from|date|tel|c/o|attn|strictly|private)\b|,|\bonly$|@|\d{3} ?\d{3}"
    r"|\b\d{5}(?:-\d{4})?$|\[redacted",
    re.IGNORECASE,
)
"""What stands above a salutation too: how a letter is sent, an address."""

_OPENING = re.compile(
    r"(?:I|We) (?:am|are|have|refer|write|wrote|acknowledge|attach|enclose)\b"
    r"|(?:Thank you for|Thanks for|Further to|This is in|In (?:response|reply) to)\b"
)
"""The first words of a letter's text."""

_LONGEST = 220
_TITLE = 3
"""Words of a title that has nothing else to show that it is one."""


def subject(paper: Paper, above: int, begin: int, end: int) -> tuple[Told | None, int]:
    """The subject line and the index of the paragraph behind it; the salutation is at `above`.

    It stands behind "Subject:" anywhere above the text, or right behind the salutation: a line
    that says "Re:", is bold, or is short and no sentence.
    """
    for paragraph in paper.paragraphs[:begin]:
        for line in paragraph.lines:
            if match := _SUBJECT.match(line.strip()):
                return Told(" ".join(without_reply(match["words"]).split()), line), begin
    while begin < end and is_reference(paper.paragraphs[begin].text):
        begin += 1
    if begin >= end:
        return _before_greeting(paper, above), begin
    paragraph = paper.paragraphs[begin]
    if match := _SUBJECT.match(paragraph.text):
        return Told(match["words"], paragraph.text), begin + 1
    one_of_several = MOTION.match(paragraph.text) and _motions(paper, begin, end) != 1
    heading = looks_like_heading(paragraph, _LONGEST) or _in_capitals(paragraph)
    if heading and not one_of_several:
        return Told(paragraph.text, paragraph.text, sure=paragraph.bold), begin + 1
    return _before_greeting(paper, above) or _above_sentence(paragraph), begin


def _above_sentence(paragraph: Paragraph) -> Told | None:
    """The first line of the text, where it looks like a title and a sentence begins below it."""
    first, *rest = paragraph.lines
    title = looks_like_heading(Paragraph((first,)), LONGEST // 2) and not first.endswith("-")
    opens = bool(rest) and _OPENING.match(rest[0]) is not None
    return Told(first, first, sure=False) if title and opens else None


def _in_capitals(paragraph: Paragraph) -> bool:
    """Whether a paragraph is one short line of capitals; typewriters end it with a full stop."""
    text = paragraph.text
    return len(paragraph.lines) == 1 and text.isupper() and len(text) <= LONGEST


def _before_greeting(paper: Paper, above: int) -> Told | None:
    """A line right above the salutation that is bold or looks like a title, not an address."""
    paragraph = paper.paragraphs[above - 1] if above else None
    if paragraph is None or len(paragraph.lines) > 1 or is_reference(paragraph.text):
        return None
    text = paragraph.text
    plain = looks_like_heading(paragraph, _LONGEST) and not _NO_SUBJECT.search(text)
    dated = any(len(one.words) > len(text) / 2 for one in dates(text))
    small = (
        sum(word.islower() for word in text.split()) if not text.isupper() else len(text.split())
    )
    if (
        not plain
        or dated
        or name_in(text)
        or calls(text)
        or ((somebody := name_at_start(text)) and somebody.before)
        or len(text.split()) < _TITLE
        or not (small or paragraph.bold)
    ):
        return None
    return Told(text, text, sure=False)


def without_reply(words: str) -> str:
    """The subject of an e-mail, without the signs of a reply."""
    return _REPLY.sub("", words)


def _motions(paper: Paper, begin: int, end: int) -> int:
    """How many headings name a motion by its number."""
    found = (i for i in headings(paper, begin, end) if MOTION.match(paper.paragraphs[i].text))
    return len(list(found))
