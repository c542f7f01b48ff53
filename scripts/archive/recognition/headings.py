"""Owns recognising the headings of sections, by their look and by what stands below them."""

import re
from collections.abc import Iterator

from archive.recognition.dating import dates
from archive.recognition.paper import Paper, Paragraph
from archive.recognition.references import is_reference

_QUESTION = re.compile(r"(?:Q|Question|Ask|Request|Point|Query)\.? ?\d{1,2}\b.*\?$", re.IGNORECASE)
_IS_QUESTION = re.compile(
    r"(?:why|what|how|when|who|which|where|is|are|do|does|did|will|can|has|have) [^.?!]{8,90}\?$",
    re.I,
)
_COUNTED_QUESTION = re.compile(r"\(?\d{1,2}[.)]\s+[A-Z][^?]{8,150}\?$")
MOTION = re.compile(r"^(?:agreed )?(?:motion|item)s?\s+\d+\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^(?:\d{1,2}|[IVX]{1,4}|[A-H])[.)]\s+[A-Z]|^\(?[a-h]\)\s+[A-Z]"
    r"|^\d{1,2}\.\d{1,2}\.?\s+[A-Z]|^\d{1,3}/\d{1,4}\s+[A-Z]"
)
_SEVERAL = 2
LONGEST, LONGEST_BOLD = 120, 220
"""Characters of a heading."""

_INNER = re.compile(r"[a-z]{2}(?<![Rr]ef)(?<!Cllr)(?<!Clr)(?<!Prof)(?<!Res)[.?!][”’]? [A-Z]")
_SENTENCE = re.compile(r"[.?!;:,][”’\"']*$")
_OF_MINUTES = re.compile(
    r"^(?:carried|defeated|lost|adopted|approved|passed)(?: unanimously)?$"
    r"|\b(?:moved|seconded|proposed)\b.*\bseconded\b",
    re.IGNORECASE,
)
"""What minutes that a letter quotes say of a motion."""

_FOLLOWING = re.compile(r"\b(?:as follows|the following(?: \w+){0,2})$", re.IGNORECASE)
"""The last words of what opens something, with or without a colon."""

_SMALL_WORDS = re.compile(
    r"^(?:i|we|you|he|she|it|they|this|that|these|thank|please|as|in|on|at|for|with|the)\b.*"
    r"\b(?:is|are|was|were|am|have|has|had|will|would|can|could|should|may|must)\b",
    re.IGNORECASE,
)


def headings(paper: Paper, begin: int, end: int) -> Iterator[int]:
    """The indexes of the paragraphs that are headings of sections.

    Beside several, so is a short line that says something: `You can ask for a review`.
    """
    found = set(_plain_headings(paper, begin, end))
    if len(found) >= _SEVERAL:
        found |= {
            i for i in range(begin, end - 1) if _says(paper.paragraphs[i]) and i + 1 not in found
        }
    yield from sorted(found)


def _says(paragraph: Paragraph) -> bool:
    """Whether a paragraph is one short line, without an end, that says something."""
    text = paragraph.text
    short = len(paragraph.lines) == 1 and len(text) <= LONGEST // 2 and text[:1].isupper()
    return short and not paragraph.beside and bool(_SMALL_WORDS.match(text)) and text[-1].isalnum()


def _plain_headings(paper: Paper, begin: int, end: int) -> Iterator[int]:
    for index in range(begin, end):
        paragraph = paper.paragraphs[index]
        aside = is_reference(paragraph.text) or _OF_MINUTES.search(paragraph.text)
        if aside or index + 1 >= end:
            continue
        following = paper.paragraphs[index + 1]
        cell = paragraph.column and following.column != paragraph.column
        if cell or (index == begin and _says_when(paragraph)):
            continue
        looks = looks_like_heading(paragraph, LONGEST)
        heading = looks and not (_is_figures(paragraph) or _is_figures(following))
        asks = _asks_above(paragraph, following) or _questions(paragraph, following)
        if heading or asks or _counts_question(paragraph, paper.paragraphs[index - 1], following):
            yield index


def _says_when(paragraph: Paragraph) -> bool:
    """Whether a line below the subject says when a meeting is, as the subject of a clerk does."""
    met = paragraph.text.lower().startswith("meeting")
    return met and any(found.date.day for found in dates(paragraph.text))


def _is_figures(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the row of a table: figures, and a word or two."""
    words = paragraph.text.split()
    figures = sum(word.lstrip("£$€(-–")[:1].isdigit() for word in words)
    return figures > 1 and 2 * figures >= len(words) - 1


def _counts_question(paragraph: Paragraph, above: Paragraph, following: Paragraph) -> bool:
    """Whether a paragraph is a question with a number, and neither neighbour is another one."""
    counts = len(paragraph.text) <= LONGEST and _COUNTED_QUESTION.match(paragraph.text)
    return bool(counts) and not any(
        _COUNTED_QUESTION.match(other.text) or other.text.endswith(("?", ":"))
        for other in (above, following)
    )


def _questions(paragraph: Paragraph, following: Paragraph) -> bool:
    """Whether a paragraph is a short question on one line, with its answer below."""
    asks = _IS_QUESTION.match(paragraph.text) and len(paragraph.lines) == 1
    return (
        bool(asks)
        and not following.text.endswith("?")
        and len(following.text) > len(paragraph.text)
    )


def _asks_above(paragraph: Paragraph, following: Paragraph) -> bool:
    """Whether a paragraph is a question with a label, that is answered below."""
    asks = _QUESTION.match(paragraph.text) and len(paragraph.text) <= LONGEST
    return bool(asks) and not _QUESTION.match(following.text)


def looks_like_heading(paragraph: Paragraph, longest: int) -> bool:
    """Whether a paragraph is a heading by its look: bold or short, without a sentence's end."""
    text = paragraph.text
    longest = LONGEST_BOLD if paragraph.bold else longest
    if not text or paragraph.beside or len(text) > longest or len(paragraph.lines) > 2:  # noqa: PLR2004
        return False
    counts = paragraph.bold and _NUMBERED.match(text)
    if MOTION.match(text) or counts or (paragraph.bold and not text.endswith((".", ","))):
        return True
    opens = _SENTENCE.search(text) or _FOLLOWING.search(text)
    if opens or _INNER.search(text) or _SMALL_WORDS.match(text):
        return False
    if _NUMBERED.match(text):
        return True
    return text[0].isupper() or text.isupper()
