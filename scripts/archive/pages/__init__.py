"""Owns the pages: what each kind of page shows of an archive, as Markdown files for the builder."""
