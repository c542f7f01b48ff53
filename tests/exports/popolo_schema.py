"""Owns the rules of Popolo, put down from its published JSON Schemas, as far as we use its words.

Source: https://www.popoloproject.com/specs/, the schemas of person, organization, membership,
event, motion, vote_event, count, link and other_name. Stricter than those: a property that Popolo
does not have is a mistake here, and what points at something needs it.
"""

from typing import Any

PARTIAL = {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}){0,2}$"}
TEXT = {"type": "string", "minLength": 1}


def _thing(needed: list[str], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": needed,
        "additionalProperties": False,
    }


def _list(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


LINK = _thing(["url"], url={"type": "string", "format": "uri"}, note=TEXT)
OTHER_NAME = _thing(["name"], name=TEXT, start_date=PARTIAL, end_date=PARTIAL, note=TEXT)
COUNT = _thing(["option", "value"], option=TEXT, value={"type": "integer", "minimum": 0})
PERSON = _thing(
    ["id", "name"],
    id=TEXT,
    name=TEXT,
    family_name=TEXT,
    honorific_prefix=TEXT,
    honorific_suffix=TEXT,
    other_names=_list(OTHER_NAME),
    links=_list(LINK),
    sources=_list(LINK),
)
ORGANIZATION = _thing(["id", "name"], id=TEXT, name=TEXT, classification=TEXT)
MEMBERSHIP = _thing(
    ["id", "person_id", "organization_id"],
    id=TEXT,
    person_id=TEXT,
    organization_id=TEXT,
    role=TEXT,
    start_date=PARTIAL,
    end_date=PARTIAL,
)
EVENT = _thing(
    ["id", "name"],
    id=TEXT,
    name=TEXT,
    classification=TEXT,
    organization_id=TEXT,
    start_date=PARTIAL,
    sources=_list(LINK),
)
MOTION = _thing(
    ["id", "organization_id"],
    id=TEXT,
    organization_id=TEXT,
    creator_id=TEXT,
    text=TEXT,
    classification=TEXT,
    date=PARTIAL,
    result=TEXT,
    sources=_list(LINK),
)
VOTE_EVENT = _thing(
    ["id", "motion_id", "organization_id"],
    id=TEXT,
    motion_id=TEXT,
    organization_id=TEXT,
    classification=TEXT,
    start_date=PARTIAL,
    result={"enum": ["pass", "fail"]},
    counts=_list(COUNT),
)
POPOLO = _thing(
    ["persons", "organizations", "memberships", "events", "motions", "vote_events"],
    persons=_list(PERSON),
    organizations=_list(ORGANIZATION),
    memberships=_list(MEMBERSHIP),
    events=_list(EVENT),
    motions=_list(MOTION),
    vote_events=_list(VOTE_EVENT),
)
