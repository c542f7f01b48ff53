"""Owns what JSON Feed 1.1 asks of a feed, as a JSON Schema that allows nothing beyond it.

Source: https://www.jsonfeed.org/version/1.1/ (the tables of top-level, item and author fields)
"""

TEXT = {"type": "string", "pattern": r"\S"}
ADDRESS = {"type": "string", "pattern": r"^https?://[^\s/]+/"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
AUTHOR = {
    "type": "object",
    "minProperties": 1,
    "additionalProperties": False,
    "properties": {"name": TEXT, "url": ADDRESS, "avatar": ADDRESS},
}
AUTHORS = {"type": "array", "items": AUTHOR}
ITEM = {
    "type": "object",
    "required": ["id"],
    "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
    "additionalProperties": False,
    "properties": {
        "id": TEXT,
        "url": ADDRESS,
        "title": TEXT,
        "summary": TEXT,
        "content_html": TEXT,
        "content_text": TEXT,
        "date_published": MOMENT,
        "date_modified": MOMENT,
        "authors": AUTHORS,
        "tags": {"type": "array", "items": TEXT},
        "language": TEXT,
    },
}
SCHEMA = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": TEXT,
        "home_page_url": ADDRESS,
        "feed_url": ADDRESS,
        "description": TEXT,
        "language": TEXT,
        "authors": AUTHORS,
        "items": {"type": "array", "items": ITEM},
    },
}
