"""Owns reading the labels by which the head of a letter or a page says from whom to whom it is."""

import re
from collections.abc import Sequence

LABELLED = re.compile(
    r"^(?P<label>from|to|memorandum for|date|dated|sent|subject|subj|re|cc|attention|attn)"
    r"(?:\s*:\s*|(?<=^from)\s+(?=[A-Z]))(?P<words>\S.*)",
    re.IGNORECASE,
)
_ONLY_LABEL = re.compile(
    r"(?i:from|to|date|dated|subject|re|our ref(?:erence)?|ref(?:erence)?)\s*:"
    r"|TO|FROM|DATE|SUBJECT|RE|From|To|Date|Sent(?: on)?|Subject"
    r"|(?:[Oo]ur |[Yy]our |[Mm]y )?[Rr]ef(?:erence)?\.?"
)


def labelled(lines: Sequence[str], label: str) -> str | None:
    """What stands behind a label such as `From:`, as in the head of an e-mail or a memorandum."""
    matches = (LABELLED.match(line) for line in lines)
    named = (label, "memorandum for") if label == "to" else (label,)
    return next((m["words"] for m in matches if m and m["label"].lower() in named), None)


def with_values(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines, each that is only a label (`Subject:`) with the one below it."""
    found: list[str] = []
    for line in lines:
        if found and _ONLY_LABEL.fullmatch(found[-1]) and not LABELLED.match(line):
            found[-1] = f"{found[-1].rstrip(': ')}: {line}"
        else:
            found.append(line)
    return tuple(found)
