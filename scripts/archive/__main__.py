"""Lets `python -m archive` do what the command `archive` does."""

from archive.cli import main

main()
