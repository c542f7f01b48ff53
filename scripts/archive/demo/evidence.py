"""Owns invented evidence: what a later letter, another motion or a paper elsewhere says."""

from datetime import date, timedelta
from typing import get_args

from archive.demo.letters import Written
from archive.demo.matters import known
from archive.demo.motions import HOME, Moved
from archive.drafting.yamlwriter import Value
from archive.model.evidence import Delivery

_STATES = get_args(Delivery)


def evidence_of(later: Written) -> dict[str, Value]:
    """A later letter as evidence of what an earlier one undertook."""
    assert later.promise is not None
    return {
        "state": _STATES[later.number % len(_STATES)],
        "summary": "The later letter says how far it is.",
        "letter": later.id,
        "quote": later.text.quotation(later.promise),
    }


def evidence_elsewhere(day: date, number: int) -> dict[str, Value]:
    """A paper elsewhere as evidence, some time after a day."""
    source: dict[str, Value] = {
        "title": f"Notice {number} of Vellmoor Ferries",
        "url": f"{HOME}/notices/{number}",
        "checked": known(day + timedelta(days=500), "day"),
        "supports": "that work has begun",
    }
    how = "month" if number % 2 else "day"
    told = known(day + timedelta(days=300), how)
    state = _STATES[number % len(_STATES)]
    return {"state": state, "summary": "A notice says so.", "date": told, "source": source}


def evidence_in_motion(other: Moved) -> dict[str, Value]:
    """Another motion as evidence; without its words where these are not held."""
    fields: dict[str, Value] = {
        "state": "under way",
        "summary": "The other motion of that day says so.",
        "motion": other.id,
    }
    return fields | ({"quote": other.text.quotation(other.asks[0])} if other.text else {})
