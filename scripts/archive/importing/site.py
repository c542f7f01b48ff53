"""Owns the configuration of an imported archive."""

from archive.drafting.yamlwriter import Value, fields_yaml
from archive.importing.letter import COUNTRY


def site_text(name: str) -> str:
    """The configuration of the archive; what is not known of the texts, it says."""
    settings: dict[str, Value] = {
        "body": "Not recorded",
        "replies_from": "those who wrote the imported texts",
        "tagline": f"Texts imported from {name}.",
        "not_held": f"Whatever {name} does not have.",
        "texts_licence": f"Not recorded by the import: ask those from whom {name} came.",
        "offices": {},
        "country": COUNTRY,
    }
    site: dict[str, Value] = {
        "site_name": f"Imported from {name}",
        "site_url": "https://imported.example/",
        "extra": {"archive": settings},
    }
    return fields_yaml(site)
