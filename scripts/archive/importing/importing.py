"""Owns importing a corpus into a new archive: every line of it, or none and what is wrong."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pydantic_core import PydanticCustomError

from archive.body import Body
from archive.drafting.draft import source_file
from archive.drafting.papers import naming
from archive.drafting.yamlwriter import Value
from archive.files import LARGEST_FILE
from archive.importing.checked import checked
from archive.importing.corpus import Corpus, Entry
from archive.importing.letter import Imported, Origin, imported
from archive.importing.site import site_text
from archive.importing.vocabulary import NOT_RECORDED, name_problems, people, topics
from archive.model.dates import ALLOWED as DATES
from archive.model.dates import PartialDate, surely_after
from archive.outputs import Output
from archive.problems import Problem, in_order, quoted
from archive.settings import PATH as SETTINGS

MARK = "[redacted:"
"""What the import itself writes; found in a text, it cannot be told what stood there."""

DIGITS = 8
"""Hexadecimal digits of the digest behind ids that differ only in what a file name cannot have."""


class Refused(Exception):
    """That a corpus cannot be imported as it is; `problems` says why, in the order of lines."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def import_outputs(path: Path, received: PartialDate) -> Iterator[Output]:
    """The files of an archive with a letter for each line of a corpus, in the order of the lines.

    The file is read twice, and no more than one line of it is kept. Raises `Refused` at the end if
    anything is wrong with any line: what was given before is then to be thrown away.
    """
    corpus = Corpus.of(path)
    desk = _Desk(corpus, Origin(path.name, received), _wanted_ids(path))
    for entry in corpus.entries():
        yield from desk.letter(entry)
    yield from desk.rest()


def _wanted_ids(path: Path) -> Counter[str]:
    """How many lines want each id of a letter."""
    return Counter(_wanted(entry) for entry in Corpus.of(path).entries())


def _wanted(entry: Entry) -> str:
    day = _day(entry)
    return f"{day.iso if day else ''}-{naming(entry.id) or 'letter'}"


def _day(entry: Entry) -> PartialDate | None:
    try:
        return PartialDate.parse(entry.date)
    except PydanticCustomError:
        return None


class _Desk:
    """Makes letters one after the other, and notes what is wrong with them."""

    def __init__(self, corpus: Corpus, origin: Origin, wanted: Counter[str]) -> None:
        self.corpus = corpus
        self.origin = origin
        self.wanted = wanted
        self.people, self.topics = people(), topics()
        self.texts: dict[bytes, int] = {}

    def letter(self, entry: Entry) -> Iterator[Output]:
        """The files of an entry's letter; nothing where something is wrong with it."""
        day = _day(entry)
        if day is None:
            self.corpus.wrong(entry.line, quoted(entry.date), "a date", DATES)
            return
        if surely_after(day, self.origin.received):
            wanted = f"a day before the texts were received ({self.origin.received.spoken})"
            self.corpus.wrong(entry.line, quoted(entry.date), wanted, "another --received")
            return
        id = self._id(entry)
        made = imported(entry, id, self._links(entry), self.origin)
        path = f"letters/{day.year:04}/{id}.md"
        if self._right(entry, path, made):
            yield Output(path, made.record.encode())
            yield Output(f"letters/{source_file(id)}", made.source.encode())

    def rest(self) -> Iterator[Output]:
        """The vocabularies and the configuration. Raises `Refused`."""
        if not self.wanted and not self.corpus.rows.problems:
            self.corpus.wrong(1, "no text", "at least one", "JSON Lines")
        for names in (self.people, self.topics):
            for line, problem in name_problems(names):
                self.corpus.wrong(line, problem.found, problem.wanted, problem.allowed)
        if self.corpus.rows.problems:
            raise Refused(in_order(self.corpus.rows.problems))
        yield self.people.output()
        yield self.topics.output()
        yield Output(SETTINGS, site_text(self.origin.name).encode())

    def _id(self, entry: Entry) -> str:
        """The id that the entry wants; with a digest where others want it too."""
        wanted = _wanted(entry)
        if self.wanted[wanted] == 1:
            return wanted
        return f"{wanted}-{hashlib.sha256(entry.id.encode()).hexdigest()[:DIGITS]}"

    def _links(self, entry: Entry) -> dict[str, Value]:
        """Who wrote to whom, and about what. An answer is from the one who was asked."""
        pair = (entry.author, entry.recipient)
        sender, recipient = reversed(pair) if entry.question else pair
        links: dict[str, Value] = {
            "from": self.people.id_of(sender or NOT_RECORDED, entry.line),
            "to": self.people.id_of(recipient or NOT_RECORDED, entry.line),
        }
        if entry.topic:
            links["topics"] = [self.topics.id_of(entry.topic, entry.line)]
        return links

    def _right(self, entry: Entry, path: str, made: Imported) -> bool:
        """Whether the check would find nothing wrong; else that is noted."""
        if MARK in entry.question + entry.text:
            found, wanted = f"{quoted(MARK)} in the text", "a text that nobody has redacted yet"
            self.corpus.wrong(entry.line, found, wanted, "other words for it")
            return False
        largest = max(len(made.record.encode()), len(made.source.encode()))
        if largest > LARGEST_FILE:
            found, allowed = f"a text of {largest:,} bytes", f"at most {LARGEST_FILE:,} bytes"
            self.corpus.wrong(entry.line, found, "a text that fits into a record", allowed)
            return False
        body, problems = checked(path, made)
        for problem in problems:
            self.corpus.wrong(entry.line, problem.found, problem.wanted, problem.allowed)
        return body is not None and not problems and self._new(entry, body)

    def _new(self, entry: Entry, body: Body) -> bool:
        """Whether no earlier line has the same words."""
        words = hashlib.sha256(body.flat.encode()).digest()
        first = self.texts.setdefault(words, entry.line)
        if first != entry.line:
            found = f"the same text as line {first}"
            self.corpus.wrong(entry.line, found, "a text of its own", "each text once")
        return first == entry.line
