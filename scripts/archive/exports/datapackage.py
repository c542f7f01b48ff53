"""Owns `datapackage.json`: the tables with their columns and links, as Frictionless describes them.

Source: https://specs.frictionlessdata.io/tabular-data-package/ (version 1)
"""

import json
from typing import Any

from archive.archive import Archive
from archive.exports.addresses import page_url
from archive.exports.columns import Column
from archive.exports.tables import TABLES, Table

EDITORIAL_NOTE = "Columns whose names begin with editorial_ are what we judge; no source says so."
GUARD_NOTE = (
    "In the CSV files a text that begins with a sign which spreadsheets take for a formula, or with"
    " an apostrophe, has an apostrophe put before it."
)

Json = dict[str, Any]


def data_package(archive: Archive, version: str | None) -> bytes:
    """The description of all CSV files; `version` is the commit they were made from, if known."""
    site = archive.site
    package = {
        "profile": "tabular-data-package",
        "name": "archive",
        "title": site.site_name,
        "description": f"{site.settings.tagline} {EDITORIAL_NOTE} {GUARD_NOTE}",
        "homepage": page_url(archive, ""),
        **({"version": version} if version else {}),
        "licenses": [
            {
                "path": page_url(archive, "about/#use-and-licence"),
                "title": site.settings.texts_licence,
            }
        ],
        "resources": [_resource(table) for table in TABLES],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(table: Table) -> Json:
    links = [_link(c, c.references) for c in table.columns if c.references]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n", "delimiter": ",", "doubleQuote": True},
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": "id",
            **({"foreignKeys": links} if links else {}),
        },
    }


def _field(column: Column) -> Json:
    limits: Json = {"required": True} if column.needed else {}
    if column.allowed:
        limits["enum"] = list(column.allowed)
    if column.name == "id":
        limits["unique"] = True
    field: Json = {"name": column.name, "type": column.kind, "description": column.description}
    return {**field, "constraints": limits} if limits else field


def _link(column: Column, table: str) -> Json:
    return {"fields": column.name, "reference": {"resource": table, "fields": "id"}}
