"""Owns checking a letter that is about to be imported, as `archive check` will check it."""

from archive.body import Body
from archive.checks.sources import kept_problems
from archive.checks.text import body_problems, excepted, field_problems
from archive.files import File
from archive.importing.letter import COUNTRY, Imported
from archive.model.letter import Letter
from archive.problems import Problem
from archive.recordfile import read_record


def checked(path: str, made: Imported) -> tuple[Body | None, list[Problem]]:
    """The body of a letter as it is read, and everything that the check says of its files."""
    record, problems = read_record(Letter, File(path, made.record.encode(), made.record))
    if record is None:
        return None, problems
    exceptions = excepted(record.typed)
    kept = {f"letters/{record.noun.source.file}": made.source.encode()} if record.noun else {}
    problems += body_problems(path, record.body, exceptions, COUNTRY)
    problems += field_problems(path, record.typed, exceptions, COUNTRY)
    problems += kept_problems(record, kept, COUNTRY)
    return record.body, problems
