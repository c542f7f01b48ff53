"""Owns what an archive's folder says once a draft has been put into it, without reading it anew."""

from dataclasses import replace

from archive.drafting.draft import Draft
from archive.files import File
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.reading import Reading
from archive.recordfile import read_record


def with_draft(reading: Reading, draft: Draft) -> Reading:
    """The reading with the draft's record and source, as it would be read from the folder."""
    file = File(draft.path, draft.record.encode("utf-8"), draft.record)
    sources = {**reading.sources, draft.source_path: draft.source.encode("utf-8")}
    reading = replace(reading, sources=sources, record_paths=(*reading.record_paths, draft.path))
    if draft.facts.kind == "letter":
        letter, _ = read_record(Letter, file)
        return replace(reading, letters=(*reading.letters, letter)) if letter else reading
    motion, _ = read_record(Motion, file)
    return replace(reading, motions=(*reading.motions, motion)) if motion else reading
