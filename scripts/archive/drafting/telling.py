"""Owns what is said of a draft: what was understood, from which words, and what is in doubt."""

import textwrap
from collections.abc import Iterator

from archive.drafting.changes import changes
from archive.drafting.draft import Draft, Understood
from archive.problems import quoted, visible

_VALUE, _WORDS = 42, 50
_MOST_DOUBTS = 12


def told(draft: Draft, name: str, dry: bool) -> str:
    """What was understood of a file, as lines of text."""
    done = "would be" if dry else "is now"
    kind = draft.facts.kind
    lines = [f"{name}: a {kind}; its draft {done} {draft.path}", "", *_table(draft)]
    lines += _entries(draft)
    lines += _withheld(draft)
    unsure = [*map(visible, draft.doubts[:_MOST_DOUBTS])]
    if rest := len(draft.doubts) - len(unsure):
        unsure.append(f"and {rest} more, which stand in the record as comments")
    if unsure:
        lines += ["", "  Not sure:", *(line for doubt in unsure for line in _item(doubt))]
    return "\n".join(lines) + "\n"


def shown(draft: Draft) -> str:
    """The record, and what its body changes of the words of the source."""
    changed = changes(draft.source, draft.body)
    return f"\n{draft.record}\n" + "".join(f"{visible(line)}\n" for line in changed)


def _table(draft: Draft) -> Iterator[str]:
    """A line for each field: its value, and the words behind it; a question mark where unsure."""
    for one in draft.facts.understood:
        yield f"{' ' if one.sure else '?'} {one.field:<12} {_short(one)}".rstrip()


def _short(one: Understood) -> str:
    value = visible(one.value)
    value = value if len(value) <= _VALUE else value[: _VALUE - 1] + "…"
    return f"{value:<{_VALUE}} from {quoted(one.words, _WORDS)}" if one.words else value


def _entries(draft: Draft) -> Iterator[str]:
    """The entries that vocabularies need before the record can be published."""
    files = dict.fromkeys(entry.file for entry in draft.facts.entries)
    for file in files:
        yield ""
        yield f"  Not known yet; put into {file} what is right of this:"
        yield ""
        for entry in draft.facts.entries:
            if entry.file == file:
                yield textwrap.indent(entry.text, "    ").rstrip()


def _withheld(draft: Draft) -> Iterator[str]:
    """The names that were taken out, which is for an editor to decide."""
    if draft.withheld:
        yield ""
        yield "  Taken out, as perhaps the name of a private person. If it is not, put it back"
        yield "  into the record and the kept source; or delete both and add it with --keep NAME:"
        yield ""
        yield from (f"    {visible(p.name)}, beside {quoted(p.beside)}" for p in draft.withheld)


def _item(text: str) -> list[str]:
    return textwrap.wrap(text, 92, initial_indent="  - ", subsequent_indent="    ")
