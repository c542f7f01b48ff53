"""Owns recognising a letter's subject line and the headings of its sections."""

import re
from collections.abc import Iterator

from archive.recognition.dating import dates
from archive.recognition.names import name_in
from archive.recognition.paper import Paper, Paragraph, Told
from archive.recognition.references import is_reference

_SUBJECT = re.compile(
    r"^(?:(?:in )?re|regarding|subject(?: line| matter)?|subj|sub|topic|matter|concerning"
    r"|pwnc|objet|betreff|betrifft|onderwerp|asunto)(?:\s*[:.]\s*|\s+[-–—]\s+)(?P<words>\S.*)",
    re.IGNORECASE,
)
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw)\s*:\s*)+", re.IGNORECASE)
"""What e-mail puts before the subject of a reply."""

_QUESTION = re.compile(r"(?:Q|Question|Ask|Request|Point|Query)\.? ?\d{1,2}\b.*\?$", re.IGNORECASE)
_MOTION = re.compile(r"^(?:agreed )?(?:motion|item)s?\s+\d+\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^(?:\d{1,2}|[IVX]{1,4}|[A-H])[.)]\s+[A-Z]|^\(?[a-h]\)\s+[A-Z]"
    r"|^\d{1,2}\.\d{1,2}\.?\s+[A-Z]|^\d{1,3}/\d{1,4}\s+[A-Z]"
)
_NO_SUBJECT = re.compile(
    r"^(?:by|via|to|from|date|tel|c/o|attn|strictly|private)\b|,|\bonly$|@|\d{3} ?\d{3}|\[redacted",
    re.IGNORECASE,
)
"""What stands above a salutation too: how a letter is sent, an address."""

_TITLE = 3
"""Words of a title that has nothing else to show that it is one."""

_LONGEST_SUBJECT, _LONGEST_HEADING = 220, 120
_INNER = re.compile(r"[a-z]{2}[.?!][”’]? [A-Z]")
_SENTENCE = re.compile(r"[.?!;:,][”’\"']*$")
_SMALL_WORDS = re.compile(
    r"^(?:i|we|you|he|she|it|they|this|that|these|thank|please|as|in|on|at|for|with|the)\b.*"
    r"\b(?:is|are|was|were|am|have|has|had|will|would|can|could|should|may|must)\b",
    re.IGNORECASE,
)


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
    one_of_several = _MOTION.match(paragraph.text) and _motions(paper, begin, end) != 1
    heading = looks_like_heading(paragraph, _LONGEST_SUBJECT) or _in_capitals(paragraph)
    if heading and not one_of_several:
        return Told(paragraph.text, paragraph.text, sure=paragraph.bold), begin + 1
    return _before_greeting(paper, above), begin


def _in_capitals(paragraph: Paragraph) -> bool:
    """Whether a paragraph is one short line of capitals; typewriters end it with a full stop."""
    text = paragraph.text
    return len(paragraph.lines) == 1 and text.isupper() and len(text) <= _LONGEST_HEADING


def _before_greeting(paper: Paper, above: int) -> Told | None:
    """A line right above the salutation that is bold or looks like a title, not an address."""
    paragraph = paper.paragraphs[above - 1] if above else None
    if paragraph is None or len(paragraph.lines) > 1 or is_reference(paragraph.text):
        return None
    text = paragraph.text
    plain = looks_like_heading(paragraph, _LONGEST_SUBJECT) and not _NO_SUBJECT.search(text)
    dated = any(len(one.words) > len(text) / 2 for one in dates(text))
    small = (
        sum(word.islower() for word in text.split()) if not text.isupper() else len(text.split())
    )
    if (
        not plain
        or dated
        or name_in(text)
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
    found = (i for i in headings(paper, begin, end) if _MOTION.match(paper.paragraphs[i].text))
    return len(list(found))


def headings(paper: Paper, begin: int, end: int) -> Iterator[int]:
    """The indexes of the paragraphs that are headings of sections."""
    for index in range(begin, end):
        paragraph = paper.paragraphs[index]
        if is_reference(paragraph.text) or index + 1 >= end:
            continue
        following = paper.paragraphs[index + 1]
        looks = looks_like_heading(paragraph, _LONGEST_HEADING)
        heading = looks and not (_is_figures(paragraph) or _is_figures(following))
        if heading or _asks_above(paragraph, following):
            yield index


def _is_figures(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the row of a table: figures, and a word or two."""
    words = paragraph.text.split()
    figures = sum(word[:1].isdigit() for word in words)
    return figures > 1 and 2 * figures >= len(words) - 1


def _asks_above(paragraph: Paragraph, following: Paragraph) -> bool:
    """Whether a paragraph is a question with a label, that is answered below."""
    asks = _QUESTION.match(paragraph.text) and len(paragraph.text) <= _LONGEST_HEADING
    return bool(asks) and not _QUESTION.match(following.text)


def looks_like_heading(paragraph: Paragraph, longest: int) -> bool:
    """Whether a paragraph is a heading by its look: bold or short, without a sentence's end."""
    text = paragraph.text
    if not text or paragraph.beside or len(text) > longest or len(paragraph.lines) > 2:  # noqa: PLR2004
        return False
    if _MOTION.match(text) or (paragraph.bold and not text.endswith((".", ","))):
        return True
    if _SENTENCE.search(text) or _INNER.search(text) or _SMALL_WORDS.match(text):
        return False
    if _NUMBERED.match(text):
        return True
    return text[0].isupper() or text.isupper()
