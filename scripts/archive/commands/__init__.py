"""Owns the commands that check, build and preview an archive."""
