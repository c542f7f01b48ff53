"""Owns the text of a draft's record: its fields, comments and words."""

from dataclasses import replace

from archive.drafting.draft import Facts, digest, source_file
from archive.drafting.redacting import redactions
from archive.drafting.yamlwriter import Value, fields_yaml
from archive.intake.mending.mended import Mended, body_text
from archive.intake.received import Received
from archive.model.dates import PartialDate

_SCHEMA = "yaml-language-server: $schema=../.schemas/{kind}.schema.json"


def record_of(
    received: Received, mended: Mended, facts: Facts, chosen: str, today: PartialDate
) -> str:
    """The record with this id, as its file has it; notes of the file stand at its source."""
    fields: dict[str, Value] = {**facts.fields, **_declared(mended)}
    proposed = list(fields)
    fields["source"] = _source(received, mended, chosen, today)
    fields["proposed"] = proposed
    comments: dict[str, list[str]] = {}
    for name, words in facts.doubts:
        comments.setdefault(name, []).append(words)
    comments["source"] = [*map(str, mended.doubts), *received.notes]
    head = f"# {_SCHEMA.format(kind=facts.kind)}\n"
    return f"---\n{head}{fields_yaml(fields, comments)}---\n{body_text(mended.paragraphs)}"


def with_levels(mended: Mended, facts: Facts) -> Mended:
    """The paragraphs with those that are headings made so."""
    paragraphs = tuple(
        replace(p, level=facts.levels[i]) if i in facts.levels and p.text.strip() else p
        for i, p in enumerate(mended.paragraphs)
    )
    return replace(mended, paragraphs=paragraphs)


def _declared(mended: Mended) -> dict[str, Value]:
    """What was left out, mended and redacted; each part only where there is any."""
    parts: dict[str, Value] = {
        "omissions": [o.model_dump(exclude_defaults=True) for o in mended.omissions],
        "repairs": [r.model_dump(exclude_defaults=True) for r in mended.repairs],
        "redactions": [r.model_dump() for r in redactions(mended.source)],
    }
    return {name: part for name, part in parts.items() if part}


def _source(
    received: Received, mended: Mended, chosen: str, today: PartialDate
) -> dict[str, Value]:
    kept = digest(mended.source)
    original = bool(redactions(mended.source)) and received.sha256 != kept
    return {
        "file": source_file(chosen),
        "sha256": kept,
        **({"original_sha256": received.sha256} if original else {}),
        "received": today,
    }
