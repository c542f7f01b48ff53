"""Owns checking that each text has its kept source, and each kept source its record."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from archive.checks.proof import digest_problems, redaction_problems
from archive.checks.text import excepted, exception_problems, source_problems
from archive.checks.words import word_problems
from archive.files import not_utf8
from archive.model.letter import Letter
from archive.nearest import did_you_mean
from archive.problems import Problem, quoted
from archive.quotes import flatten
from archive.records import AnyRecord


def kept_problems(
    record: AnyRecord, sources: Mapping[str, bytes | None], country: str
) -> Iterator[Problem]:
    """A text without a source, a source that is not there, and every way in which they disagree."""
    noun = record.noun
    if noun is None or not (record.whole or record.wrote("source")):
        return
    if not record.body.flat and (isinstance(noun, Letter) or noun.source):
        wanted = "the words of the document below the fields"
        line = record.body.first_line
        yield Problem(record.path, line, 1, "no text", wanted, "at least one word")
        return
    if noun.source is None:
        yield from _without_source(record)
        return
    path = record.source
    if path not in sources:
        yield _not_kept(record, noun.source.file, sources)
    elif (content := sources[path]) is not None:
        yield from _compared(record, path, content, country)


def _not_kept(record: AnyRecord, file: str, sources: Iterable[str]) -> Problem:
    """The problem of a source that is named and does not exist."""
    folder = record.path.split("/")[0]
    here = record.fields.at(("source", "file"))
    kept = [str(PurePosixPath(p).relative_to(folder)) for p in sources if p.startswith(folder)]
    wanted = "a kept source" + did_you_mean(file, kept)
    allowed = f"a file of {folder}/sources/, written sources/NAME.txt"
    return Problem(record.path, here.line, here.column, quoted(file), wanted, allowed)


def _without_source(record: AnyRecord) -> Iterator[Problem]:
    yield from exception_problems(record.path, record.typed, (record.body.raw,))
    for name in ("omissions", "repairs", "redactions"):
        if record.wrote(name):
            place = record.fields.keys[name]
            wanted, allowed = "the field source, from which they were taken", "both, or neither"
            yield Problem(record.path, *place, f"{name} without a source", wanted, allowed)
    if record.body.flat:
        wanted = "the field source, since the record has a text"
        found = "a text without a source"
        allowed = "source with file, sha256 and received; or no text"
        yield Problem(record.path, record.body.first_line, 1, found, wanted, allowed)


def _compared(record: AnyRecord, path: str, content: bytes, country: str) -> Iterator[Problem]:
    noun = record.noun
    assert noun is not None and noun.source is not None
    redacted = bool(noun.redactions)
    yield from digest_problems(record.path, record.fields, noun.source, redacted, content)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield not_utf8(path, content, error)
        return
    exceptions = excepted(record.typed)
    flat = flatten(text)
    yield from source_problems(path, text, flat, exceptions, country)
    yield from exception_problems(record.path, record.typed, (text, record.body.raw))
    yield from redaction_problems(record.path, record.fields, noun.redactions, record.body, text)
    if noun.omissions or noun.repairs or flat != record.body.flat:
        yield from word_problems(record.path, record.fields, noun, record.body, text)


def shared_problems(records: Iterable[AnyRecord]) -> Iterator[Problem]:
    """Kept sources that several records name: one of them has the wrong one."""
    first: dict[str, str] = {}
    for record in records:
        if file := record.source:
            if file in first:
                here = record.fields.at(("source", "file"))
                found = f"the source of {first[file]}"
                wanted, allowed = "a source of its own", "one record for each kept source"
                yield Problem(record.path, here.line, here.column, found, wanted, allowed)
            first.setdefault(file, record.path)


def orphan_problems(records: Iterable[AnyRecord], sources: Iterable[str]) -> Iterator[Problem]:
    """Kept sources that no record names: a record was lost, or one was renamed."""
    for path in sorted(set(sources) - {record.source for record in records}):
        found = "a kept source that no record names"
        wanted = "a record whose source has this file"
        yield Problem(path, 1, 1, found, wanted, "one record for each kept source")
