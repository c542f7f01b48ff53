"""Owns the whole site in one file that opens from a disk, and the proof that files are whole."""
