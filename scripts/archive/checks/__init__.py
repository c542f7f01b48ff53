"""Owns what is checked beyond the form of a field: texts, quotations, names and links."""
